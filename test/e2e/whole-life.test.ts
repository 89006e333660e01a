import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../api/app.ts';
import { openDeps } from '../../api/real-deps.ts';
import { createLog } from '../../platform/log.ts';
import { civilInstant } from '../../policy/dates.ts';
import { Life } from '../../scripts/demo/life.ts';
import { reckon } from '../../scripts/demo/reckoning.ts';
import { Timeline } from '../../scripts/demo/timeline.ts';
import { redecideAll } from '../../scripts/policy/redecide/redecide-all.ts';
import { developmentTokens } from '../../scripts/development-tokens.ts';
import { ApiClient } from '../../scripts/walk/api-client.ts';
import { startCaseStack, type CaseStack } from '../workflows/case/case-stack.ts';

let stack: CaseStack;
let app: FastifyInstance;
let close: () => Promise<void>;
let api: ApiClient;

beforeAll(async () => {
  stack = await startCaseStack('whole-life');
  const config = { ...stack.config, training: true, trainingStart: '2023-09-04' };
  const opened = await openDeps(config, createLog(config, 'api'));
  close = opened.close;
  app = await buildApp(opened.deps);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  api = new ApiClient({ url: `http://127.0.0.1:${port}`, token: await developmentTokens(config) });
}, 120_000);
afterAll(async () => {
  app.server.closeAllConnections();
  app.server.close();
  await once(app.server, 'close');
  await app.close();
  await close();
  await stack.stop();
}, 60_000);

test('a household lives from its application in 2023 to the end of its gradual exit in 2026, every month paid once and right, every decision computed again the same', async () => {
  const told: string[] = [];
  const life = new Life(api, new Timeline((line) => told.push(line)), civilInstant('2023-09-04T09:00:00'));
  await life.live();
  expect(await reckon(life, () => undefined)).toEqual([]);
  const byThemselves = told.filter((line) => line.includes('⏰')).map((line) => line.slice(0, 10));
  expect(byThemselves).toEqual([
    '2023-09-20',
    '2024-07-01',
    '2024-09-25',
    '2025-07-01',
    '2025-09-29',
    '2026-07-01',
    '2026-12-01',
  ]);
  const differences: unknown[] = [];
  const tally = await redecideAll(stack.prisma, (difference) => differences.push(difference));
  expect(differences).toEqual([]);
  expect(tally.decisions).toBeGreaterThan(5);
}, 240_000);
