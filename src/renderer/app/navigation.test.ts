import { describe, expect, it } from 'vitest';
import { activeArticle, type NavigationState, navigate, slotOf, start } from './navigation';

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
    expect(twice.focus.first).toMatchObject({ start: 1, end: 2 });
    expect(twice.focus.first?.serial).not.toBe(once.focus.first?.serial);
  });

  it('leaves the settings for the article that was read before', () => {
    const settings = navigate(article(start, 'a'), { type: 'page', page: { kind: 'settings' } });
    const library = navigate(settings, { type: 'view', view: 'library' });
    expect(library.location.page).toEqual({ kind: 'article', id: 'a' });
  });

  it('stays where it is when there is no way back', () => {
    expect(navigate(start, { type: 'back' })).toBe(start);
  });

  it('goes back through the parts of the archive', () => {
    const search = navigate(article(start, 'a'), { type: 'view', view: 'search' });
    const back = navigate(search, { type: 'back' });
    expect(back.location).toMatchObject({ view: 'library', page: { id: 'a' } });
    expect(navigate(back, { type: 'forward' }).location.view).toBe('search');
  });

  it('comes back to the place in the article that it was left at', () => {
    const reading = article(start, 'a');
    const tops = { first: 120, second: null };
    const place = { type: 'place', articleId: 'a', place: { start: 900, end: 905 }, tops } as const;
    const there = navigate(reading, place);
    expect(there.past).toHaveLength(2);
    const back = navigate(there, { type: 'back', tops: { first: 880, second: null } });
    expect(back.focus.first).toMatchObject({ top: 120 });
    expect(navigate(back, { type: 'forward' }).focus.first).toMatchObject({ top: 880 });
    // Nothing has moved since: no second step to the same place.
    expect(navigate(there, { type: 'jump', tops }).past).toHaveLength(2);
  });

  it('opens articles in the pane that is active', () => {
    const two = navigate(article(start, 'a'), { type: 'beside', articleId: 'b' });
    expect(two.location).toMatchObject({ page: { id: 'a' }, beside: 'b', active: 'second' });
    expect(activeArticle(two.location)).toBe('b');
    expect(article(two, 'c').location).toMatchObject({ page: { id: 'a' }, beside: 'c' });
    const left = navigate(two, { type: 'activate', pane: 'first' });
    expect(article(left, 'c').location).toMatchObject({ page: { id: 'c' }, beside: 'b' });
    expect(left.past).toHaveLength(two.past.length);
  });

  it('swaps and closes panes with the places in them, and opens them again on the way back', () => {
    const tops = { first: 10, second: 20 };
    const two = navigate(article(start, 'a'), { type: 'beside', articleId: 'b' });
    const swapped = navigate(two, { type: 'swap', tops });
    expect(swapped.location).toMatchObject({ page: { id: 'b' }, beside: 'a', active: 'first' });
    expect(swapped.focus).toMatchObject({ first: { top: 20 }, second: { top: 10 } });
    const closed = navigate(two, { type: 'close', pane: 'first', tops });
    expect(closed.location).toMatchObject({ page: { id: 'b' }, beside: null, active: 'first' });
    expect(closed.focus.first).toMatchObject({ top: 20 });
    // What belongs to a text goes along with it.
    expect(slotOf(two.location, 'second')).toBe('second');
    expect(slotOf(swapped.location, 'first')).toBe('second');
    expect(slotOf(closed.location, 'first')).toBe('second');
    expect(navigate(closed, { type: 'back' }).location).toEqual(two.location);
  });
});
