/** Every way in which Zhaiji can fail, named once. The user's language says it in `i18n`. */
export const ERROR_CODES = [
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-binary',
  'file-too-large',
  'file-no-text',
  'file-unsupported',
  'file-scanned',
  'file-encrypted',
  'file-damaged',
  'file-timeout',
  'file-changed',
  'file-word-old',
  'file-image',
  'file-no-columns',
  'source-not-kept',
  'zip-bomb',
  'zip-nested',
  'folder-empty',
  'folder-unwritable',
  'handle-unknown',
  'name-unsafe',
  'file-exists',
  'archive-in-use',
  'database-newer',
  'database-unreadable',
  'storage-full',
  'article-missing',
  'annotation-missing',
  'note-missing',
  'revision-missing',
  'text-changed',
  'archive-changing',
  'text-empty',
  'image-too-large',
  'image-unsupported',
  'tag-missing',
  'tag-name-empty',
  'tag-name-taken',
  'range-invalid',
  'backup-invalid',
  'archive-not-empty',
  'usage',
  'cancelled',
  'unexpected',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error with a code that the interface can say in the user's language. */
export class ZhaijiError extends Error {
  readonly code: ErrorCode;
  /** What it is about: a path, a title, an id. */
  readonly subject: string;

  constructor(code: ErrorCode, subject = '', options?: { cause?: unknown }) {
    super(subject === '' ? code : `${code}: ${subject}`, options);
    this.name = 'ZhaijiError';
    this.code = code;
    this.subject = subject;
  }
}

/** The code of whatever was thrown; `unexpected` when it is not ours. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof ZhaijiError) return error.code;
  // Errors lose their class between processes and workers; the message keeps the code.
  const message = error instanceof Error ? error.message : String(error);
  const found = ERROR_CODES.find((code) => new RegExp(`(^|: )${code}(:|$)`, 'm').test(message));
  if (found !== undefined) return found;
  if (/quota/i.test(message)) return 'storage-full';
  // The user is told only that it was unexpected; whoever looks into it needs the rest.
  console.error(error);
  return 'unexpected';
}
