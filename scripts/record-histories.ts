/** `npm run record-histories`: records anew what the replay tests replay (`test/replay/record-histories.ts`), on servers of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const child = spawn('jest', ['--selectProjects', 'record'], {
  stdio: 'inherit',
  env: { ...process.env, RECORD_HISTORIES: '1' },
});
const [code] = (await once(child, 'exit')) as [number | null];
process.exit(code ?? 1);
