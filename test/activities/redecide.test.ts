import { randomUUID } from 'node:crypto';
import { parameterHash } from '../../platform/parameter-hash.ts';
import type { Law } from '../../policy/law.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { yuan } from '../../policy/money.ts';
import { parameters, parameterVersion } from '../../policy/parameters/generated.ts';
import { snapshotOf } from '../../policy/parameters/snapshot-for.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { link } from '../../prisma/repositories/case-log.ts';
import { project } from '../../prisma/repositories/case-projection.ts';
import { keepLawVersion } from '../../prisma/repositories/law-versions.ts';
import { redecide as redecideCommand } from '../../scripts/policy/redecide.ts';
import { redecideAll } from '../../scripts/policy/redecide/redecide-all.ts';
import type { Difference } from '../../scripts/policy/redecide/redecide-case.ts';
import { earning, elderlyCouple, type InventedHousehold, manAlone, withMember } from '../fixtures/households.ts';
import { delegatedTown } from '../fixtures/staff.ts';
import { ACase } from '../policy/lifecycle/a-case.ts';
import { day } from '../policy/lifecycle/case-driver.ts';
import { ownDatabase, testConfig } from '../services.ts';

/** The law of a city that paid 1,300 yuan a head and month from July 2026, never written into the parameters of today. */
const olderParameters = {
  ...parameters,
  'dibao.standard': {
    ...parameters['dibao.standard'],
    values: [{ from: '2019-07-01', value: yuan(1_300), source: 'invented' }],
  },
};
const olderVersion = parameterHash(olderParameters);

class UnderOlderLaw extends ACase {
  override get law(): Law {
    const parameters = snapshotOf({ version: olderVersion, parameters: olderParameters }, ['320411101', '320411']);
    return { ...super.law, parameters };
  }
}

let prisma: PrismaClient;
let url: string;
beforeEach(async () => {
  url = (await ownDatabase(testConfig('redecide'))).database.url;
  prisma = createPrisma(url, 2);
}, 60_000);
afterEach(() => prisma.$disconnect());

/** Appends a case to the record, as the store does but for its documents. */
async function recorded({ events }: Pick<ACase, 'events'>): Promise<string> {
  const caseId = randomUUID();
  const state = events.reduce<CaseState | undefined>((before, event) => evolve(before, event, caseId), undefined);
  if (!state) throw new Error('The case has no events.');
  const linked = link(caseId, undefined, events);
  const step = { events: linked, headHash: linked.at(-1)?.hash ?? '', trackingHash: caseId, training: true };
  await prisma.$transaction((tx) => project(tx, undefined, state, step));
  return caseId;
}

/** Changes an entry behind the back of the record and mends the chain, as only its owner could. */
async function tamper(
  caseId: string,
  type: CaseEvent['type'],
  change: (event: CaseEvent) => CaseEvent,
): Promise<number> {
  const rows = await prisma.caseEvent.findMany({ where: { caseId }, orderBy: { seq: 'asc' } });
  const events = rows.map(({ data }) => data as unknown);
  const at = rows.findLastIndex((row) => row.type === type);
  const changed = (events as CaseEvent[]).map((event, index) => (index === at ? change(event) : event));
  await prisma.$executeRaw`ALTER TABLE case_event DISABLE TRIGGER case_event_stays`;
  for (const { seq, event, prevHash, hash } of link(caseId, undefined, changed))
    await prisma.$executeRaw`
      UPDATE case_event SET data = ${JSON.stringify(event)}::jsonb, prev_hash = ${prevHash}, hash = ${hash}
      WHERE case_id = ${caseId} AND seq = ${seq}`;
  await prisma.$executeRaw`ALTER TABLE case_event ENABLE TRIGGER case_event_stays`;
  return at + 1;
}

async function redecide() {
  const differences: Difference[] = [];
  const tally = await redecideAll(prisma, (difference) => differences.push(difference));
  return { tally, differences };
}

const confirmed = () => new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20', 'A');

describe('Computing every decision again', () => {
  it('agrees with a confirmation, a raise of the standard, an increase, a gradual exit, a stop and a refusal', async () => {
    const raised = confirmed();
    raised.passTo('2026-07-02');
    const head = elderlyCouple.head;
    const changing = new ACase(delegatedTown, elderlyCouple).untilPayment('2026-03-02', '2026-03-20', 'A');
    changing.report('2026-04-07', { kind: 'other' }).verify('2026-04-08');
    changing.propose('2026-04-09', 'reduce', { facts: withMember(elderlyCouple, head, earning(12_000)) });
    changing.adjust('2026-04-20', 'reduce').report('2026-05-06', { kind: 'tookUpWork', personId: head });
    changing.verify('2026-05-07');
    changing.propose('2026-05-08', 'gradualExit', { facts: withMember(elderlyCouple, head, earning(36_000)) });
    changing.adjust('2026-05-20', 'gradualExit', 6).passTo('2027-01-01');
    const stopped = confirmed();
    stopped.report('2026-04-07', { kind: 'other' }).verify('2026-04-08');
    stopped.propose('2026-04-09', 'stop', { facts: withMember(manAlone, manAlone.head, earning(90_000)) });
    stopped.adjust('2026-04-20', 'stop');
    const refused = new ACase(delegatedTown, manAlone).accept('2026-03-02').verify('2026-03-02').visit('2026-03-02');
    refused.opine('2026-03-03', { proposal: 'refuse', facts: { ...manAlone.facts, shops: 1 } });
    refused.give(refused.staff.otherApprover, '2026-03-04', { type: 'refuse', ground: '名下有商铺。' });
    for (const one of [raised, changing, stopped, refused]) await recorded(one);
    expect(await redecide()).toMatchObject({
      differences: [],
      tally: { cases: 4, decisions: 8, notComputed: 0, differences: 0 },
    });
  }, 60_000);

  it('agrees with full support, which is about one person and made of two parts', async () => {
    const [old] = manAlone.facts.members;
    const facts = {
      ...manAlone.facts,
      members: [
        { ...old, birthDate: day('1950-06-06'), supporters: [], selfCareFailed: ['bathing', 'walking'] as const },
      ],
    };
    const household = { ...manAlone, facts } as InventedHousehold;
    const given = { kind: 'tekun', subject: manAlone.head } as const;
    const supported = new ACase(delegatedTown, household).untilPosted('2026-03-02', given);
    if (supported.state.stage === 'forwarding') supported.forward('2026-03-16');
    supported.confirm('2026-03-20');
    expect(supported.state.decisions[0]?.assessment?.parts?.map(({ name }) => name)).toEqual([
      'basicLivingStandard',
      'careStandard',
    ]);
    await recorded(supported);
    expect((await redecide()).differences).toEqual([]);
  });

  it('finds that a refusal names other kinds of help than the facts give', async () => {
    const refused = new ACase(delegatedTown, manAlone).accept('2026-03-02').verify('2026-03-02').visit('2026-03-02');
    refused.opine('2026-03-03', { proposal: 'refuse', facts: { ...manAlone.facts, shops: 1 } });
    refused.give(refused.staff.otherApprover, '2026-03-04', { type: 'refuse', ground: '名下有商铺。' });
    const caseId = await recorded(refused);
    await tamper(caseId, 'decided', (event) =>
      event.type === 'decided' ? { ...event, data: { decision: { ...event.data.decision, nextKinds: [] } } } : event,
    );
    expect((await redecide()).differences.map(({ field }) => field)).toEqual(['decision.nextKinds']);
  });

  it('computes a decision of an older version with its own parameters, not with those of today', async () => {
    await keepLawVersion(prisma, olderVersion, olderParameters);
    const older = new UnderOlderLaw(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20', 'A');
    expect(older.state.decisions[0]).toMatchObject({
      amount: yuan(1_300),
      assessment: { parameterVersion: olderVersion },
    });
    await recorded(older);
    expect((await redecide()).differences).toEqual([]);
  });

  it('says which parameters are not kept', async () => {
    const caseId = await recorded(
      new UnderOlderLaw(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20', 'A'),
    );
    const { differences } = await redecide();
    const computed = `parameters of version ${olderVersion} are not kept`;
    expect(differences.map(({ field }) => field)).toEqual(['assessment', 'decision.assessment']);
    expect(differences.at(-1)).toMatchObject({ caseId, computed });
  });

  it('says that kept parameters were changed since', async () => {
    await prisma.$executeRaw`ALTER TABLE law_version DISABLE TRIGGER law_version_stays`;
    await prisma.$executeRaw`UPDATE law_version SET parameters = ${JSON.stringify(olderParameters)}::json`;
    await recorded(confirmed());
    expect((await redecide()).differences.at(-1)?.computed).toBe(
      `the parameters kept of version ${parameterVersion} were changed`,
    );
  });

  it('finds an amount that was raised by hand, in the decision and in the months granted', async () => {
    const caseId = await recorded(confirmed());
    const seq = await tamper(caseId, 'decided', (event) => {
      if (event.type !== 'decided') return event;
      const decision = { ...event.data.decision, amount: yuan(2_000) };
      return { ...event, data: { decision } };
    });
    expect((await redecide()).differences).toEqual([
      { caseId, seq, field: 'decision.amount', stored: yuan(2_000), computed: yuan(1_155) },
    ]);
    await tamper(caseId, 'decided', (event) => ({
      ...event,
      grants: (event.grants ?? []).map((span) => ({ ...span, amount: yuan(2_000) })),
    }));
    expect((await redecide()).differences.map(({ field }) => field)).toEqual(['decision.amount', 'grants.amount']);
  });

  it('finds an assessment that was changed, with the condition and both values', async () => {
    const caseId = await recorded(confirmed());
    const seq = await tamper(caseId, 'decided', (event) => {
      if (event.type !== 'decided' || !event.data.decision.assessment) return event;
      const { assessment } = event.data.decision;
      const [first, ...rest] = assessment.conditions;
      const conditions = first ? [{ ...first, met: false }, ...rest] : [];
      return { ...event, data: { decision: { ...event.data.decision, assessment: { ...assessment, conditions } } } };
    });
    expect((await redecide()).differences).toEqual([
      { caseId, seq, field: 'decision.assessment.conditions.0.met', stored: false, computed: true },
    ]);
  });

  it('finds facts that were changed under a decision, wherever they lead to another result', async () => {
    const caseId = await recorded(confirmed());
    const richer = withMember(manAlone, manAlone.head, earning(12_000));
    const seq = await tamper(caseId, 'opinionWritten', (event) =>
      event.type === 'opinionWritten' ? { ...event, data: { ...event.data, facts: richer } } : event,
    );
    const { differences, tally } = await redecide();
    const of = (field: string) => differences.find((difference) => difference.field === field);
    expect(of('assessment.annualIncome')).toMatchObject({ seq, stored: 0 });
    expect(of('decision.assessment.amount')).toMatchObject({ stored: yuan(1_155) });
    expect(of('decision.amount')?.computed).toBe(of('decision.assessment.amount')?.computed);
    expect(tally).toMatchObject({ cases: 1, casesThatDiffer: 1 });
  });

  it('finds an entry changed without mending the chain, even where no result depends on it', async () => {
    const caseId = await recorded(confirmed());
    await prisma.$executeRaw`ALTER TABLE case_event DISABLE TRIGGER case_event_stays`;
    await prisma.$executeRaw`
      UPDATE case_event SET data = jsonb_set(data, '{data,causeOfHardship}', '"x"') WHERE case_id = ${caseId} AND seq = 1`;
    expect((await redecide()).differences).toMatchObject([{ caseId, seq: 1, field: 'hash' }]);
  });

  describe('from the console', () => {
    const run = async (database: string, args: readonly string[] = []) => {
      jest.replaceProperty(process, 'env', { ...process.env, DOUDI_DATABASE_URL: database });
      const lines: unknown[] = [];
      const say = (line: unknown) => void lines.push(line);
      jest.spyOn(console, 'log').mockImplementation(say);
      jest.spyOn(console, 'error').mockImplementation(say);
      const code = await redecideCommand(args);
      jest.restoreAllMocks();
      return { code, text: lines.join('\n') };
    };

    it('ends with 0 and the number of decisions a second if all agree', async () => {
      await recorded(confirmed());
      const { code, text } = await run(url);
      expect([code, text]).toEqual([
        0,
        expect.stringMatching(/^1 decisions and 1 opinions .*All agree\.\n.* decisions a second\.$/s),
      ]);
    });

    it('ends with 1 and a line for each difference if there are any', async () => {
      const caseId = await recorded(
        new UnderOlderLaw(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20', 'A'),
      );
      const { code, text } = await run(url);
      expect(code).toBe(1);
      expect(text).toContain(`case ${caseId}, entry `);
      expect(text).toContain('0 cases agree');
      expect((await run(url, ['--json'])).text).toContain('"casesThatDiffer":1');
    });

    it('ends with 2 if it could not run', async () => {
      expect((await run('postgresql://doudi:secret@127.0.0.1:1/doudi')).code).toBe(2);
      const { code, text } = await run(url, ['--frobnicate']);
      expect([code, text]).toEqual([2, expect.stringContaining('It could not run')]);
      expect(text).not.toContain('secret');
    });
  });
});
