import { useT } from '@renderer/i18n';
import { Button } from '@renderer/ui/button';
import { MenuButton } from '@renderer/ui/menu';
import { showToast } from '@renderer/ui/toasts';
import { errorCodeOf } from '@shared/errors';

/** Writes a file to a folder that the user chooses. Answers where; `null` when none was chosen. */
export type SaveFile = (name: string, content: string | Uint8Array) => Promise<string | null>;

export const FILE_KINDS = ['csv', 'svg', 'png'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

interface Props {
  /** Of the file, without what tells its kind. */
  name: string;
  kinds: readonly FileKind[];
  contentOf: (kind: FileKind) => string | Promise<string | Uint8Array>;
  saveFile: SaveFile;
  isDisabled: boolean;
}

/** Saves the table, or the chart as a picture. */
export function SaveMenu({ name, kinds, contentOf, saveFile, isDisabled }: Props) {
  const t = useT();
  const save = async (kind: FileKind) => {
    try {
      const path = await saveFile(`${name}.${kind}`, await contentOf(kind));
      if (path !== null) showToast({ kind: 'done', text: t('analysis.saved', { path }) });
    } catch (error) {
      showToast({ kind: 'error', text: t(`error.${errorCodeOf(error)}`) });
    }
  };
  return (
    <MenuButton
      entries={kinds.map((kind) => ({
        id: kind,
        label: t(`analysis.save.${kind}`),
        run: () => save(kind),
      }))}
      label={t('analysis.save')}
    >
      <Button icon="export" isDisabled={isDisabled} variant="quiet">
        {t('analysis.save')}
      </Button>
    </MenuButton>
  );
}
