import { buildApp } from '../api/app.ts';
import { describingDeps } from '../api/describing.ts';
import type { GeneratedFile } from './generated-file.ts';

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
