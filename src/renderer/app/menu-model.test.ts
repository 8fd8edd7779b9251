import type { Translate } from '@renderer/i18n';
import type { Action } from '@renderer/ui/actions';
import { describe, expect, it } from 'vitest';
import { menuModel } from './menu-model';

const t: Translate = (key) => key;
const action = (rest: Partial<Action>): Action => ({
  id: 'id',
  label: 'label',
  group: 'go',
  run: () => undefined,
  ...rest,
});

describe('menuModel', () => {
  it('groups actions and leaves out what is hidden', () => {
    const menus = menuModel([action({}), action({ id: 'secret', hidden: true })], t);
    const go = menus.find((menu) => menu.label === 'menu.go');
    expect(go?.items?.map((item) => item.id)).toEqual(['id']);
  });

  it('shows only shortcuts that a native menu can show without looking like typing', () => {
    const actions = [action({ shortcut: 'Mod+k' }), action({ id: 'h', shortcut: 'h' })];
    const items = menuModel(actions, t).find((menu) => menu.label === 'menu.go')?.items;
    expect(items?.[0]?.accelerator).toBe('CommandOrControl+K');
    expect(items?.[1]?.accelerator).toBeUndefined();
  });

  it('keeps the system entries of the edit menu', () => {
    const edit = menuModel([], t).find((menu) => menu.label === 'menu.edit');
    expect(edit?.items?.map((item) => item.role)).toContain('paste');
  });
});
