import { randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { createReferenceCache } from '../../../activities/reference-cache.ts';
import { staffMemberOf } from '../../../api/access/staff-rows.ts';
import type { CaseGateway } from '../../../api/commands/case-gateway.ts';
import type { ActionType } from '../../../contracts/http/actions.ts';
import { createRegisterSecrets } from '../../../platform/sealing.ts';
import { civilInstant } from '../../../policy/dates.ts';
import { createPrisma, type PrismaClient } from '../../../prisma/client.ts';
import { findStaff } from '../../../prisma/repositories/staff.ts';
import { testApp } from '../../api/test-app.ts';
import { coupleWithChild, type InventedHousehold } from '../../fixtures/households.ts';
import { delegatedTown, staffOf } from '../../fixtures/staff.ts';
import { ownDatabase, testConfig } from '../../services.ts';
import { authorisationOf } from '../../policy/lifecycle/a-case.ts';
import { inProcessGateway } from './in-process-gateway.ts';

type Body = Record<string, unknown>;

/** A town's counter on a database of its own: the API, cases without Temporal, and a civil clock that the test moves. */
export class TownHall {
  readonly prisma: PrismaClient;
  readonly app: FastifyInstance;
  readonly staff = staffOf(delegatedTown);
  /** What the cases are reached by; a test may bar the way. */
  readonly gateway: { way: CaseGateway };
  readonly #as: (staffId: string) => Promise<{ authorization: string }>;
  readonly #clock: { now: string };

  private constructor(
    prisma: PrismaClient,
    { app, as }: Awaited<ReturnType<typeof testApp>>,
    gateway: { way: CaseGateway },
    clock: { now: string },
  ) {
    this.prisma = prisma;
    this.app = app;
    this.gateway = gateway;
    this.#as = as;
    this.#clock = clock;
  }

  static async open(name: string): Promise<TownHall> {
    const config = await ownDatabase(testConfig(name));
    const prisma = createPrisma(config.database.url, 4);
    const secrets = createRegisterSecrets(config.registerKey);
    const gateway = { way: inProcessGateway({ prisma, secrets, reference: createReferenceCache(prisma) }) };
    const clock = { now: '2026-09-01T09:00:00' };
    const app = await testApp({
      prisma,
      secrets,
      cases: { deliver: (delivery) => gateway.way.deliver(delivery) },
      civilClock: {
        now: () => Promise.resolve(civilInstant(clock.now)),
        during: (act) => act(civilInstant(clock.now)),
      },
      staff: {
        find: async (id) => staffMemberOf(await findStaff(prisma, id)),
        list: () => Promise.resolve([]),
      },
    });
    return new TownHall(prisma, app, gateway, clock);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.prisma.$disconnect();
  }

  /** Civil time moves to nine in the morning of the day. */
  moveTo(day: string): void {
    this.#clock.now = `${day}T09:00:00`;
  }

  async get(url: string, by?: { staffId: string }): Promise<LightMyRequestResponse> {
    return this.app.inject({ url, headers: by ? await this.#as(by.staffId) : {} });
  }

  async post(
    url: string,
    payload: Body,
    {
      by,
      key = randomUUID(),
      headers = {},
    }: { by?: { staffId: string }; key?: string; headers?: Record<string, string> } = {},
  ): Promise<LightMyRequestResponse> {
    const token = by ? await this.#as(by.staffId) : {};
    return this.app.inject({ method: 'POST', url, headers: { ...token, 'idempotency-key': key, ...headers }, payload });
  }

  /** Uploads a file; PNG unless the content says otherwise. */
  async upload(content: Buffer, { by = this.staff.worker, key = randomUUID() } = {}) {
    const boundary = 'a-boundary-of-parts';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: application/octet-stream\r\n\r\n`;
    return this.app.inject({
      method: 'POST',
      url: '/v1/files',
      headers: {
        ...(await this.#as(by.staffId)),
        'idempotency-key': key,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
  }

  /** A stored photo or signed sheet, by its sha256. */
  async sheet(words = 'a sheet'): Promise<string> {
    const response = await this.upload(png(words));
    return response.json<{ sha256: string }>().sha256;
  }

  async act(caseId: string, by: { staffId: string }, type: ActionType, fields: Body = {}, key?: string) {
    return this.post(`/v1/cases/${caseId}/actions`, { type, ...fields }, { by, ...(key !== undefined && { key }) });
  }

  /** Takes the step and fails if the case does not. */
  async step(caseId: string, by: { staffId: string }, type: ActionType, fields: Body = {}): Promise<Body> {
    const response = await this.act(caseId, by, type, fields);
    if (response.statusCode !== 200) throw new Error(`${type}: ${response.statusCode} ${response.body}`);
    return response.json<Body>();
  }

  /** Everybody of a household just filed signs, a child through the head. */
  async authorise(
    caseId: string,
    persons: readonly { personId: string }[],
    household = coupleWithChild,
  ): Promise<void> {
    const file = await this.sheet('authorisation');
    const signers = { head: persons[0]?.personId ?? '', facts: withIds(household.facts, persons) };
    for (const { personId } of persons) {
      const { type, ...fields } = authorisationOf(personId, signers, this.#clock.now);
      await this.step(caseId, this.staff.worker, type, { ...fields, file });
    }
  }

  async file(household = coupleWithChild, key?: string) {
    const response = await this.post('/v1/applications', applicationOf(household), {
      by: this.staff.worker,
      ...(key !== undefined && { key }),
    });
    if (response.statusCode !== 201) throw new Error(`application: ${response.statusCode} ${response.body}`);
    return response.json<{ caseId: string; trackingCode: string; persons: { personId: string }[]; seq: number }>();
  }
}

/** The facts with the ids that the register gave. */
const withIds = (
  facts: InventedHousehold['facts'],
  persons: readonly { personId: string }[],
): InventedHousehold['facts'] => ({
  ...facts,
  members: facts.members.map((member, index) => ({
    ...member,
    personId: persons[index]?.personId ?? member.personId,
  })),
});

/** A PNG in its first bytes; what follows tells one from another. */
export const png = (words: string): Buffer =>
  Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(words)]);

/** The form of an application of an invented household. */
export function applicationOf({ facts, people }: InventedHousehold): Body {
  const { members, companyInterests: _none, ...owned } = facts;
  return {
    village: delegatedTown.village,
    channel: 'self',
    roll: 'rural',
    head: 0,
    members: members.map(({ personId, birthDate: _in, ...details }) => {
      const person = people.find((one) => one.personId === personId);
      return { name: person?.name, identityNumber: person?.identityNumber, ...details };
    }),
    ...owned,
    companyInterests: [],
    account: { holder: 0, capacity: 'recipient', bank: '江南农商行', number: '6217001234567890123' },
    needs: ['生活困难'],
    causeOfHardship: '收入低',
    papers: [],
  };
}
