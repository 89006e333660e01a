import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createPart } from '../../scripts/stack/part.ts';
import { freePort } from '../../scripts/stack/ports.ts';
import { resolveTemporalCli } from '../../scripts/stack/temporal-cli.ts';
import { temporalPart } from '../../scripts/stack/temporal-server.ts';

/** A Temporal server of its own for one test file, in memory: it may be given other limits, and may lose everything. */
export async function startOwnTemporal(dynamicConfig: readonly string[] = []) {
  const silent = (): void => undefined;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-temporal-'));
  const port = await freePort();
  const spec = temporalPart({
    cli: await resolveTemporalCli(process.env['TEMPORAL_CLI'], silent),
    dataDir,
    port,
    uiPort: await freePort(),
    codecEndpoint: 'http://127.0.0.1',
    inMemory: true,
    dynamicConfig,
    log: path.join(dataDir, 'temporal.log'),
  });
  const part = createPart(spec, silent, silent);
  await part.start();
  return {
    address: `127.0.0.1:${port}`,
    /** Everything the server knew is gone. */
    forgetEverything: () => part.restart(),
    async stop() {
      await part.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
