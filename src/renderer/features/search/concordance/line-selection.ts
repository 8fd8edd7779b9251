/** Lines of a list that are chosen: few of many, or all but some. Immutable. */
export interface LineSelection {
  all: boolean;
  /** Those chosen, or with `all` those left out. */
  lines: ReadonlySet<number>;
  /** Where a range begins that is chosen with Shift. */
  anchor: number;
}

export const NO_LINES: LineSelection = { all: false, lines: new Set(), anchor: 0 };

export function isChosen({ all, lines }: LineSelection, line: number): boolean {
  return all !== lines.has(line);
}

export function countChosen({ all, lines }: LineSelection, total: number): number {
  return all ? total - lines.size : lines.size;
}

export function toggleLine(selection: LineSelection, line: number): LineSelection {
  const lines = new Set(selection.lines);
  if (!lines.delete(line)) lines.add(line);
  return { ...selection, lines, anchor: line };
}

/** Adds all lines from the anchor to this one. */
export function extendTo(selection: LineSelection, line: number): LineSelection {
  const lines = new Set(selection.lines);
  const { anchor, all } = selection;
  for (let at = Math.min(anchor, line); at <= Math.max(anchor, line); at += 1) {
    if (all) lines.delete(at);
    else lines.add(at);
  }
  return { ...selection, lines };
}

export function chooseAll({ anchor }: LineSelection): LineSelection {
  return { all: true, lines: new Set(), anchor };
}

/** Numbers of the chosen lines, ascending. */
export function chosenLines(selection: LineSelection, total: number): Uint32Array {
  if (!selection.all) return Uint32Array.from(selection.lines).sort();
  return Uint32Array.from({ length: total }, (_, line) => line).filter((line) =>
    isChosen(selection, line),
  );
}
