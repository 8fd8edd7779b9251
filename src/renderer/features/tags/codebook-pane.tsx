import { useTags } from '@renderer/archive/queries';
import { Loading } from '@renderer/ui/loading';
import styles from './codebook-pane.module.css';
import { TagList } from './tag-list';
import { TagPassages } from './tag-passages';

interface CodebookPaneProps {
  selectedTagId: string | null;
  onSelectTag: (tagId: string | null) => void;
  /** UTF-16 offsets over the article's text, end exclusive. */
  onOpenPassage: (articleId: string, start: number, end: number, annotationId: string) => void;
  onExportTag: (tagId: string) => void;
}

/** All tags, or the passages of the one that is selected. */
export function CodebookPane(props: CodebookPaneProps) {
  const { selectedTagId, onSelectTag, onOpenPassage, onExportTag } = props;
  const views = useTags();
  if (views === undefined) return <Loading />;
  return (
    <div className={styles.pane}>
      {selectedTagId === null ? (
        <TagList onExportTag={onExportTag} onSelectTag={onSelectTag} views={views} />
      ) : (
        <TagPassages
          key={selectedTagId}
          onExportTag={onExportTag}
          onOpenPassage={onOpenPassage}
          onSelectTag={onSelectTag}
          tagId={selectedTagId}
          views={views}
        />
      )}
    </div>
  );
}
