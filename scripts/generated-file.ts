import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { inRepository } from './repository.ts';

/** A file written by a script: `path` from the root of the repository, `render` its whole text before formatting. */
export interface GeneratedFile {
  readonly path: string;
  readonly render: () => Promise<string>;
}

async function formatted(file: GeneratedFile): Promise<string> {
  const filepath = inRepository(file.path);
  return format(await file.render(), { ...(await resolveConfig(filepath)), filepath });
}

async function currentText(path: string): Promise<string | undefined> {
  try {
    return await readFile(inRepository(path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether the file on disk is what its generator would write now. */
export const isCurrent = async (file: GeneratedFile): Promise<boolean> =>
  (await currentText(file.path)) === (await formatted(file));

/** Writes the file, formatted as the repository is. */
export const write = async (file: GeneratedFile): Promise<void> =>
  writeFile(inRepository(file.path), await formatted(file));
