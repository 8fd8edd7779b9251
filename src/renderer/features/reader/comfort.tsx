import { type Settings, saveSetting } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { NumberStepper } from '@renderer/ui/number-stepper';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { attempt } from './attempt';
import styles from './comfort.module.css';
import { SIZE, WIDTH } from './limits';

/** “Aa”: how large and how wide the text is set. */
export function Comfort({ settings }: { settings: Settings }) {
  const t = useT();
  return (
    <DialogTrigger>
      <IconButton icon="text" label={t('reader.comfort')} />
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog aria-label={t('reader.comfort')} className={styles.dialog ?? ''}>
          <NumberStepper
            label={t('reader.size')}
            max={SIZE.max}
            min={SIZE.min}
            onChange={(size) => void attempt(() => saveSetting('readerSize', size))}
            unit={t('reader.size.unit')}
            value={settings.readerSize}
          />
          <NumberStepper
            label={t('reader.width')}
            max={WIDTH.max}
            min={WIDTH.min}
            onChange={(width) => void attempt(() => saveSetting('readerWidth', width))}
            unit={t('reader.width.unit')}
            value={settings.readerWidth}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
