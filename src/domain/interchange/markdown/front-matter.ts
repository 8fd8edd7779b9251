import { stringify } from 'yaml';

export type FrontMatter = Record<string, string | number | readonly string[]>;

/**
 * YAML front matter with its fences. Empty texts and lists are left out. Texts that some reader of
 * YAML could take for something else (`yes`, `12:30`) are quoted; only a full date stands bare, so
 * that Obsidian takes it for a date.
 */
export function frontMatter(fields: FrontMatter): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (value === '' || (Array.isArray(value) && value.length === 0)) return [];
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return [`${key}: ${value}\n`];
    return [stringify({ [key]: value }, { lineWidth: 0, compat: 'yaml-1.1' })];
  });
  return `---\n${lines.join('')}---\n`;
}
