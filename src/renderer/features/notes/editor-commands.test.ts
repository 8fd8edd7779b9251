import { describe, expect, it } from 'vitest';
import { toHref } from './editor-commands';

describe('toHref', () => {
  it('keeps addresses that have a scheme', () => {
    expect(toHref(' https://example.org/甲 ')).toBe('https://example.org/甲');
    expect(toHref('mailto:a@example.org')).toBe('mailto:a@example.org');
    expect(toHref('zotero://select/items/1')).toBe('zotero://select/items/1');
  });

  it('adds https where there is none', () => {
    expect(toHref('example.org/a')).toBe('https://example.org/a');
    expect(toHref('localhost:8080')).toBe('https://localhost:8080');
  });

  it('tells nothing from nonsense', () => {
    expect(toHref('  ')).toBe('');
    expect(toHref('两个 词')).toBeNull();
    expect(toHref('javascript:alert(1)')).toBeNull();
  });
});
