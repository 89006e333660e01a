import { DivisionTree } from './access/divisions.ts';
import type { AppDeps } from './deps.ts';

const unused = () => Promise.reject(new Error('An application that only describes itself answers nothing.'));

/** Dependencies of an application that is built for its OpenAPI document and never called. */
export const describingDeps: AppDeps = {
  staff: { find: unused, list: unused },
  divisions: () => Promise.resolve(new DivisionTree([])),
  civilClock: { now: unused, during: unused },
  notices: { years: unused, load: unused },
  training: { clock: { now: unused, during: unused }, show: unused, move: unused, close: unused },
  tokens: { verify: unused },
  readiness: {},
  codec: { encode: unused, decode: unused },
  recordOpening: unused,
  uiOrigins: [],
  otherMetrics: {},
};
