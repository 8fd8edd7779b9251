/** Our own origin. Never renamed: every archive's IndexedDB hangs on it. */
export const SCHEME = 'app';
export const ORIGIN = 'app://zhaiji';

/** Vite's server while developing; our origin then fetches from it. */
export const devServer = process.env.ELECTRON_RENDERER_URL ?? null;

/** Whether an address is a page or file of ours. */
export function isOurs(url: string): boolean {
  return url === ORIGIN || url.startsWith(`${ORIGIN}/`);
}
