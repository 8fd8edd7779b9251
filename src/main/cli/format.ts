import type { CliRequest } from '@shared/ipc';
import { z } from 'zod';

const importLine = z.object({
  file: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
  encoding: z.string().nullable(),
  articles: z.array(
    z.object({ id: z.string(), title: z.string(), outlet: z.string(), paragraphs: z.number() }),
  ),
});
const listLine = z.object({
  id: z.string(),
  title: z.string(),
  outlet: z.string(),
  date: z.string(),
  characters: z.number(),
  annotations: z.number(),
});
const showLine = z.object({
  title: z.string(),
  outlet: z.string(),
  date: z.string(),
  paragraphs: z.array(z.object({ kind: z.string(), text: z.string() })),
  annotations: z.array(
    z.object({
      exact: z.string(),
      color: z.string().nullable(),
      tags: z.array(z.string()),
      note: z.string(),
    }),
  ),
});
const searchLine = z.object({
  query: z.string(),
  total: z.number(),
  articles: z.number(),
  hits: z.array(
    z.object({
      title: z.string(),
      paragraph: z.number(),
      before: z.string(),
      match: z.string(),
      after: z.string(),
    }),
  ),
});
const kwicLine = z.object({
  query: z.string(),
  total: z.number(),
  articles: z.number(),
  lines: z.array(
    z.object({
      left: z.string(),
      match: z.string(),
      right: z.string(),
      title: z.string(),
      date: z.string(),
    }),
  ),
});
const noteLine = z.object({
  id: z.string(),
  targetKind: z.string(),
  target: z.string(),
  markdown: z.string(),
});
const revisionLine = z.object({
  number: z.number(),
  created: z.string(),
  cause: z.string(),
  edits: z.array(
    z.object({ start: z.number(), end: z.number(), before: z.string(), text: z.string() }),
  ),
  effects: z.array(z.object({ effect: z.string(), annotationId: z.string(), exact: z.string() })),
});
const checkLine = z.object({
  ok: z.boolean(),
  articles: z.number(),
  annotations: z.number(),
  notes: z.number(),
  tags: z.number(),
  problems: z.array(z.object({ kind: z.string(), id: z.string(), detail: z.string() })),
});

/** One result of a command for a person at a terminal (with `--json` it is printed as it is). */
export function humanLines(command: CliRequest['command'], value: unknown): string {
  switch (command) {
    case 'import': {
      const line = importLine.parse(value);
      const head = `${line.status}\t${line.file}${line.reason === null ? '' : `\t${line.reason}`}`;
      const articles = line.articles.map(
        (article) => `  ${article.id}  ${article.title}  ${article.outlet}  ¶${article.paragraphs}`,
      );
      return [head, ...articles].join('\n');
    }
    case 'list': {
      const line = listLine.parse(value);
      const facts = [line.date, line.outlet, `${line.characters}`, `✎${line.annotations}`];
      return `${line.id}  ${line.title}  ${facts.filter((fact) => fact !== '').join(' · ')}`;
    }
    case 'show': {
      const line = showLine.parse(value);
      const facts = [line.outlet, line.date].filter((fact) => fact !== '').join(' · ');
      const text = line.paragraphs.map((paragraph, index) => `${index + 1}\t${paragraph.text}`);
      const notes = line.annotations.map((a) =>
        [`▌${a.exact}`, a.tags.map((tag) => `#${tag}`).join(' '), a.note]
          .filter((part) => part !== '')
          .join('\n  '),
      );
      return [line.title, facts, '', ...text, '', ...notes].join('\n').trimEnd();
    }
    case 'notes': {
      const line = noteLine.parse(value);
      return `${line.id}  ${[line.targetKind, line.target].join(' ').trim()}\n${line.markdown}\n`;
    }
    case 'search': {
      const line = searchLine.parse(value);
      const hits = line.hits.map(
        (hit) => `${hit.title} ¶${hit.paragraph}: ${hit.before}【${hit.match}】${hit.after}`,
      );
      return [...hits, `${line.query}: ${line.total} / ${line.articles}`].join('\n');
    }
    case 'kwic': {
      const line = kwicLine.parse(value);
      const lines = line.lines.map(
        (each) => `${each.left}【${each.match}】${each.right}\t${each.title} ${each.date}`,
      );
      return [...lines, `${line.query}: ${line.total} / ${line.articles}`].join('\n');
    }
    case 'edit':
    case 'history': {
      const line = revisionLine.parse(value);
      const edits = line.edits.map((e) => `  ${e.start}–${e.end}  −${e.before}  +${e.text}`);
      const effects = line.effects.map((e) => `  ${e.effect}\t${e.annotationId}\t${e.exact}`);
      return [`${line.number}  ${line.created}  ${line.cause}`, ...edits, ...effects].join('\n');
    }
    case 'check': {
      const line = checkLine.parse(value);
      const counts = `articles ${line.articles}, annotations ${line.annotations}, notes ${line.notes}, tags ${line.tags}`;
      const problems = line.problems.map((p) => `${p.kind}\t${p.id}\t${p.detail}`);
      return [`${line.ok ? 'ok' : 'NOT OK'}: ${counts}`, ...problems].join('\n');
    }
    default:
      return JSON.stringify(value, null, 2);
  }
}
