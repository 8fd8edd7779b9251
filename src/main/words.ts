import type { Language } from '@shared/ipc';
import { app } from 'electron';

/** The few words that the main process says itself, before or beside the renderer. */
const words = {
  'zh-CN': {
    'link.question': '在浏览器中打开此链接？',
    'link.open': '打开',
    'link.cancel': '取消',
    'pick.files': '选择要导入的文件',
    'pick.folder': '选择要导入的文件夹',
    'pick.export': '选择导出到哪个文件夹',
    'pick.pdf': '保存为 PDF',
    'pick.texts': '文本、文档和表格',
    'pick.all': '所有文件',
  },
  en: {
    'link.question': 'Open this link in your browser?',
    'link.open': 'Open',
    'link.cancel': 'Cancel',
    'pick.files': 'Choose files to import',
    'pick.folder': 'Choose a folder to import',
    'pick.export': 'Choose the folder to export into',
    'pick.pdf': 'Save as PDF',
    'pick.texts': 'Texts, documents and tables',
    'pick.all': 'All files',
  },
} as const;

/** The system's language, as far as we speak it. */
export function systemLanguage(): Language {
  const preferred = app.isReady() ? app.getPreferredSystemLanguages()[0] : undefined;
  const tag = preferred ?? process.env.LC_ALL ?? process.env.LANG ?? 'zh-CN';
  return /^(en)/i.test(tag) ? 'en' : 'zh-CN';
}

export function say(key: keyof (typeof words)['en']): string {
  return words[systemLanguage()][key];
}
