import type { OpenPart } from '../model';
import type { Draft } from './blocks';
import type { FileView } from './context';
import type { Guide } from './guide';
import { isCutAt } from './match-jumps';

/**
 * The marks at an article's end and beginning whose other part is not in the file. A mark with text
 * on its wrong side tells of something else and is left alone.
 */
export function openPartsOf(view: FileView, guide: Guide, { blocks }: Draft): OpenPart[] {
  if (guide.openJumps.size === 0) return [];
  const text = blocks.filter(({ label }) => label === 'body').flatMap(({ lines }) => lines);
  if (text.length === 0) return [];
  const first = text.reduce((a, b) => Math.min(a, b));
  const last = text.reduce((a, b) => Math.max(a, b));
  const parts = new Map<OpenPart['to'], OpenPart>();
  for (const { label, lines } of blocks) {
    const place = label === 'furniture' ? guide.openJumps.get(lines[0] ?? -1) : undefined;
    if (place === undefined) continue;
    const { index, jump, page } = place;
    if (jump.to === 'next' ? index < last : index > first) continue;
    parts.set(jump.to, {
      to: jump.to,
      target: jump.page,
      words: jump.words,
      page,
      line: view.lines[index]?.number ?? 1,
      cut: isCutAt(view, place),
    });
  }
  return [...parts.values()];
}
