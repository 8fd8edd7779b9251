import { describe, expect, it } from 'vitest';
import { type NavigationState, navigate, start } from './navigation';

function article(state: NavigationState, id: string) {
  return navigate(state, { type: 'page', page: { kind: 'article', id } });
}

describe('navigate', () => {
  it('goes back to the page before and forward again', () => {
    const there = article(article(start, 'a'), 'b');
    const back = navigate(there, { type: 'back' });
    expect(back.location.page).toEqual({ kind: 'article', id: 'a' });
    const forward = navigate(back, { type: 'forward' });
    expect(forward.location.page).toEqual({ kind: 'article', id: 'b' });
    expect(forward.future).toEqual([]);
  });

  it('does not count opening the same article again as a step', () => {
    expect(article(article(start, 'a'), 'a').past).toHaveLength(1);
  });

  it('forgets the way forward when another page is opened', () => {
    const back = navigate(article(article(start, 'a'), 'b'), { type: 'back' });
    expect(article(back, 'c').future).toEqual([]);
  });

  it('tells two visits to the same place apart', () => {
    const move = { type: 'place', articleId: 'a', place: { start: 1, end: 2 } } as const;
    const once = navigate(start, move);
    const twice = navigate(once, move);
    expect(twice.focus).toMatchObject({ start: 1, end: 2 });
    expect(twice.focus?.serial).not.toBe(once.focus?.serial);
  });

  it('leaves the settings for the article that was read before', () => {
    const settings = navigate(article(start, 'a'), { type: 'page', page: { kind: 'settings' } });
    const library = navigate(settings, { type: 'view', view: 'library' });
    expect(library.location.page).toEqual({ kind: 'article', id: 'a' });
  });

  it('stays where it is when there is no way back', () => {
    expect(navigate(start, { type: 'back' })).toBe(start);
  });
});
