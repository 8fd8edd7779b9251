import type { TextKey, Translate } from '@renderer/i18n';

/**
 * Why a part of a file could not be read, in the user's language. `reason` is a code, a detail after
 * `: ` if it has one; one that has no text is given back as it is.
 */
export function brokenText(t: Translate, reason: string): string {
  const at = reason.indexOf(': ');
  const code = at < 0 ? reason : reason.slice(0, at);
  const key = `broken.${code}`;
  // Codes come from the readers of formats: `t` answers with the key itself when it has no text.
  const words = t(key as TextKey, { detail: at < 0 ? '' : reason.slice(at + 2) });
  return words === key ? reason : words;
}
