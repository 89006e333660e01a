/**
 * `npm run dictionary -- 3`: makes the next dictionary of the payload codec from what a household's life puts into Temporal: the
 * demo is lived once on a scratch stack, and what its workflows were told and answered is collected, ids blanked. (A dictionary that
 * has been used must stay as it is; then add the new one to `platform/codec.ts`.)
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { caseWorkflowId, paymentRunId, paymentRunWorkflowId } from '../contracts/ids.ts';
import { createDataConverter, EncryptionCodec } from '../platform/codec.ts';
import { loadConfig } from '../platform/config.ts';
import { connectClient } from '../platform/temporal.ts';
import { civilInstant, yearMonth } from '../policy/dates.ts';
import { Life } from './demo/life.ts';
import { Timeline } from './demo/timeline.ts';
import { developmentTokens } from './development-tokens.ts';
import { composeDictionary } from './dictionary/compose.ts';
import { payloadTexts } from './dictionary/payload-texts.ts';
import { startStack } from './stack/start-stack.ts';
import { ApiClient } from './walk/api-client.ts';
import { mengheTown } from './walk/staff.ts';

const number = process.argv[2] ?? '';
if (!/^\d+$/.test(number)) throw new Error('Which number? npm run dictionary -- 3');

const dataDir = await mkdtemp(path.join(tmpdir(), 'doudi-dictionary-'));
const stack = await startStack({
  dataDir,
  training: true,
  temporalInMemory: true,
  env: { DOUDI_TRAINING_START: '2023-09-04', DOUDI_LOG_LEVEL: 'warn' },
  output: 'file',
  report: (line) => console.log(line),
});
try {
  const config = loadConfig({ ...process.env, ...stack.env });
  const api = new ApiClient({ url: stack.urls.api, token: await developmentTokens(config) });
  const life = new Life(api, new Timeline(console.log), civilInstant('2023-09-04T09:00:00'));
  await life.live();

  const client = await connectClient(config.temporal, createDataConverter(config.codecKeys));
  const codec = new EncryptionCodec(config.codecKeys);
  const run = { programme: 'dibao', month: yearMonth('2023-11'), district: mengheTown.district } as const;
  const texts: string[] = [];
  for (const workflowId of [caseWorkflowId(life.case.caseId), paymentRunWorkflowId(run)])
    texts.push(...(await payloadTexts(await client.workflow.getHandle(workflowId).fetchHistory(), codec)));
  await client.connection.close();
  const dictionary = composeDictionary(texts);
  await writeFile(new URL(`../platform/payload-dictionary-${number}.txt`, import.meta.url), dictionary);
  console.log(
    `${texts.length} payloads of the case and of ${paymentRunId(run)}; dictionary of ${dictionary.length} bytes`,
  );
} finally {
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
}
