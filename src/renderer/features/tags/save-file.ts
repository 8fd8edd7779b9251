/** Writes a text to a folder that the user chooses. Answers where; `null` when none was chosen. */
export type SaveFile = (name: string, text: string) => Promise<string | null>;
