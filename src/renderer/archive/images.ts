import type { StoredImage } from '@domain/model-history';
import { sha256Of } from '@renderer/data/hash';
import { deleteUnusedImages, findImage, keepImage } from '@renderer/data/images';
import { useLive } from '@renderer/data/live';
import { newStamp } from '@renderer/data/records';
import { ZhaijiError } from '@shared/errors';

const MOST_BYTES = 10 * 1024 * 1024;
/** Pixels of the longer side; larger pictures are made smaller. */
const LONGEST_SIDE = 2000;
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
const DAY = 86_400_000;

/** A picture of the archive; `null` when there is none, `undefined` while it reads. */
export function useImage(id: string): StoredImage | null | undefined {
  return useLive(() => findImage(id), [id]);
}

/**
 * Keeps a picture in the archive, made smaller when it is very large; the same one only once.
 * @throws ZhaijiError `image-too-large` or `image-unsupported`.
 */
export async function storeImage(file: File): Promise<StoredImage> {
  if (!TYPES.includes(file.type)) throw new ZhaijiError('image-unsupported', file.name);
  if (file.size > MOST_BYTES) throw new ZhaijiError('image-too-large', file.name);
  const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
    throw new ZhaijiError('image-unsupported', file.name, { cause });
  });
  try {
    const { width, height, blob } = await fitted(file, bitmap);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const hash = await sha256Of(bytes);
    return await keepImage({ ...newStamp(), sha256: hash, type: blob.type, bytes, width, height });
  } finally {
    bitmap.close();
  }
}

async function fitted(file: File, bitmap: ImageBitmap) {
  const scale = LONGEST_SIDE / Math.max(bitmap.width, bitmap.height);
  // A moving picture would lose its movement.
  if (scale >= 1 || file.type === 'image/gif')
    return { width: bitmap.width, height: bitmap.height, blob: file };
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  return { width, height, blob: await canvas.convertToBlob({ type: file.type, quality: 0.9 }) };
}

/** Deletes pictures that nothing shows any more; those of the last day stay in any case. */
export function removeUnusedImages(): Promise<void> {
  return deleteUnusedImages(new Date(Date.now() - DAY).toISOString());
}
