/** The API process: configuration, listening, and an orderly end. */
import closeWithGrace from 'close-with-grace';
import { loadConfig } from '../platform/config.ts';
import { faultOf } from '../platform/fault.ts';
import { createLog } from '../platform/log.ts';
import { buildApp } from './app.ts';
import { openDeps } from './real-deps.ts';

const config = loadConfig(process.env);
const log = createLog(config, 'api');
const { deps, announceLaw, close } = await openDeps(config, log);
const stopping = new AbortController();
const app = await buildApp(deps);

closeWithGrace({ delay: config.shutdownGraceSeconds * 1_000, logger: log }, async ({ err, signal }) => {
  if (err) log.fatal(faultOf(err), 'the API ends on an error');
  else log.info({ signal }, 'the API stops');
  stopping.abort();
  await app.close();
  await announced;
  await close();
});

const announced = announceLaw(stopping.signal);
await app.listen({
  host: config.api.host,
  port: config.api.port,
  listenTextResolver: (address) => `the API listens on ${address}`,
});
