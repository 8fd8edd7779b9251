import { measureInPage } from './measure.mjs';

/**
 * Adds the rows that an import has made to new databases, with nothing but Dexie's `bulkAdd`.
 *
 * @param {{ path: string, display: string | null }} electron
 * @param {string} profile the archive's folder
 * @param {string} page a folder for the built page
 * @param {number} batch articles in a transaction
 * @returns {Promise<import('./page').BareResult>}
 */
export async function runBare(electron, profile, page, batch) {
  return measureInPage(electron, import.meta.dirname, { profile, page, argument: batch });
}
