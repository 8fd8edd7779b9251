/** Readers of single arguments; each throws a `UsageError` that says what was wrong. */

/** The command line was not used as it says; the message is for the user. */
export class UsageError extends Error {}

export function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === value);
  if (found === undefined) {
    throw new UsageError(`${option} ${value} is none of ${known.join(', ')}`);
  }
  return found;
}

/** `--start N --end N`; an empty range only where something can be put in. */
export function range(
  values: { start?: string | undefined; end?: string | undefined },
  mayBeEmpty = false,
): { start: number; end: number } {
  const start = whole('--start', values.start);
  const end = whole('--end', values.end);
  if (start > end || (start === end && !mayBeEmpty)) {
    throw new UsageError(`--start ${start} is not before --end ${end}`);
  }
  return { start, end };
}

export function takesNothing(name: string, rest: string[]): void {
  if (rest.length > 0) throw new UsageError(`'${name}' takes no argument, got '${rest[0]}'`);
}

export function one(name: string, what: string, rest: string[]): string {
  const [value, extra] = rest;
  if (value === undefined) throw new UsageError(`'${name}' needs ${what}`);
  if (extra !== undefined) throw new UsageError(`'${name}' takes one ${what}, got also '${extra}'`);
  return value;
}

export function whole(option: string, value: string | undefined): number {
  if (value === undefined) throw new UsageError(`${option} N is needed`);
  if (!/^\d{1,12}$/.test(value))
    throw new UsageError(`${option} needs a whole number, got '${value}'`);
  return Number(value);
}
