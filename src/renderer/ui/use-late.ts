import { useEffect, useState } from 'react';

/** Becomes true once something has gone on for `after` milliseconds: quick work shows no waiting. */
export function useLate(pending: boolean, after = 150): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!pending) return;
    const timer = setTimeout(() => setLate(true), after);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [pending, after]);
  return pending && late;
}
