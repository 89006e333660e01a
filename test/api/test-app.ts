import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../api/app.ts';
import type { StaffMember, StaffRole } from '../../api/access/caller.ts';
import { DivisionTree, type Division } from '../../api/access/divisions.ts';
import { createTokenVerifier, localKeys } from '../../api/access/tokens.ts';
import type { CaseworkDeps } from '../../api/casework-deps.ts';
import { serverClock } from '../../api/civil-clock.ts';
import type { AppDeps, RecordOpening } from '../../api/deps.ts';
import { developmentAudience, developmentIssuerName, openDevelopmentIssuer } from '../../api/development/issuer.ts';
import { EncryptionCodec } from '../../platform/codec.ts';
import { createRegisterSecrets } from '../../platform/sealing.ts';
import { builtInCalendar } from '../../policy/calendar/built-in.ts';
import { createPrisma } from '../../prisma/client.ts';

type Row = Pick<Division, 'code' | 'name' | 'level'> & Partial<Division>;

const file = JSON.parse(readFileSync('prisma/divisions.json', 'utf8')) as { divisions: Row[] };

/** The divisions of Changzhou, as migrations put them into the database. */
export const changzhou = new DivisionTree(
  file.divisions.map((row) => ({ parent: '', kind: null, managedBy: null, synthetic: false, intake: true, ...row })),
);

const member = (staffId: string, role: StaffRole, divisionCode: string, active = true): StaffMember => ({
  staffId,
  role,
  divisionCode,
  displayName: `测试${staffId}`,
  active,
});

const staff = [
  member('clerk-diaozhuang', 'townClerk', '320402001'),
  member('admin', 'administrator', '320400'),
  member('left', 'administrator', '320400', false),
];

/** An Ed25519 key made for the tests. */
export const testKey = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 0x11)]);

export type Opening = Parameters<RecordOpening>[0];

/** For routes that never reach the record: nothing listens there. */
const withoutRecord: CaseworkDeps = {
  prisma: createPrisma('postgresql://127.0.0.1:1/none', 1),
  secrets: createRegisterSecrets(Buffer.alloc(32, 2)),
  cases: { deliver: () => Promise.reject(new Error('No case is reached in this test.')) },
  paymentRuns: {
    deliver: () => Promise.reject(new Error('No run is reached in this test.')),
    start: () => Promise.reject(new Error('No run is started in this test.')),
  },
  calendar: () => Promise.resolve(builtInCalendar),
  fileLimitBytes: 1024 * 1024,
};

/** Dependencies in memory, and what was recorded through them. */
export async function testDeps(overrides: Partial<AppDeps> = {}) {
  const issuer = await openDevelopmentIssuer(testKey);
  const openings: Opening[] = [];
  const deps: AppDeps = {
    ...withoutRecord,
    staff: {
      find: (staffId) => Promise.resolve(staff.find((row) => row.staffId === staffId)),
      list: () => Promise.resolve(staff.filter((row) => row.active)),
    },
    divisions: () => Promise.resolve(changzhou),
    civilClock: serverClock(),
    notices: { years: () => Promise.resolve([]), load: () => Promise.resolve({ cases: 0 }) },
    tokens: createTokenVerifier(developmentIssuerName, developmentAudience, localKeys(issuer.keys)),
    readiness: {},
    codec: new EncryptionCodec([{ id: 'k1', key: Buffer.alloc(32, 1) }]),
    recordOpening: (opening) => {
      openings.push(opening);
      return Promise.resolve();
    },
    uiOrigins: ['http://localhost:8233'],
    otherMetrics: {},
    developmentIssuer: issuer,
    ...overrides,
  };
  return { deps, issuer, openings };
}

/** The application with dependencies in memory; `extend` adds routes of the test's own. */
export async function testApp(overrides: Partial<AppDeps> = {}, extend?: (app: FastifyInstance) => void) {
  const { deps, issuer, openings } = await testDeps(overrides);
  const app = await buildApp(deps);
  extend?.(app);
  await app.ready();
  const as = async (staffId: string) => ({ authorization: `Bearer ${await issuer.sign(staffId, 60)}` });
  return { app, as, issuer, openings };
}
