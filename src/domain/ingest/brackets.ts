/** With one of these begins what is in brackets as a whole. */
const OPENING = '（(【[［';
const BRACKETED = /^[（(【[［][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)?[）)】\]］][。.]?$/;

/** The words inside brackets around the whole line, or `null`. */
export function bracketed(text: string): string | null {
  if (!OPENING.includes(text.charAt(0)) || !BRACKETED.test(text)) return null;
  return text
    .replace(/[。.]$/, '')
    .slice(1, -1)
    .trim();
}
