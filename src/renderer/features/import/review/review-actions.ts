import type { TextKey, Translate } from '@renderer/i18n';
import { isEditable, matchesShortcut } from '@renderer/ui/shortcuts';
import { LINE_ACTS, type LineAct } from './corrections';
import { nextLine } from './places';
import type { Review } from './use-review';

/** Something that can be done in the review: its keys, its buttons and its menu read one list. */
export interface ReviewAction {
  id: ReviewActionId;
  label: string;
  /** The first is shown. */
  shortcuts: readonly string[];
  enabled: boolean;
  run: () => unknown;
}

export type ReviewActionId =
  | LineAct
  | 'parts'
  | 'undo'
  | 'redo'
  | 'next'
  | 'previous'
  | 'lineDown'
  | 'lineUp';

const ACT_KEYS: Record<LineAct, string> = {
  split: 's',
  join: 'u',
  title: 't',
  body: '1',
  heading: '2',
  caption: '3',
  attribution: '4',
  byline: '5',
  furniture: '6',
  subtitle: '7',
  confirm: 'y',
  reset: '0',
};

/** Leaves the article's part in another file apart, or joins it again. */
export const JOIN_KEY = 'l';

/** Whether an action is about a line, so that the text is what one works in. */
export function isLineKey(id: ReviewActionId): boolean {
  return id !== 'undo' && id !== 'redo';
}

/** Everything that can be done at the cursor and in the whole review. */
export function reviewActions(review: Review, t: Translate): ReviewAction[] {
  const { index, cursor, places, joins, canUndo, canRedo } = review;
  const own = joins[0]?.join;
  const hasLines = index !== null && index.lines.count > 0;
  const move = (step: 1 | -1) => {
    if (index === null) return;
    // Who chose a paragraph goes on by paragraphs, who chose a line by lines.
    const row = cursor.row === null ? undefined : index.rows[cursor.row + step];
    if (cursor.row === null) {
      review.commands.moveTo({ line: nextLine(index, cursor.line, step), row: null });
    } else if (row !== undefined)
      review.commands.moveTo({ line: row.firstLine, row: cursor.row + step });
  };
  const named = (id: ReviewActionId, key: TextKey, shortcuts: string[]) => ({
    id,
    label: t(key),
    shortcuts,
  });
  return [
    ...LINE_ACTS.map((act) => ({
      ...named(act, `review.act.${act}`, [ACT_KEYS[act]]),
      enabled: review.outcomeOf(act) !== null,
      run: () => review.commands.act(act),
    })),
    {
      ...named('parts', own?.apart ? 'review.parts.join' : 'review.parts.apart', [JOIN_KEY]),
      enabled: own !== undefined,
      run: () => own && review.commands.setApart(own.key, !own.apart),
    },
    {
      ...named('next', 'review.next', ['n']),
      enabled: places.length > 0 || review.state.files.length > 1,
      run: () => review.commands.goToPlace(1),
    },
    {
      ...named('previous', 'review.previous', ['p']),
      enabled: places.length > 0 || review.state.files.length > 1,
      run: () => review.commands.goToPlace(-1),
    },
    {
      ...named('lineDown', 'review.lineDown', ['j', 'ArrowDown']),
      enabled: hasLines,
      run: () => move(1),
    },
    {
      ...named('lineUp', 'review.lineUp', ['k', 'ArrowUp']),
      enabled: hasLines,
      run: () => move(-1),
    },
    { ...named('undo', 'review.undo', ['Mod+z']), enabled: canUndo, run: review.commands.undo },
    {
      ...named('redo', 'review.redo', ['Mod+Shift+z', 'Mod+y']),
      enabled: canRedo,
      run: review.commands.redo,
    },
  ];
}

/** The action that a key means; `undefined` when it has none, or belongs to a field. */
export function actionOfKey(
  event: KeyboardEvent,
  actions: readonly ReviewAction[],
): ReviewAction | undefined {
  if (isEditable(event.target) && !isToggle(event.target)) return undefined;
  return actions.find(
    ({ shortcuts, enabled }) =>
      enabled && shortcuts.some((shortcut) => matchesShortcut(event, shortcut)),
  );
}

/** A checkbox is an input, but nothing is written into it. */
function isToggle(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox';
}
