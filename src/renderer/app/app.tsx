import { removeUnusedImages } from '@renderer/archive/images';
import { useHasArticles, useSettings } from '@renderer/archive/queries';
import type { Settings } from '@renderer/archive/settings';
import { bridge } from '@renderer/bridge';
import { setLanguage, useLanguage, useT } from '@renderer/i18n';
import { useShortcuts } from '@renderer/ui/actions';
import { Toasts } from '@renderer/ui/toasts';
import type { AppInfo } from '@shared/ipc';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LongChangeDialog } from './long-change';
import { useHistory } from './use-history';
import { useMenu } from './use-menu';
import { useLeftPanes } from './use-open-panes';
import { Workspace } from './workspace';

/** The window: everything that is the same wherever the user is, around the workspace. */
export function App({ info }: { info: AppInfo }) {
  const settings = useSettings();
  const hasArticles = useHasArticles();
  const left = useLeftPanes();
  useAppearance(settings, info);
  useShortcuts();
  const language = useLanguage();
  if (settings === undefined || hasArticles === undefined || left === undefined) return null;
  return (
    <I18nProvider locale={language}>
      <Chrome />
      <Workspace hasArticles={hasArticles} info={info} left={left} settings={settings} />
      <LongChangeDialog />
      <Toasts />
    </I18nProvider>
  );
}

/** Once, when nothing can be undone yet that would need them. */
function useTidyImages(): void {
  useEffect(() => {
    void removeUnusedImages().catch(() => undefined);
  }, []);
}

/** What has no place on the screen of its own. */
function Chrome() {
  useHistory();
  useMenu();
  useTidyImages();
  return null;
}

function useAppearance(settings: Settings | undefined, info: AppInfo): void {
  const t = useT();
  const language = settings === undefined ? null : (settings.language ?? info.language);
  const theme = settings?.theme ?? null;
  useEffect(() => {
    if (language === null) return;
    setLanguage(language);
    document.documentElement.lang = language;
    document.title = t('app.name');
  }, [language, t]);
  useEffect(() => {
    if (theme !== null) void bridge.setTheme(theme);
  }, [theme]);
}
