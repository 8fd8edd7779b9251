import type { FactSource, MetadataField } from '@domain/model';
import { readIssue, yearOfIssue } from './issues';

/** A piece of metadata with where it was read. */
export interface FoundFact extends FactSource {
  value: string;
}
export type FoundFacts = Partial<Record<MetadataField, FoundFact>>;

/** Gives each value that is not empty its source. */
export function foundFacts(
  values: Partial<Record<MetadataField, string>>,
  source: FactSource,
): FoundFacts {
  const found: FoundFacts = {};
  for (const key in values) {
    const field = key as MetadataField;
    const value = values[field];
    if (value !== undefined && value !== '') found[field] = { value, ...source };
  }
  return found;
}

/** The same with the issue that the line names; its year is a date, if nothing better is found. */
export function factsWithIssue(
  text: string,
  values: Partial<Record<MetadataField, string>>,
  source: FactSource,
): FoundFacts {
  const issue = readIssue(text);
  const found = foundFacts({ ...values, issue }, source);
  const year = yearOfIssue(issue);
  if (!found.date && year !== '') found.date = { value: year, ...source, confidence: 0.5 };
  return found;
}

export function factValue(facts: FoundFacts, field: MetadataField): string {
  return facts[field]?.value ?? '';
}

/** The first that knows the field, `undefined` when none does. */
export function firstFact(
  field: MetadataField,
  from: readonly FoundFacts[],
): FoundFact | undefined {
  for (const facts of from) if (facts[field]) return facts[field];
  return undefined;
}
