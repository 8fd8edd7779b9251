import { HIGHLIGHT_COLORS } from '@domain/model';
import { type Settings, saveSetting } from '@renderer/archive/settings';
import { useT } from '@renderer/i18n';
import { Choice } from '@renderer/ui/choice';
import { NumberStepper } from '@renderer/ui/number-stepper';
import { type AppInfo, type BackupInfo, THEMES } from '@shared/ipc';
import type { ReactNode } from 'react';
import { BackupSection } from './backup-section';
import styles from './settings-page.module.css';
import { SettingsSection } from './settings-section';

interface Props {
  /** How the text is set, beside size and width. */
  comfort: ReactNode;
  settings: Settings;
  info: AppInfo;
  /** The newest first. */
  backups: BackupInfo[];
  onBackUp: () => unknown;
  /** Rejects when the backup could not be restored. */
  onRestore: (name: string) => Promise<void>;
}

/** Preferences, each saved as soon as it is changed. */
export function SettingsPage({ comfort, settings, info, backups, onBackUp, onRestore }: Props) {
  const t = useT();
  return (
    <section aria-labelledby="settings-title" className={styles.page}>
      <div className={styles.inner}>
        <h1 className={styles.title} id="settings-title">
          {t('view.settings')}
        </h1>
        <SettingsSection title={t('settings.appearance')}>
          <Choice
            label={t('settings.language')}
            onChange={(id) => saveSetting('language', id === 'system' ? null : id)}
            options={[
              { id: 'system', label: t('settings.system') },
              { id: 'zh-CN', label: '简体中文' },
              { id: 'en', label: 'English' },
            ]}
            value={settings.language ?? 'system'}
          />
          <Choice
            label={t('settings.theme')}
            onChange={(theme) => saveSetting('theme', theme)}
            options={THEMES.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
            value={settings.theme}
          />
        </SettingsSection>
        <SettingsSection title={t('settings.reading')}>
          <div className={styles.pair}>
            <NumberStepper
              label={t('settings.size')}
              max={36}
              min={12}
              onChange={(size) => saveSetting('readerSize', size)}
              unit={t('settings.size.unit')}
              value={settings.readerSize}
            />
            <NumberStepper
              label={t('settings.width')}
              max={60}
              min={24}
              onChange={(width) => saveSetting('readerWidth', width)}
              unit={t('settings.width.unit')}
              value={settings.readerWidth}
            />
          </div>
          {comfort}
          <div className={styles.sampleBox}>
            <div className={styles.sampleFade}>
              <p
                className={styles.sample}
                lang="zh-CN"
                style={{
                  fontFamily: `var(--font-${settings.readerFace === 'sans' ? 'ui' : 'text'})`,
                  fontSize: settings.readerSize,
                  lineHeight: settings.readerLeading,
                  width: `${settings.readerWidth}em`,
                }}
              >
                {SAMPLE}
              </p>
            </div>
          </div>
          <Choice
            label={t('settings.highlight')}
            onChange={(color) => saveSetting('highlightColor', color)}
            options={HIGHLIGHT_COLORS.map((id) => ({
              id,
              label: t(`color.${id}`),
              sign: <span className={`${styles.swatch} ${styles[id]}`} />,
            }))}
            value={settings.highlightColor}
          />
        </SettingsSection>
        <BackupSection backups={backups} onBackUp={onBackUp} onRestore={onRestore} />
        <SettingsSection title={t('settings.about')}>
          <dl className={styles.facts}>
            <dt>{t('settings.folder')}</dt>
            <dd className={styles.path}>{info.profile}</dd>
            <dt>{t('settings.version')}</dt>
            <dd>
              {t('app.name')} {info.version}
            </dd>
          </dl>
        </SettingsSection>
      </div>
    </section>
  );
}

/** Shows how size and width look; in Chinese whatever the interface speaks, as the texts are. */
const SAMPLE =
  '近日，社区社会工作服务站在街道党群服务中心揭牌。站里的社工说，往后居民有事，走几步路就能找到人商量。';
