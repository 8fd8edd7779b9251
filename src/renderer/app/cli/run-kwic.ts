import { KWIC_KEYS } from '@domain/search/kwic';
import { concordanceOf, type KwicLine } from '@renderer/archive/concordance';
import type { Bridge } from '@shared/bridge';
import type { ExitCode, Request } from './run-import';
import { refuse } from './run-search';

/** Prints the concordance of a query. */
export async function runKwic(request: Request<'kwic'>, bridge: Bridge): Promise<ExitCode> {
  const keys = KWIC_KEYS.filter((key) => request.keys.includes(key)).sort(
    (a, b) => request.keys.indexOf(a) - request.keys.indexOf(b),
  );
  const order = { keys, unit: request.unit };
  const { query, problem, total, articles, lines } = await concordanceOf(
    request.query,
    order,
    request.width,
    request.limit,
  );
  if (problem !== null) return refuse(query, problem, bridge);
  await bridge.cliResult({ query, total, articles, lines: lines.map(kwicJson) });
  return 0;
}

function kwicJson({ before, match, after, ...line }: KwicLine) {
  const { articleId, title, outlet, date, field, paragraph, start, end, targetId } = line;
  const words = { left: before, match, right: after };
  return { articleId, title, outlet, date, field, paragraph, start, end, ...words, targetId };
}
