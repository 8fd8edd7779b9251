import type { QueryProblem } from '@domain/search/query';
import { searchArchive } from '@renderer/archive/search';
import { type TextKey, t } from '@renderer/i18n';
import type { Bridge } from '@shared/bridge';
import { searchJson } from './json';
import type { ExitCode, Request } from './run-import';

/** `search QUERY`: a query with a mistake in it is a wrong usage, and its place is told. */
export async function runSearch(request: Request<'search'>, bridge: Bridge): Promise<ExitCode> {
  const { problem, ...result } = await searchArchive(request.query, request.limit);
  if (problem !== null) return refuse(request.query, problem, bridge);
  await bridge.cliResult(searchJson(result));
  return 0;
}

/** Says what is wrong with a query, and where. */
export async function refuse(
  query: string,
  { code, start, end, what }: QueryProblem,
  bridge: Bridge,
): Promise<ExitCode> {
  const words = t(`search.problem.${code}` as TextKey, { what });
  const place = `${query.slice(0, start)}【${query.slice(start, end)}】${query.slice(end)}`;
  await bridge.cliMessage(`zhaiji: ${words}\n  ${place}  [${start}, ${end})`);
  return 2;
}
