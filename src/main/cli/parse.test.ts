import { describe, expect, it } from 'vitest';
import { parseCli } from './parse';

const CWD = '/home/reader';
const parse = (...args: string[]) => parseCli(args, CWD);

describe('parseCli', () => {
  it('makes paths absolute', () => {
    expect(parse('import', 'a.txt', '/b', '--json')).toEqual({
      kind: 'run',
      command: {
        command: 'import',
        paths: ['/home/reader/a.txt', '/b'],
        dryRun: false,
        settings: {},
        duplicates: 'keep',
        timeout: null,
      },
      json: true,
      quiet: false,
    });
  });

  it('reads how files are to be read', () => {
    const args = [
      '--encoding',
      'GB18030',
      '--single',
      '--repair',
      'spaces',
      '--column',
      'text=正文',
    ];
    const settings = {
      encoding: 'gb18030',
      single: true,
      repair: { hanSpaces: true },
      columns: { text: '正文' },
    };
    expect(parse('import', 'a.csv', '--dry-run', '--timeout', '5', ...args)).toMatchObject({
      command: { dryRun: true, timeout: 5, settings },
    });
    expect(parse('reimport', 'ID', ...args)).toMatchObject({
      command: { command: 'reimport', id: 'ID', files: [], settings },
    });
    expect(parse('reimport', 'ID', '--file', '四版.txt', '--file', '五版.txt')).toMatchObject({
      command: { files: ['四版.txt', '五版.txt'], settings: {} },
    });
  });

  it('reads an annotation with several tags', () => {
    const args = ['--start', '3', '--end', '9', '--tag', '甲', '--tag', '乙', '--color', 'red'];
    expect(parse('annotate', 'ID', ...args)).toMatchObject({
      command: { id: 'ID', start: 3, end: 9, color: 'red', tags: ['甲', '乙'], note: null },
    });
  });

  it('takes a note that looks like an option when it is joined by an equals sign', () => {
    const run = parse('annotate', 'ID', '--start=0', '--end=1', '--note=--limit');
    expect(run).toMatchObject({ command: { note: '--limit' } });
  });

  it('searches for what begins with a hyphen after two hyphens', () => {
    expect(parse('search', '--', '--limit')).toMatchObject({ command: { query: '--limit' } });
  });

  it('exports one tag or some articles, into one folder', () => {
    expect(parse('export', 'markdown', 'out', '--article', 'a', '--article', 'b')).toMatchObject({
      command: { command: 'export-markdown', folder: '/home/reader/out', articleIds: ['a', 'b'] },
    });
  });

  it('reads the codebook, out and in', () => {
    expect(parse('tags')).toMatchObject({ command: { command: 'tags' } });
    expect(parse('tags', 'export', 'b.QDC', '--overwrite')).toMatchObject({
      command: { command: 'tags-export', path: '/home/reader/b.QDC', overwrite: true },
    });
    expect(parse('tags', 'import', '/b.csv', '--dry-run')).toMatchObject({
      command: { command: 'tags-import', path: '/b.csv', dryRun: true },
    });
  });

  it('reads notes and what they are to say', () => {
    expect(parse('notes', 'list')).toMatchObject({ command: { action: 'list', id: '' } });
    expect(parse('notes', 'show', 'archive')).toMatchObject({ command: { id: 'archive' } });
    expect(parse('notes', 'set', 'ID', '--note', '# 甲')).toMatchObject({
      command: { command: 'notes', action: 'set', id: 'ID', note: '# 甲' },
    });
  });

  it('reads an edit, which may put words where none go and take away without words', () => {
    expect(parse('edit', 'ID', '--start', '4', '--end', '4', '--text', '《')).toMatchObject({
      command: { command: 'edit', id: 'ID', start: 4, end: 4, text: '《' },
    });
    expect(parse('edit', 'ID', '--start=4', '--end=6', '--text=')).toMatchObject({
      command: { start: 4, end: 6, text: '' },
    });
  });

  it('reads a history and what of it is to come back', () => {
    expect(parse('history', 'ID')).toMatchObject({ command: { id: 'ID', restore: null } });
    expect(parse('history', 'ID', '--restore', '2')).toMatchObject({ command: { restore: 2 } });
  });

  it.each([
    [[], 'no command'],
    [['tags', 'delete'], 'export FILE or import FILE'],
    [['tags', 'export'], 'FILE'],
    [['tags', 'export', 'b.txt'], '.csv or .qdc'],
    [['tags', 'import', 'a.csv', 'b.csv'], 'b.csv'],
    [['notes'], 'list, show or set'],
    [['notes', 'set', 'ID'], '--note'],
    [['notes', 'list', 'x'], 'x'],
    [['edit', 'ID', '--start', '1', '--end', '2'], '--text'],
    [['edit', 'ID', '--start', '3', '--end', '2', '--text', 'x'], 'before'],
    [['edit', '--start', '1', '--end', '2', '--text', 'x'], 'ID'],
    [['history'], 'ID'],
    [['history', 'ID', '--restore', '0'], 'from 1'],
    [['history', 'ID', '--restore', 'all'], '--restore'],
    [['edit', 'ID', '--restore', '1', '--text', 'x'], '--restore does not belong'],
    [['fetch'], "unknown command 'fetch'"],
    [['import'], 'PATH'],
    [['list', 'extra'], 'extra'],
    [['import', 'a', '--encoding', 'utf-9'], 'utf-9 is none of'],
    [['import', 'a', '--column', '正文'], 'ROLE=NAME'],
    [['import', 'a', '--duplicates', 'drop'], 'drop is none of'],
    [['list', '--dry-run'], '--dry-run does not belong'],
    [['show'], 'ID'],
    [['show', 'a', 'b'], 'b'],
    [['search', ''], 'empty'],
    [['search', 'x', '--limit', 'many'], '--limit'],
    [['search', 'x', '--limit', '-1'], '--limit'],
    [['list', '--limit', '3'], '--limit does not belong'],
    [['annotate', 'ID', '--start', '3'], '--end'],
    [['annotate', 'ID', '--start', '3', '--end', '3'], 'not before'],
    [['annotate', 'ID', '--start', '3', '--end', '4', '--color', 'pink'], 'pink'],
    [['export', 'pdf', 'out'], 'markdown'],
    [['export', 'markdown'], 'DIR'],
    [['export', 'markdown', 'out', '--tag', 'a', '--tag', 'b'], 'one --tag'],
    [['export', 'markdown', 'out', '--tag', 'a', '--article', 'b'], 'exclude'],
    [['list', '--nonsense'], '--nonsense'],
  ])('says why %j is wrong', (args, reason) => {
    const parsed = parse(...args);
    expect(parsed.kind).toBe('wrong');
    expect(parsed.kind === 'wrong' ? parsed.reason : '').toContain(reason);
  });

  it('answers help before anything else is wrong', () => {
    expect(parse('show', '--help')).toEqual({ kind: 'help' });
    expect(parse('--version')).toEqual({ kind: 'version' });
  });
});
