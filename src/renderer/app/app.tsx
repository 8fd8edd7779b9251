import { useArticleCount, useSettings } from '@renderer/archive/queries';
import type { Settings } from '@renderer/archive/settings';
import { bridge } from '@renderer/bridge';
import { setLanguage, useLanguage, useT } from '@renderer/i18n';
import { useShortcuts } from '@renderer/ui/actions';
import { Toasts } from '@renderer/ui/toasts';
import type { AppInfo } from '@shared/ipc';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useHistory } from './use-history';
import { useMenu } from './use-menu';
import { Workspace } from './workspace';

/** The window: everything that is the same wherever the user is, around the workspace. */
export function App({ info }: { info: AppInfo }) {
  const settings = useSettings();
  const articleCount = useArticleCount();
  useLanguageSetting(settings, info);
  useShortcuts();
  const language = useLanguage();
  if (settings === undefined || articleCount === undefined) return null;
  return (
    <I18nProvider locale={language}>
      <Chrome />
      <Workspace articleCount={articleCount} info={info} settings={settings} />
      <Toasts />
    </I18nProvider>
  );
}

/** What has no place on the screen of its own. */
function Chrome() {
  useHistory();
  useMenu();
  return null;
}

function useLanguageSetting(settings: Settings | undefined, info: AppInfo): void {
  const t = useT();
  const chosen = settings?.language ?? info.language;
  useEffect(() => {
    if (settings === undefined) return;
    setLanguage(chosen);
    document.documentElement.lang = chosen;
    document.title = t('app.name');
    void bridge.setTheme(settings.theme);
  }, [chosen, settings, t]);
}
