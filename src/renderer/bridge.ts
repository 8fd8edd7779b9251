import type { Bridge } from '@shared/bridge';

declare global {
  interface Window {
    /** Given by the preload script. */
    readonly zhaiji: Bridge;
  }
}

/** The way to the main process. */
export const bridge: Bridge = window.zhaiji;
