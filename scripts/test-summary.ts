/** Prints `N passed, N failed` from jest's JSON results: the last line of .ci/run. A test file that could not run is one failure. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const results = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

const [file = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
if (text === '') throw new Error('jest ended without writing its results');
const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = results.parse(JSON.parse(text));
const failed = numFailedTests + numRuntimeErrorTestSuites;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
