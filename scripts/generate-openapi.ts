import { buildApp } from '../api/app.ts';
import { describingDeps } from '../api/describing.ts';
import { isCurrent, write, type GeneratedFile } from './generated-file.ts';

/** The API's OpenAPI document, drawn from the routes themselves. */
export const openapiFile: GeneratedFile = {
  path: 'openapi.json',
  render: async () => {
    const app = await buildApp(describingDeps);
    await app.ready();
    const document = JSON.stringify(app.swagger());
    await app.close();
    return document;
  },
};

if (process.argv[1] === import.meta.filename) {
  if (!process.argv.includes('--check')) await write(openapiFile);
  else if (!(await isCurrent(openapiFile))) {
    console.error('openapi.json is stale: run `npm run generate` and commit the result');
    process.exitCode = 1;
  }
}
