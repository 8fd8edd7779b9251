import { useTags } from '@renderer/archive/queries';
import { ConcordancePage } from '@renderer/features/search/concordance/concordance';
import { TagButton } from '@renderer/features/tags/tag-button';
import { openRow } from './places';
import { saveFile } from './save-file';
import type { Go } from './use-navigation';

/** The concordance with what it has from other parts of the program. */
export function Concordance({ go, onSearch }: { go: Go; onSearch: () => void }) {
  const tags = useTags() ?? [];
  return (
    <ConcordancePage
      onOpen={(hit) => openRow({ kind: 'hit', hit }, go)}
      onSearch={onSearch}
      saveFile={saveFile}
      tagButton={(label, onChoose) => (
        <TagButton allowNew icon="tag" label={label} onChoose={onChoose} tags={tags} />
      )}
    />
  );
}
