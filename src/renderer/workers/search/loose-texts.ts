import { type ArticleText, PARAGRAPH_KINDS, type Paragraph } from '@domain/model';

export type SourceParagraph = Pick<Paragraph, 'kind' | 'start' | 'end'>;

export interface LooseText {
  /** `null` when there was no room for it: it is read again when it is looked through. */
  text: string | null;
  /** In UTF-16 code units. */
  length: number;
  /** Kind, start and end of one after the other. */
  paragraphs: Uint32Array;
}

/** UTF-16 code units of texts that are held. */
const ROOM = 16 * 1024 * 1024;

/** What is known of the texts that are in no segment as they are now, by the slots of their articles. */
export class LooseTexts {
  private readonly texts = new Map<number, LooseText>();
  private units = 0;

  /** The texts as they are now, for a source that outlives their change. */
  copy(): ReadonlyMap<number, LooseText> {
    return new Map(this.texts);
  }

  has(slot: number): boolean {
    return this.texts.has(slot);
  }

  put(slot: number, row: ArticleText | undefined): number {
    this.remove(slot);
    const text = row?.text ?? '';
    const isHeld = this.units + text.length <= ROOM;
    if (isHeld) this.units += text.length;
    this.texts.set(slot, { ...measured(row), text: isHeld ? text : null });
    return text.length;
  }

  remove(slot: number): void {
    this.units -= this.texts.get(slot)?.text?.length ?? 0;
    this.texts.delete(slot);
  }

  /** Forgets all others. */
  keepOnly(slots: ReadonlySet<number>): void {
    for (const slot of [...this.texts.keys()]) if (!slots.has(slot)) this.remove(slot);
  }
}

/** What is known of a text without its words. */
export function measured(row: ArticleText | undefined): LooseText {
  const { text, paragraphs } = row ?? { text: '', paragraphs: [] };
  return { text: null, length: text.length, paragraphs: packed(paragraphs) };
}

function packed(paragraphs: readonly Paragraph[]): Uint32Array {
  const numbers = paragraphs.flatMap(({ kind, start, end }) => [
    PARAGRAPH_KINDS.indexOf(kind),
    start,
    end,
  ]);
  return Uint32Array.from(numbers);
}

export function unpacked(numbers: Uint32Array): SourceParagraph[] {
  const paragraphs: SourceParagraph[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    paragraphs.push({
      kind: PARAGRAPH_KINDS[numbers[at] as number] ?? 'body',
      start: numbers[at + 1] as number,
      end: numbers[at + 2] as number,
    });
  }
  return paragraphs;
}
