import { calendarFile } from './generate-calendar.ts';
import { openapiFile } from './generate-openapi.ts';
import { parametersFile } from './generate-parameters.ts';
import { type GeneratedFile, isCurrent, write } from './generated-file.ts';

/** Every generated file of the repository. `npm run generate` writes them; with `--check` it only compares. */
const files: readonly GeneratedFile[] = [calendarFile, parametersFile, openapiFile];

for (const file of files) {
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
