/**
 * `npm run reconcile [-- --repair] [--every] [--runs-only]`: compares the record in PostgreSQL with the workflows and with itself,
 * and prints every difference. Exit code 1 if any remains.
 */
import './plain-faults.ts';
import { parseArgs } from 'node:util';
import { createDataConverter } from '../platform/codec.ts';
import { loadConfig } from '../platform/config.ts';
import { createRegisterSecrets } from '../platform/sealing.ts';
import { connectClient } from '../platform/temporal.ts';
import { createPrisma } from '../prisma/client.ts';
import { reconcile } from './reconcile/reconcile.ts';

const flag = { type: 'boolean', default: false } as const;
const { values } = parseArgs({ options: { repair: flag, every: flag, 'runs-only': flag } });
const config = loadConfig(process.env);
const prisma = createPrisma(config.database.url, 4);
const client = await connectClient(config.temporal, createDataConverter(config.codecKeys));

const begun = Date.now();
const left = await reconcile(
  { prisma, client, taskQueue: config.temporal.taskQueue },
  createRegisterSecrets(config.registerKey),
  { repair: values.repair, every: values.every, runsOnly: values['runs-only'], report: console.log },
);
const seconds = ((Date.now() - begun) / 1000).toFixed(1);
console.log(
  left.length === 0
    ? `Record and workflows agree (${seconds} s).`
    : `${left.length} differences remain (${seconds} s).${values.repair ? '' : ' npm run reconcile -- --repair mends what can be mended.'}`,
);
await client.connection.close();
await prisma.$disconnect();
process.exit(left.length === 0 ? 0 : 1);
