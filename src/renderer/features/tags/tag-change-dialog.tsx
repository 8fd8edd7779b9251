import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { Dialog } from '@renderer/ui/dialog';
import { errorCodeOf } from '@shared/errors';
import { type ReactNode, useState } from 'react';

interface Props {
  title: string;
  wide?: boolean;
  /** What the main button does, and says that it does; null while something is still to be chosen. */
  run: (() => Promise<unknown>) | null;
  action: string;
  onClose: () => void;
  /** Gets what went wrong. */
  children: (error: string | null) => ReactNode;
}

/** Asks what a change of a tag needs to know, does it as one step and closes, or says why it could not. */
export function TagChangeDialog({ title, wide = false, run, action, onClose, children }: Props) {
  const t = useT();
  const [error, setError] = useState<string | null>(null);
  const change = async () => {
    try {
      await run?.();
      onClose();
    } catch (failure) {
      setError(t(`error.${errorCodeOf(failure)}`));
    }
  };
  return (
    <Dialog
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button isDisabled={run === null} onPress={change} variant="primary">
            {action}
          </Button>
        </>
      }
      onClose={onClose}
      title={title}
      wide={wide}
    >
      {children(error)}
    </Dialog>
  );
}
