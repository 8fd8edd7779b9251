/** A range of UTF-16 units, end exclusive. */
interface Found {
  start: number;
  end: number;
}

/**
 * Every place of a phrase in a text, in order and without overlap. Exactly as written, or, when
 * `loose`, whatever the case and the width (`ＡＢ` is `ab`) of its characters. An empty phrase is
 * nowhere.
 */
export function findInText(text: string, phrase: string, loose: boolean): Found[] {
  if (phrase === '') return [];
  const where = loose ? folded(text) : text;
  const what = loose ? folded(phrase) : phrase;
  const found: Found[] = [];
  for (let at = where.indexOf(what); at !== -1; at = where.indexOf(what, at + what.length)) {
    found.push({ start: at, end: at + what.length });
  }
  return found;
}

/** Unit by unit, so that offsets stay what they are. */
function folded(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/\p{Lu}/gu, (upper) => {
      const lower = upper.toLowerCase();
      return lower.length === upper.length ? lower : upper;
    });
}
