/** Letter case and width left aside, unit by unit, so that offsets stay what they are. */
export function fold(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/\p{Lu}/gu, (upper) => {
      const lower = upper.toLowerCase();
      return lower.length === upper.length ? lower : upper;
    });
}
