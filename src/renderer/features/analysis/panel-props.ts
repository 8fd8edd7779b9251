import type { Narrowing, SearchScope } from '@renderer/archive/search';
import type { ReactNode } from 'react';
import type { SaveFile } from './save-menu';

/** What each kind of analysis has from other parts of the program. */
export interface PanelProps {
  /** What the search is asked at the moment. */
  current: SearchScope;
  /** Goes to the search and asks it this. */
  onSearch: (scope: SearchScope) => void;
  /** What a search is narrowed by, value by value, each to be taken away. */
  chips: (narrowing: Narrowing, onChange: (changes: Partial<Narrowing>) => void) => ReactNode;
  saveFile: SaveFile;
}
