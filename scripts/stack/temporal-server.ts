import path from 'node:path';
import { Connection } from '@temporalio/client';
import type { PartSpec } from './part.ts';

/** Search attributes by which administrators find cases. Nothing personal: they are stored in clear. */
const SEARCH_ATTRIBUTES = ['CaseStage', 'CaseKind', 'Division', 'DueDate', 'StuckReason'];

const DYNAMIC_CONFIG = [
  // One partition is 40 to 70 % faster on one machine.
  'matching.numTaskqueueReadPartitions=1',
  'matching.numTaskqueueWritePartitions=1',
];

type Options = {
  cli: string;
  dataDir: string;
  port: number;
  uiPort: number;
  /** Where the UI has payloads decrypted. */
  codecEndpoint: string;
  /** Forget everything at the end; for tests and scratch stacks. */
  inMemory: boolean;
  /** Settings of the server beside the usual ones, such as a lower limit for a test. */
  dynamicConfig?: readonly string[];
  log: string;
};

/** The Temporal development server with its UI, its state in `<dataDir>/temporal.db`. */
export function temporalPart(options: Options): PartSpec {
  const file = path.resolve(options.dataDir, 'temporal.db');
  const args = [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--log-level', 'warn'],
    ...['--port', String(options.port), '--ui-port', String(options.uiPort)],
    ...['--ui-codec-endpoint', options.codecEndpoint],
    ...(options.inMemory ? [] : ['--db-filename', file]),
    ...SEARCH_ATTRIBUTES.flatMap((name) => ['--search-attribute', `${name}=Keyword`]),
    ...[...DYNAMIC_CONFIG, ...(options.dynamicConfig ?? [])].flatMap((value) => ['--dynamic-config-value', value]),
  ];
  return {
    name: 'Temporal',
    command: options.cli,
    args,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    log: options.log,
    ready: () => ready(`127.0.0.1:${options.port}`),
    stopSignal: 'SIGTERM',
    stopTimeoutMs: 15_000,
  };
}

/** It answers when it knows the namespace and the last search attribute, which it adds after opening its port. */
async function ready(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    const { customAttributes } = await connection.withDeadline(Date.now() + 2_000, () =>
      connection.operatorService.listSearchAttributes({ namespace: 'default' }),
    );
    const missing = SEARCH_ATTRIBUTES.filter((name) => !(name in customAttributes));
    if (missing.length > 0) throw new Error(`search attributes ${missing.join(', ')} are not there yet`);
  } finally {
    await connection.close();
  }
}
