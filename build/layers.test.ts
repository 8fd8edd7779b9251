import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

// [file, import, what is imported (`x` unless said)]
type Case = [file: string, source: string, clause?: string];

const forbidden: Case[] = [
  ['shared/a.ts', '@domain/model'],
  ['shared/a.ts', '../domain/model'],
  ['shared/a.ts', 'react'],
  ['shared/a.ts', 'node:path'],
  ['domain/a.ts', '@renderer/data/database'],
  ['domain/text/a.ts', '../../renderer/data/database'],
  ['domain/text/a.ts', '../../main/files'],
  ['domain/a.ts', 'dexie'],
  ['domain/a.ts', 'react'],
  ['domain/a.ts', 'react/jsx-runtime'],
  ['domain/a.ts', 'electron'],
  ['domain/a.ts', 'node:fs'],
  ['domain/a.ts', 'node:fs/promises'],
  ['domain/search/a.ts', '@tiptap/core'],
  ['domain/note/a.ts', '@tiptap/react'],
  ['domain/note/a.ts', 'dexie'],
  ['main/a.ts', '@renderer/data/database'],
  ['main/a.ts', 'dexie'],
  ['preload/a.ts', '@domain/model'],
  ['preload/a.ts', 'node:fs'],
  ['renderer/app/a.tsx', 'electron'],
  ['renderer/app/a.tsx', 'node:fs'],
  ['renderer/app/a.tsx', 'dexie'],
  ['renderer/app/a.tsx', '@tiptap/react'],
  ['renderer/data/a.ts', '@renderer/archive/import-files'],
  ['renderer/data/a.ts', '../archive/import-files'],
  ['renderer/data/migrations/a.ts', '../../ui/button'],
  ['renderer/data/a.ts', 'electron'],
  ['renderer/workers/a.ts', '@renderer/archive/import-files'],
  ['renderer/workers/a.ts', 'dexie'],
  ['renderer/workers/a.ts', 'react'],
  ['renderer/archive/a.ts', '@renderer/features/reader/reader'],
  ['renderer/archive/a.ts', '@renderer/ui/button'],
  ['renderer/archive/a.ts', '@renderer/i18n', '{ t }'],
  ['renderer/archive/a.ts', 'dexie'],
  ['renderer/features/reader/a.tsx', '@renderer/data/articles'],
  ['renderer/features/reader/a.tsx', '@renderer/workers/clients'],
  ['renderer/features/reader/a.tsx', '@renderer/app/navigation'],
  ['renderer/features/reader/a.tsx', '@renderer/features/tags/tag-list'],
  ['renderer/features/reader/a.tsx', '../tags/tag-list'],
  ['renderer/features/reader/panel/a.tsx', '../../tags/tag-list'],
  ['renderer/features/reader/a.tsx', 'dexie-react-hooks'],
  ['renderer/features/reader/a.tsx', '@tiptap/react'],
  ['renderer/features/notes/a.tsx', '../tags/tag-list'],
  ['renderer/features/notes/editor/a.tsx', '@renderer/data/notes'],
  ['renderer/ui/a.tsx', '@renderer/archive/queries'],
  ['renderer/ui/a.tsx', '@domain/model'],
  ['renderer/i18n/a.ts', '@renderer/ui/button'],
];

const allowed: Case[] = [
  ['shared/a.ts', 'zod'],
  ['shared/a.ts', './ids'],
  ['domain/a.ts', '@shared/ids'],
  ['domain/a.ts', 'mdast-util-gfm'],
  ['domain/text/a.ts', '../model'],
  ['domain/note/a.ts', '@tiptap/core'],
  ['main/a.ts', 'electron'],
  ['main/a.ts', 'node:fs/promises'],
  ['main/cli/a.ts', '../files'],
  ['main/a.ts', '@domain/text/decode'],
  ['preload/a.ts', '@shared/ipc'],
  ['preload/a.ts', 'electron'],
  ['renderer/app/a.tsx', '@renderer/features/reader/reader'],
  ['renderer/app/a.tsx', '@renderer/data/database'],
  ['renderer/app/a.tsx', '@renderer/bridge'],
  ['renderer/data/a.ts', 'dexie'],
  ['renderer/data/a.ts', 'dexie-react-hooks'],
  ['renderer/data/migrations/a.ts', '../records'],
  ['renderer/workers/a.ts', '@renderer/data/database'],
  ['renderer/workers/a.ts', '@domain/search/index'],
  ['renderer/archive/a.ts', '@renderer/data/articles'],
  ['renderer/archive/a.ts', '@renderer/workers/clients'],
  ['renderer/archive/a.ts', '@renderer/i18n', '{ type TextKey }'],
  ['renderer/features/reader/a.tsx', '@renderer/archive/queries'],
  ['renderer/features/reader/a.tsx', '@renderer/ui/button'],
  ['renderer/features/reader/a.tsx', '@renderer/i18n', '{ t }'],
  ['renderer/features/reader/a.tsx', './panel/list'],
  ['renderer/features/reader/panel/a.tsx', '../reader'],
  ['renderer/features/notes/a.tsx', '@tiptap/react'],
  ['renderer/features/notes/editor/a.tsx', '@tiptap/core'],
  ['renderer/ui/a.tsx', 'react-aria-components'],
  ['renderer/ui/a.tsx', '@renderer/i18n', '{ t }'],
  ['domain/a.test.ts', 'node:fs'],
];

const root = path.resolve(import.meta.dirname, '..');
// Each case lies in a file of its own, in a copy of the layout: one run for all.
const folder = mkdtempSync(path.join(tmpdir(), 'zhaiji-layers-'));
const reported = new Set<string>();

const fileOf = (cases: Case[], index: number) => {
  const [file] = cases[index] as Case;
  const { dir, base } = path.parse(file);
  return `src/${dir}/${cases === forbidden ? 'no' : 'yes'}${index}-${base}`;
};

beforeAll(() => {
  mkdirSync(path.join(folder, 'build'));
  for (const name of ['biome.json', 'build/layers.biome.json']) {
    copyFileSync(path.join(root, name), path.join(folder, name));
  }
  for (const cases of [forbidden, allowed]) {
    cases.forEach(([, source, clause = '{ x }'], index) => {
      const file = path.join(folder, fileOf(cases, index));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `import ${clause} from '${source}';\n`);
    });
  }
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  const rule = '--only=style/noRestrictedImports';
  const args = [biome, 'lint', rule, '--reporter=github', '--max-diagnostics=none', '.'];
  let output = '';
  try {
    output = execFileSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  for (const match of output.matchAll(/^::error .*?file=([^,]*),/gm)) {
    reported.add(path.relative(folder, path.resolve(folder, match[1] as string)));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('layer rules', () => {
  const name = ([file, source, clause]: Case) =>
    `src/${file} ← ${source}${clause ? ` ${clause}` : ''}`;
  test.each(forbidden.map((one, i) => [name(one), i] as const))('forbidden: %s', (_name, i) => {
    expect(reported).toContain(path.normalize(fileOf(forbidden, i)));
  });
  test.each(allowed.map((one, i) => [name(one), i] as const))('allowed: %s', (_name, i) => {
    expect(reported).not.toContain(path.normalize(fileOf(allowed, i)));
  });
});
