import { linkAddress } from '@domain/interchange/markdown/file-names';
import type { PictureAddress } from '@domain/note/markdown-forms';
import { findImage, imageHeads } from '@renderer/data/images';
import { type ErrorCode, errorCodeOf } from '@shared/errors';

/** Long enough that two pictures never share a name. */
const HASH_DIGITS = 16;

/** The pictures that the files of one export show, as files in a folder of their own. */
export class ExportPictures {
  private readonly heads: Promise<Awaited<ReturnType<typeof imageHeads>>>;
  private readonly wanted = new Map<string, string>();
  private readonly written = new Set<string>();

  /** `folder` is relative to the folder that is exported into. */
  constructor(private readonly folder: string) {
    this.heads = imageHeads();
    // Who asks for an address is told of a failure.
    this.heads.catch(() => undefined);
  }

  /** The addresses of pictures, relative to the file with this name; what is asked for is written later. */
  async addressesFor(fileName: string): Promise<PictureAddress> {
    const heads = await this.heads;
    const up = '../'.repeat(fileName.split('/').length - 1);
    return (id) => {
      const head = heads.get(id);
      if (head === undefined) return null;
      const name = `${this.folder}/${head.sha256.slice(0, HASH_DIGITS)}${extensionOf(head.type)}`;
      this.wanted.set(name, id);
      return linkAddress(`${up}${name}`);
    };
  }

  /**
   * Writes what was asked for and is not there yet. The name says what is in the file, so that one that
   * exists can be written over. Answers what was written and what failed.
   */
  async write(save: (name: string, bytes: Uint8Array) => Promise<void>): Promise<{
    written: string[];
    failed: { name: string; code: ErrorCode }[];
  }> {
    const result = { written: [] as string[], failed: [] as { name: string; code: ErrorCode }[] };
    for (const [name, id] of this.wanted) {
      if (this.written.has(name)) continue;
      this.written.add(name);
      try {
        const image = await findImage(id);
        if (image === null) continue;
        await save(name, image.bytes);
        result.written.push(name);
      } catch (error) {
        result.failed.push({ name, code: errorCodeOf(error) });
      }
    }
    return result;
  }
}

function extensionOf(type: string): string {
  return type === 'image/jpeg' ? '.jpg' : `.${type.replace('image/', '')}`;
}
