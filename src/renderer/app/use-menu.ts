import { bridge } from '@renderer/bridge';
import { useT } from '@renderer/i18n';
import { runAction, useAllActions } from '@renderer/ui/actions';
import { useEffect } from 'react';
import { menuModel } from './menu-model';

/** Keeps the native menu in step with the action registry. */
export function useMenu(): void {
  const t = useT();
  const actions = useAllActions();
  const model = menuModel(actions, t);
  const text = JSON.stringify(model);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` stands for what the model says
  useEffect(() => {
    void bridge.setMenu(model);
  }, [text]);
  useEffect(() => bridge.onMenu(runAction), []);
}
