/**
 * Puts plain text on the clipboard. By way of a copy event, because the asynchronous clipboard needs
 * a permission, and the window grants none.
 *
 * @returns whether it is there
 */
export function copyText(text: string): boolean {
  let taken = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    taken = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return taken;
}
