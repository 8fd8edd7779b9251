import { useLongChange } from '@renderer/archive/long-change';
import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { Progress } from '@renderer/ui/progress';

/** How far a write of very many things is, and the way out of it. */
export function LongChangeDialog() {
  const t = useT();
  const running = useLongChange();
  if (running === null) return null;
  const { label, done, total, cancel } = running;
  const name = t(`change.${label.name}`, { count: label.count });
  return (
    <Dialog
      dismissable={false}
      footer={<Button onPress={cancel}>{t('app.cancel')}</Button>}
      onClose={cancel}
      title={name}
    >
      <Progress label={name} max={total} text={t('app.progress', { done, total })} value={done} />
    </Dialog>
  );
}
