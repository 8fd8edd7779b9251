import { t } from '@renderer/i18n';
import { errorCodeOf } from '@shared/errors';

/** What went wrong and what to do, in the user's language. */
export function errorText(error: unknown): string {
  return t(`error.${errorCodeOf(error)}`);
}
