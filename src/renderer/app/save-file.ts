import { saveText } from '@renderer/archive/save-text';
import { bridge } from '@renderer/bridge';
import { ZhaijiError } from '@shared/errors';

/** Writes a file into a folder that the user chooses. Answers where; `null` when none was chosen. */
export function saveFile(name: string, content: string | Uint8Array): Promise<string | null> {
  return saveText(bridge, name, content);
}

/** The first file that the user chooses; `null` when none was chosen. */
export async function pickOneFile(): Promise<{ name: string; bytes: Uint8Array } | null> {
  const { files, problems } = await bridge.pickFiles('files');
  const [file] = files;
  const [problem] = problems;
  if (file === undefined && problem !== undefined) {
    throw new ZhaijiError(problem.code, problem.path);
  }
  return file === undefined ? null : { name: file.name, bytes: await bridge.readFile(file.handle) };
}
