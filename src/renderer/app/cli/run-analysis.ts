import { type Bin, type BinCount, relativeFrequency } from '@domain/search/stats/frequency';
import {
  type AnalysisKind,
  analyse,
  type OutcomeOf,
  type QueryMistake,
  type RequestOf,
} from '@renderer/archive/analysis';
import { type TextKey, t } from '@renderer/i18n';
import type { Bridge } from '@shared/bridge';
import type { AnalysisCommand } from '@shared/cli-analysis';
import type { ExitCode } from './run-import';

/** `collocates`, `freq`, `keyness` and `ngrams`. The fields are a promise: added, never renamed. */
export async function runAnalysis(request: AnalysisCommand, bridge: Bridge): Promise<ExitCode> {
  switch (request.command) {
    case 'collocates': {
      const { query, unit, window: span, measure, min: least, limit } = request;
      const window = { left: span, right: span, limit: 'paragraph' } as const;
      const asked = { query, unit, window, reference: 'archive', least } as const;
      return answer('collocates', asked, bridge, ({ rows, rowCount, ...table }) => ({
        query,
        unit,
        window: span,
        measure,
        ...table,
        rowCount,
        rows: top(rows, limit, (row) => row[measure]),
      }));
    }
    case 'freq': {
      const { queries, by } = request;
      return answer('frequency', { queries, by }, bridge, ({ bins, series }) => ({
        by,
        base: 'archive',
        bins: bins.map((bin, index) => ({
          ...bin,
          counts: series.flatMap(({ query, counts }) => {
            const count = counts[index];
            return count === undefined ? [] : [countJson(query, bin, count)];
          }),
        })),
      }));
    }
    case 'keyness': {
      const { query, against, unit, size, min: least, limit } = request;
      const asked = { query, against, unit, size, least };
      return answer('keyness', asked, bridge, ({ rows, ...rest }) => ({
        query,
        against,
        unit,
        size,
        ...rest,
        // JSON knows no infinity: what the second side has none of has no per cent either.
        rows: top(rows, limit, ({ ll }) => Math.abs(ll)).map((row) => ({
          ...row,
          percent: Number.isFinite(row.percent) ? row.percent : null,
        })),
      }));
    }
    case 'ngrams': {
      const { query, unit, size, min: least, limit } = request;
      return answer('ngrams', { query, unit, size, least }, bridge, ({ rows, ...rest }) => ({
        query,
        unit,
        size,
        ...rest,
        rows: rows.slice(0, limit),
      }));
    }
  }
}

async function answer<K extends AnalysisKind>(
  kind: K,
  request: RequestOf<K>,
  bridge: Bridge,
  json: (outcome: OutcomeOf<K>) => Parameters<Bridge['cliResult']>[0],
): Promise<ExitCode> {
  const outcome = await analyse(kind, request).answer;
  if (outcome.mistake !== null) {
    await bridge.cliMessage(mistakeText(outcome.mistake));
    return 2;
  }
  const { mistake: _, ...rest } = outcome;
  await bridge.cliResult(json(rest as unknown as OutcomeOf<K>));
  return 0;
}

function mistakeText({ query, problem: { code, start, end, what } }: QueryMistake): string {
  const words = t(`search.problem.${code}` as TextKey, { what });
  const place = `${query.slice(0, start)}【${query.slice(start, end)}】${query.slice(end)}`;
  return `zhaiji: ${words}\n  ${place}  [${start}, ${end})`;
}

function countJson(query: string, bin: Bin, count: BinCount) {
  return { query, ...count, per10000: relativeFrequency(bin, count, 'archive') };
}

function top<Row>(rows: Row[], limit: number, strength: (row: Row) => number): Row[] {
  return rows.toSorted((x, y) => strength(y) - strength(x)).slice(0, limit);
}
