/** What was typed that opens a list: a link, a command or a tag. */
export interface Trigger {
  kind: 'link' | 'command' | 'tag';
  /** What was typed after the sign. */
  query: string;
  /** UTF-16 units before the cursor that the choice takes the place of. */
  length: number;
}

/** With a Chinese input method the same keys write 【【 and 、. */
const LINK = /(?:\[\[|【【)([^[\]【】\n\uFFFC]{0,40})$/u;
const COMMAND = /(?:(?<=^|[\s\uFFFC])\/|^、)([^\s/、，。]{0,20})$/u;
const TAG = /(?<=^|[\s\uFFFC]|(?!#)\p{P})#([^\s#\p{P}]{0,30})$/u;

/** The trigger that the text before the cursor ends with; `null` when there is none. */
export function findTrigger(before: string): Trigger | null {
  for (const [kind, pattern] of [
    ['link', LINK],
    ['command', COMMAND],
    ['tag', TAG],
  ] as const) {
    const found = pattern.exec(before);
    if (found !== null) return { kind, query: found[1] ?? '', length: found[0].length };
  }
  return null;
}
