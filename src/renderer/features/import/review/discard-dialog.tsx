import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';

/** Asks before what was changed in the review is lost. */
export function DiscardDialog({
  onDiscard,
  onStay,
}: {
  onDiscard: () => void;
  onStay: () => void;
}) {
  const t = useT();
  return (
    <Dialog
      footer={
        <>
          <Button onPress={onDiscard} variant="danger">
            {t('review.discard.yes')}
          </Button>
          <Button autoFocus onPress={onStay} variant="primary">
            {t('review.discard.no')}
          </Button>
        </>
      }
      onClose={onStay}
      title={t('review.discard.title')}
    >
      <p>{t('review.discard.text')}</p>
    </Dialog>
  );
}
