import { type Settings, saveSetting } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { IconButton } from '@renderer/ui/button';
import { Checkbox } from '@renderer/ui/checkbox';
import { Choice } from '@renderer/ui/choice';
import { NumberStepper } from '@renderer/ui/number-stepper';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { attempt } from './attempt';
import styles from './comfort.module.css';
import { SIZE, WIDTH } from './limits';

/** “Aa”: how the text is set. */
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
          <ComfortChoices settings={settings} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** What is chosen here and in the settings alike, saved as soon as it is. */
export function ComfortChoices({ settings }: { settings: Settings }) {
  const t = useT();
  return (
    <>
      <Choice
        label={t('reader.leading')}
        onChange={(id) => void attempt(() => saveSetting('readerLeading', Number(id)))}
        options={LEADINGS.map((id) => ({ id, label: id }))}
        value={settings.readerLeading.toFixed(1)}
      />
      <Choice
        label={t('reader.face')}
        onChange={(face) => void attempt(() => saveSetting('readerFace', face))}
        options={(['serif', 'sans'] as const).map((id) => ({ id, label: t(`reader.face.${id}`) }))}
        value={settings.readerFace}
      />
      <Choice
        label={t('reader.ground')}
        onChange={(ground) => void attempt(() => saveSetting('readerGround', ground))}
        options={(['theme', 'paper', 'sepia', 'dark'] as const).map((id) => ({
          id,
          label: t(`reader.ground.${id}`),
        }))}
        value={settings.readerGround}
      />
      <Checkbox
        selected={settings.readerJustified}
        onChange={(on) => void attempt(() => saveSetting('readerJustified', on))}
      >
        {t('reader.justified')}
      </Checkbox>
      <Checkbox
        selected={settings.railShown}
        onChange={(on) => void attempt(() => saveSetting('railShown', on))}
      >
        {t('reader.rail.show')}
      </Checkbox>
    </>
  );
}

const LEADINGS: string[] = ['1.5', '1.6', '1.7', '1.8', '1.9', '2.0', '2.2'];
