import { readingTogether } from '@renderer/archive/import/reading-together';
import {
  failedLine,
  type ImportLine,
  type ImportSource,
  importFiles,
} from '@renderer/archive/import-files';
import { startReimport } from '@renderer/archive/import-session';
import { parseImportSettings } from '@renderer/archive/import-settings';
import { previewFiles } from '@renderer/archive/preview-files';
import { t } from '@renderer/i18n';
import type { Bridge } from '@shared/bridge';
import type { CliRequest } from '@shared/ipc';
import { importJson, previewJson } from './json';
import { Printer } from './printer';

export type ExitCode = 0 | 1 | 2;
export type Request<C extends CliRequest['command']> = Extract<CliRequest, { command: C }>;

/** `import PATH…`: one line of output per file; with `--dry-run` one per article, nothing written. */
export async function runImport(request: Request<'import'>, bridge: Bridge): Promise<ExitCode> {
  let failed = false;
  const printer = new Printer(bridge.cliResults);
  const print = (line: ImportLine) => {
    if (line.status === 'failed') failed = true;
    printer.print(importJson(line));
  };
  for (const { path, code } of request.problems) print(failedLine(path, code));
  const read = readingTogether(bridge.readFiles);
  const sources = request.files.map((file): ImportSource => {
    const { handle, name, path, size } = file;
    return { name, path, size, read: () => read(handle) };
  });
  if (request.others > 0) await bridge.cliMessage(t('import.others', { count: request.others }));
  const settings = parseImportSettings(request.settings);
  const limit = request.timeout === null ? null : request.timeout * 1000;
  const timing = limit === null ? {} : { timeLimit: () => limit };
  if (request.dryRun) {
    await previewFiles(sources, {
      settings,
      ...timing,
      onReading: (file, reading, joins, decisionsOf) => {
        for (const article of previewJson(file, reading, joins, decisionsOf))
          printer.print(article);
      },
      onFailure: print,
    });
    await printer.settled();
    return failed ? 1 : 0;
  }
  const { duplicates } = request;
  const report = await importFiles(sources, { settings, duplicates, ...timing, onLine: print });
  await printer.settled();
  const imported = report.lines.filter((line) => line.status === 'imported').length;
  await bridge.cliMessage(t('import.cli.done', { imported, files: sources.length }));
  const { joined = 0 } = report;
  if (joined > 0) await bridge.cliMessage(t('import.joined', { count: joined }));
  if (report.stopped !== null) await bridge.cliMessage(t(`error.${report.stopped}`));
  return failed ? 1 : 0;
}

/** `reimport ID`: the article's source files are read again, all or those named with the settings given. */
export async function runReimport(request: Request<'reimport'>, bridge: Bridge): Promise<ExitCode> {
  const { id, files, settings } = request;
  const session = await startReimport(id, parseImportSettings(settings), files);
  const report = await session.accept();
  for (const line of report.lines) await bridge.cliResult(importJson(line));
  if (report.unchanged === true) await bridge.cliMessage(t('import.unchanged'));
  return report.lines.every((line) => line.status === 'imported') ? 0 : 1;
}
