import { ChoiceChips } from '@renderer/features/search/choice-chips';
import { ask, useSearchState } from '@renderer/features/search/search-state';
import { Loading } from '@renderer/ui/loading';
import { lazy, Suspense } from 'react';
import { saveFile } from './save-file';

// With it comes all that draws charts: read when it is first needed.
const AnalysisPage = lazy(() =>
  import('@renderer/features/analysis/analysis-page').then((module) => ({
    default: module.AnalysisPage,
  })),
);

/** The view of statistics with what it has from the search. */
export function Analysis({ onSearch }: { onSearch: () => void }) {
  const { query, facets, within } = useSearchState();
  return (
    <Suspense fallback={<Loading />}>
      <AnalysisPage
        chips={(narrowing, onChange) => <ChoiceChips narrowing={narrowing} onChange={onChange} />}
        current={{ query, facets, within }}
        onSearch={(scope) => {
          ask(scope);
          onSearch();
        }}
        saveFile={saveFile}
      />
    </Suspense>
  );
}
