import { canLieUnder, dropPlace } from '@domain/codebook/tree';
import type { Tag } from '@domain/model';
import { moveTag } from '@renderer/archive/codebook';
import { type DragEvent, useState } from 'react';

type Zone = 'before' | 'into' | 'after';

/** Which tag is being dragged: what is dragged says it only when it is dropped. */
let dragged: string | null = null;

/** Lets a tag's row be dragged, and others be dropped before, after and under it. */
export function useTagDrop(
  tag: Tag,
  tags: readonly Tag[],
  attempt: (work: Promise<unknown>) => Promise<void>,
) {
  const [zone, setZone] = useState<Zone>();

  const zoneAt = (event: DragEvent): Zone | undefined => {
    if (dragged === null || dragged === tag.id) return undefined;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const at = (event.clientY - top) / height;
    const wanted = at < 0.3 ? 'before' : at > 0.7 ? 'after' : 'into';
    const place = dropPlace(tags, tag.id, wanted);
    return place !== null && canLieUnder(tags, dragged, place.parentId) ? wanted : undefined;
  };
  const handlers = {
    draggable: true,
    onDragStart(event: DragEvent) {
      dragged = tag.id;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', tag.name);
    },
    onDragEnd() {
      dragged = null;
      setZone(undefined);
    },
    onDragOver(event: DragEvent) {
      const next = zoneAt(event);
      setZone(next);
      if (next !== undefined) event.preventDefault();
    },
    onDragLeave: () => setZone(undefined),
    onDrop(event: DragEvent) {
      const next = zoneAt(event);
      setZone(undefined);
      if (next === undefined || dragged === null) return;
      event.preventDefault();
      const place = dropPlace(tags, tag.id, next);
      if (place !== null) void attempt(moveTag(dragged, place));
    },
  };
  return { zone, handlers };
}
