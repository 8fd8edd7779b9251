import type { Settings } from '@renderer/archive/settings';
import { useLayoutEffect } from 'react';
import type { TextDom } from './text-dom';

/**
 * Keeps what is known of where the paragraphs lie true. To be called before all else that asks for it:
 * observers are told in the order in which they were made.
 */
export function useTextLayout(dom: TextDom | null, settings: Settings): void {
  const { readerFace, readerJustified, readerLeading, readerSize, readerWidth } = settings;
  // biome-ignore lint/correctness/useExhaustiveDependencies: how the text is set decides where it lies
  useLayoutEffect(
    () => dom?.layout.measure(),
    [dom, readerFace, readerJustified, readerLeading, readerSize, readerWidth],
  );
  useLayoutEffect(() => {
    if (dom === null) return;
    const resizes = new ResizeObserver(() => dom.layout.check());
    resizes.observe(dom.root);
    return () => resizes.disconnect();
  }, [dom]);
}
