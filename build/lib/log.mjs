/**
 * Messages of the build scripts. They all go to standard error, so that the
 * command line's standard output holds nothing but what was asked for.
 */

/**
 * @typedef {object} Log
 * @property {(text: string) => void} info what was found; left out when quiet
 * @property {(text: string) => void} action what is really being done; always said
 * @property {(text: string) => void} error
 */

/** @returns {Log} */
export function createLog({ quiet = false } = {}) {
  const write = (text) => process.stderr.write(`${text}\n`);
  return {
    info: quiet ? () => {} : write,
    action: write,
    error: write,
  };
}

/** A failure whose message is a sentence for the reader: shown without a stack. */
export class UserError extends Error {}

/** Runs a script's main function; a failure becomes a message and exit code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(
      `${error instanceof UserError ? error.message : (error?.stack ?? String(error))}\n`,
    );
    process.exitCode = 1;
  }
}
