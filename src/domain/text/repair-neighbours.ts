import { isHanUnit } from './segments';

/** Whether the character that begins at `at` is Han. */
export function isHanAt(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && at >= 0 && (isHanUnit(code) || (code >= 0x20000 && code < 0x40000));
}

/** Whether the character that ends before `at` is Han. */
export function isHanBefore(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  return isHanAt(text, unit >= 0xdc00 && unit <= 0xdfff ? at - 2 : at - 1);
}

/** Whether a UTF-16 unit is a full-width mark that only Chinese text has (not the shared quotes). */
export function isWideMark(unit: number): boolean {
  return (
    (unit >= 0x3001 && unit <= 0x3020 && unit !== 0x3005 && unit !== 0x3007) ||
    (unit >= 0xff01 && unit <= 0xff0f) ||
    (unit >= 0xff1a && unit <= 0xff20) ||
    (unit >= 0xff3b && unit <= 0xff40) ||
    (unit >= 0xff5b && unit <= 0xff5e)
  );
}

/** Whether a UTF-16 unit is a quote, dash or ellipsis that Chinese shares with Latin. */
export function isSharedMark(unit: number): boolean {
  return unit >= 0x2014 && unit <= 0x2026;
}

/** Whether the unit at `at` is an ASCII letter or digit. */
export function isWordAt(text: string, at: number): boolean {
  return /^[A-Za-z0-9]$/.test(text.charAt(at));
}
