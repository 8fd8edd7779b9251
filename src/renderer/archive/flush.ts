/** Editors that hold words not yet stored register here; closing the window waits for them. */
type Flush = () => Promise<void>;

const pending = new Set<Flush>();

/** Answers how to take the registration back. */
export function registerFlush(flush: Flush): () => void {
  pending.add(flush);
  return () => pending.delete(flush);
}

/** Stores everything that is still held. One failure does not keep the others from being stored. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...pending].map((flush) => flush()));
}
