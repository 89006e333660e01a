import { glob, readFile } from 'node:fs/promises';
import { FOLDER, type Parameter, readParameter } from './parameter-file.ts';
import { inRepository } from './repository.ts';
import { refuseBrokenStandards } from './standard-rows.ts';

/** Every parameter, as its YAML file says. Throws an error naming the file and everything wrong in it, a standard that breaks a binding rule too. */
export async function readParameters(): Promise<Parameter[]> {
  const paths: string[] = [];
  for await (const path of glob('**/*.yaml', { cwd: inRepository(FOLDER) })) paths.push(path);
  const parameters = await Promise.all(
    paths.sort().map(async (path) => readParameter(path, await readFile(inRepository(`${FOLDER}/${path}`), 'utf8'))),
  );
  refuseBrokenStandards(parameters);
  return parameters;
}
