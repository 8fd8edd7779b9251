import { useCallback, useEffect, useState } from 'react';

const LIFETIME = 2500;

/** Something told in passing, which goes by itself. */
export function useSaying(): [string, (text: string) => void] {
  const [said, setSaid] = useState<{ text: string } | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), LIFETIME);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback((text: string) => setSaid({ text }), []);
  return [said?.text ?? '', say];
}
