import { searchGoesFirst } from '@renderer/archive/search-quiet';
import { bridge } from '@renderer/bridge';
import { useT } from '@renderer/i18n';
import { runAction, useAllActions } from '@renderer/ui/actions';
import { useEffect, useRef } from 'react';
import { menuModel } from './menu-model';

/** Milliseconds: to make the native menu takes longer than to draw a list, and what changes it often changes back. */
const PAUSE = 250;

/** Keeps the native menu in step with the action registry, a moment behind it. */
export function useMenu(): void {
  const t = useT();
  const actions = useAllActions();
  const model = menuModel(actions, t);
  const text = JSON.stringify(model);
  const sent = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` stands for what the model says
  useEffect(() => {
    if (sent.current === text) return;
    let isStale = false;
    const send = () => {
      if (isStale) return;
      sent.current = text;
      void bridge.setMenu(model);
    };
    if (sent.current === '') return send();
    const timer = setTimeout(() => void searchGoesFirst().then(send), PAUSE);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text]);
  useEffect(() => bridge.onMenu(runAction), []);
}
