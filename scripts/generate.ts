import { calendarFile } from './generate-calendar.ts';
import { parametersFile } from './generate-parameters.ts';
import { type GeneratedFile, isCurrent, write } from './generated-file.ts';

/**
 * Every generated file of the repository. `npm run generate` writes them; with `--check` it only compares. The OpenAPI document comes
 * last and is loaded last: it speaks of the parameters as they have just been written.
 */
const files: readonly (() => Promise<GeneratedFile>)[] = [
  () => Promise.resolve(calendarFile),
  () => Promise.resolve(parametersFile),
  async () => (await import('./generate-openapi.ts')).openapiFile,
];

for (const load of files) {
  const file = await load();
  if (await isCurrent(file)) {
    console.log(`current  ${file.path}`);
  } else if (process.argv.includes('--check')) {
    console.error(`stale    ${file.path}: run \`npm run generate\` and commit the result`);
    process.exitCode = 1;
  } else {
    await write(file);
    console.log(`written  ${file.path}`);
  }
}
