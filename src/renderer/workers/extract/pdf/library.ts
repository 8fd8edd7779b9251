import { ZhaijiError } from '@shared/errors';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * Opens PDF files with pdf.js inside the worker that we are in. Nothing of the file is executed,
 * drawn or fetched: only its text and its properties are ever asked for.
 */

/** The predefined CMaps of Chinese, Japanese and Korean fonts, each a script of its own. */
const CMAPS = import.meta.glob<string>(
  '../../../../../node_modules/pdfjs-dist/cmaps/*.bcmap',
  // As scripts rather than files: a script has one address in the app, in development and in tests.
  { query: '?url&inline', import: 'default', exhaustive: true },
);

const BY_NAME = new Map(
  Object.entries(CMAPS).map(([path, load]) => [
    path.slice(path.lastIndexOf('/') + 1, -'.bcmap'.length),
    load,
  ]),
);

/** What pdf.js asks for the data of a CMap. */
class CMapReader {
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: true }> {
    return { cMapData: await readCMap(name), isCompressed: true };
  }
}

/** Fonts, colour profiles and decoders are only needed for drawing. */
class NoData {
  fetch(): Promise<never> {
    return Promise.reject(new Error('only text is read'));
  }
}

/** @throws Error when there is no predefined CMap of that name */
export async function readCMap(name: string): Promise<Uint8Array> {
  const load = BY_NAME.get(name);
  if (!load) throw new Error(`no CMap ${name}`);
  const address = await load();
  const base64 = address.slice(address.indexOf(',') + 1);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function loadLibrary() {
  // Loaded into this thread, it leaves its handler in `globalThis.pdfjsWorker`, where the library
  // looks for it before it would start a worker. It also listens to this worker's own messages,
  // but only to those that are addressed to it.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** An open file; `close` must be called. */
export interface OpenPdf {
  document: PDFDocumentProxy;
  close(): Promise<void>;
}

/**
 * `bytes` stay as they are.
 * @throws ZhaijiError `file-encrypted` (it asks for a password), `file-damaged`
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const pdf = await loadLibrary();
  const task = pdf.getDocument({
    // The library takes possession of what it is given.
    data: bytes.slice(),
    verbosity: pdf.VerbosityLevel.ERRORS,
    CMapReaderFactory: CMapReader,
    StandardFontDataFactory: NoData,
    WasmFactory: NoData,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 0,
    enableXfa: false,
    stopAtErrors: false,
    useSystemFonts: true,
    disableFontFace: false,
  });
  try {
    const document = await task.promise;
    return { document, close: () => close(task) };
  } catch (error) {
    await close(task);
    throw new ZhaijiError(isEncryption(error) ? 'file-encrypted' : 'file-damaged', '', {
      cause: error,
    });
  }
}

async function close(task: PDFDocumentLoadingTask): Promise<void> {
  try {
    await task.destroy();
  } catch {
    // It was closed by the failure itself.
  }
}

function isEncryption(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A certificate or an unknown method of encryption is reported in words only.
  return error.name === 'PasswordException' || /encrypt/i.test(error.message);
}
