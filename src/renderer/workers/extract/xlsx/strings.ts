import { readXml } from '../xml';

/** Collects the text of an `si` or `is` element: all runs, without phonetic ones. */
export class RunText {
  private phonetic = 0;
  private inText = false;
  private parts: string[] = [];

  start(): void {
    this.parts = [];
    this.phonetic = 0;
    this.inText = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.phonetic += 1;
    else if (name === 't') this.inText = this.phonetic === 0;
  }

  text(text: string): void {
    if (this.inText) this.parts.push(text);
  }

  close(name: string): void {
    if (name === 'rPh') this.phonetic -= 1;
    else if (name === 't') this.inText = false;
  }

  take(): string {
    const text = this.parts.join('');
    this.parts = [];
    return unescapeText(text);
  }
}

/** Reads the table of shared strings (ECMA-376 part 1, 18.4.9). */
export function readSharedStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  const run = new RunText();
  readXml(bytes, {
    open(name) {
      if (name === 'si') run.start();
      else run.open(name);
    },
    text: (text) => run.text(text),
    close(name) {
      if (name === 'si') strings.push(run.take());
      else run.close(name);
    },
  });
  return strings;
}

/**
 * Characters that XML does not allow are written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19), the line
 * end of Windows among them; line ends become LF.
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x') && !text.includes('\r')) return text;
  return text
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\r\n?/g, '\n');
}
