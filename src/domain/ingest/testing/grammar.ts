import type { Random } from './random';

/** Phrases by name. `{name}` stands for a phrase of that name, `{n:2-90}` for a number. */
export type Grammar = Readonly<Record<string, readonly string[]>>;

const SLOT = /\{([^{}]+)\}/g;

/**
 * Writes texts from a grammar. Names that begin with `@` are chosen once per writer, so that an
 * article keeps its place and theme; of the others none returns before all have been used. Throws for a name that the grammar does not have.
 */
export class Writer {
  private readonly fixed = new Map<string, string>();
  private readonly used = new Map<string, Set<string>>();

  constructor(
    private readonly grammar: Grammar,
    private readonly random: Random,
  ) {}

  write(name: string): string {
    return this.fill(`{${name}}`);
  }

  private fill(pattern: string): string {
    return pattern.replace(SLOT, (_, slot: string) => this.slot(slot));
  }

  private slot(slot: string): string {
    const range = /^n:(\d+)-(\d+)$/.exec(slot);
    if (range) return String(this.random.int(Number(range[1]), Number(range[2])));
    if (!slot.startsWith('@')) return this.choose(slot);
    let value = this.fixed.get(slot);
    if (value === undefined) {
      value = this.choose(slot.slice(1));
      this.fixed.set(slot, value);
    }
    return value;
  }

  private choose(name: string): string {
    const choices = this.grammar[name];
    if (!choices) throw new Error(`The grammar has no phrase "${name}"`);
    const used = this.used.get(name) ?? new Set();
    if (used.size === choices.length) used.clear();
    const pattern = this.random.pick(choices.filter((choice) => !used.has(choice)));
    this.used.set(name, used.add(pattern));
    return this.fill(pattern);
  }
}
