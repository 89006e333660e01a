import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from '@temporalio/client';
import { createDataConverter } from '../../platform/codec.ts';
import { connectClient } from '../../platform/temporal.ts';
import { testConfig } from '../services.ts';

const guide = readFileSync(path.join(__dirname, '../../docs/administrators.md'), 'utf8');
const [, section = ''] = guide.split('## Which question, which query');
const [table = ''] = section.split('\n## ');
const queries = [...table.matchAll(/`([^`]+)`/g)].map(([, quoted = '']) => quoted).filter((text) => text.includes(' '));

let client: Client;
beforeAll(async () => {
  const { temporal, codecKeys } = testConfig('administrators');
  client = await connectClient(temporal, createDataConverter(codecKeys));
});
afterAll(() => client.connection.close());

test('there are queries in the guide for administrators', () => {
  expect(queries.length).toBeGreaterThan(8);
});

test.each(queries)('the server answers the query of the guide %s', async (query) => {
  expect((await client.workflow.count(query)).count).toBeGreaterThanOrEqual(0);
});
