import { z } from 'zod';

/** What the command line asks about word statistics; the renderer's worker answers it. */

const unit = z.enum(['char', 'word']);
const natural = z.number().int().nonnegative();

export const collocatesRequestSchema = z.object({
  command: z.literal('collocates'),
  query: z.string(),
  unit,
  /** Tokens on either side. */
  window: natural,
  measure: z.enum(['ll', 'pmi', 'mi3', 'logDice']),
  min: natural,
  limit: natural,
});

export const freqRequestSchema = z.object({
  command: z.literal('freq'),
  queries: z.array(z.string()),
  by: z.enum(['year', 'quarter', 'month', 'outlet']),
});

export const keynessRequestSchema = z.object({
  command: z.literal('keyness'),
  query: z.string(),
  /** Empty: all other articles. */
  against: z.string(),
  unit,
  size: natural,
  min: natural,
  limit: natural,
});

export const ngramsRequestSchema = z.object({
  command: z.literal('ngrams'),
  /** Empty: the whole archive. */
  query: z.string(),
  unit,
  size: natural,
  min: natural,
  limit: natural,
});

export type AnalysisCommand =
  | z.infer<typeof collocatesRequestSchema>
  | z.infer<typeof freqRequestSchema>
  | z.infer<typeof keynessRequestSchema>
  | z.infer<typeof ngramsRequestSchema>;
