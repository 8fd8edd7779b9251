/** Changes whenever the tables do: what was folded by others must not be compared. */
export const FOLD_FINGERPRINT = 0;

/** For each unit what it is folded to. */
export const FOLDED_UNITS = makeUnits();

/** Whether nothing but the very text is folded as it is, so that what is found needs no verification. */
export function standsAlone(_text: string): boolean {
  return false;
}

function makeUnits(): Uint16Array {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0xffff; unit += 1) {
    const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
    const lower = String.fromCharCode(narrow).toLowerCase();
    units[unit] = lower.length === 1 ? lower.charCodeAt(0) : narrow;
  }
  units[0xffff] = 0xfffe;
  return units;
}
