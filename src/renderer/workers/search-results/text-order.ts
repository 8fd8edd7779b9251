const collator = new Intl.Collator('zh-CN');

/**
 * Compares texts as a dictionary does (by pinyin), quickly enough for a hundred thousand: the
 * characters that occur are put in order once, and texts are compared by them. Empty ones come last.
 */
export function textOrder(texts: Iterable<string>): (a: string, b: string) => number {
  const seen = new Set<string>();
  for (const text of texts) for (let at = 0; at < text.length; at += 1) seen.add(text.charAt(at));
  const rank = new Uint16Array(0x10000);
  const sorted = [...seen].sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
  for (const [index, unit] of sorted.entries()) rank[unit.charCodeAt(0)] = index + 1;
  return (a, b) => {
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    const length = Math.min(a.length, b.length);
    for (let at = 0; at < length; at += 1) {
      const order = (rank[a.charCodeAt(at)] ?? 0) - (rank[b.charCodeAt(at)] ?? 0);
      if (order !== 0) return order;
    }
    return a.length - b.length;
  };
}
