import { t } from '@renderer/i18n';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';

/** Does something and says so when it fails. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
  }
}
