import type { Settings } from '@renderer/archive/settings';
import type { CSSProperties } from 'react';

/** How the column is set. */
export function columnStyle(settings: Settings): CSSProperties {
  return {
    fontSize: settings.readerSize,
    lineHeight: settings.readerLeading,
    maxWidth: `calc(${settings.readerWidth}em + 112px)`,
  };
}

/** The page's own ground, where it is not the window's. */
export function groundOf({ readerGround }: Settings): { 'data-ground'?: string } {
  return readerGround === 'theme' ? {} : { 'data-ground': readerGround };
}

/** How the words are set. */
export function textStyle(settings: Settings): CSSProperties {
  return {
    fontFamily: `var(--font-${settings.readerFace === 'sans' ? 'ui' : 'text'})`,
    textAlign: settings.readerJustified ? 'justify' : 'start',
  };
}
