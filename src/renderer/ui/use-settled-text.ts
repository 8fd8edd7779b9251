import { useRef, useState } from 'react';

/**
 * What was typed, without the letters of an unfinished composition: a list that filters as one types
 * would otherwise empty itself while pinyin is being written. Put the handlers around the field.
 */
export function useSettledText(text: string) {
  const [composing, setComposing] = useState(false);
  const settled = useRef(text);
  if (!composing) settled.current = text;
  return {
    settled: settled.current,
    handlers: {
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
  };
}
