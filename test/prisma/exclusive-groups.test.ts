import { randomUUID } from 'node:crypto';
import { refusalOfConstraint } from '../../activities/constraint-refusals.ts';
import { civilInstant, type PlainDate, plainDate } from '../../policy/dates.ts';
import { type Kind, kindNames, kinds } from '../../policy/kinds.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { project } from '../../prisma/repositories/case-projection.ts';
import { inPayment } from '../documents/up-to-confirmation.ts';
import { ownDatabase, testConfig } from '../services.ts';

let prisma: PrismaClient;
beforeAll(async () => {
  prisma = createPrisma((await ownDatabase(testConfig('exclusive-groups'))).database.url, 4);
}, 60_000);
afterAll(() => prisma.$disconnect());

const base = inPayment.state;
if (base === undefined) throw new Error('the journey has no case');
const { subject: _household, assessment, ...household } = base;

interface Given {
  /** The person for a kind by person, the members counted for a kind by household. */
  readonly persons: readonly string[];
  /** Listed in the household, but not counted. */
  readonly uncounted?: readonly string[];
  readonly confirmed?: boolean;
  readonly acceptedOn?: PlainDate;
  readonly mode?: 'normal' | 'emergency';
}

/** An accepted case of a kind, confirmed unless it says otherwise. */
function caseOf(
  kind: Kind,
  { persons, uncounted = [], confirmed = true, acceptedOn, mode = 'normal' }: Given,
): CaseState {
  const [member] = household.facts.members;
  if (member === undefined || assessment === undefined) throw new Error('the case has nobody');
  return {
    ...household,
    caseId: randomUUID(),
    kind,
    ...(kinds[kind].by === 'person' && persons[0] !== undefined && { subject: persons[0] }),
    application: {
      ...household.application,
      id: randomUUID(),
      acceptedOn: acceptedOn ?? plainDate('2026-09-01'),
    },
    ...(household.procedure && { procedure: { ...household.procedure, mode } }),
    stage: confirmed ? 'inPayment' : 'investigating',
    facts: { ...household.facts, members: [...persons, ...uncounted].map((personId) => ({ ...member, personId })) },
    assessment: { ...assessment, countedMembers: persons },
    decisions: confirmed ? household.decisions.slice(0, 1) : [],
    grants: [],
    postings: [],
    documents: [],
    deadlines: [],
  };
}

/** Stores a step of a case; the code of the refusal if a rule across cases stands against it. */
async function stored(after: CaseState, before?: CaseState): Promise<string | undefined> {
  const step = { events: [], headHash: 'h', trackingHash: after.caseId, training: false };
  try {
    await prisma.$transaction((tx) => project(tx, before, after, step));
    return undefined;
  } catch (error) {
    const refused = refusalOfConstraint(error);
    if (refused === undefined) throw error;
    return refused.code;
  }
}
const ended = (state: CaseState): CaseState => ({ ...state, stage: 'ended' });

const living = 'excluded-by-livingAllowance';
const status = 'excluded-by-householdStatus';
const choice = 'excluded-by-tekunOrChildrensAllowance';
/** Policy.md §8; every pair that is not here goes together. */
const refusedPairs: Partial<Record<string, string>> = {
  'dibao dibaoSinglePerson': living,
  'dibao tekun': living,
  'dibaoSinglePerson tekun': living,
  'dibao dibaoEdge': status,
  'dibao rigidExpenditure': status,
  'dibaoEdge rigidExpenditure': status,
  'tekun orphan': choice,
  'tekun deFactoUnattendedChild': choice,
  'orphan deFactoUnattendedChild': choice,
};
const pairs = kindNames.flatMap((first, at) =>
  kindNames.slice(at).map((second) => {
    const code = first === second ? 'person-on-other-case' : refusedPairs[`${first} ${second}`];
    return { first, second, code, verdict: code === undefined ? 'may both be had' : 'exclude each other' };
  }),
);

describe('for one person at one time', () => {
  it.each(pairs)('$first and $second $verdict', async ({ first, second, code }) => {
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const persons = [randomUUID()];
      expect(await stored(caseOf(one, { persons }))).toBeUndefined();
      expect(await stored(caseOf(other, { persons }))).toBe(code);
    }
  });

  it('a refused step leaves nothing of the second case behind', async () => {
    const persons = [randomUUID()];
    await stored(caseOf('dibao', { persons }));
    const second = caseOf('tekun', { persons });
    expect(await stored(second)).toBe(living);
    expect(await prisma.assistanceCase.count({ where: { id: second.caseId } })).toBe(0);
  });

  it('of two cases confirmed at the same moment one is', async () => {
    const persons = [randomUUID()];
    const codes = await Promise.all([stored(caseOf('dibao', { persons })), stored(caseOf('tekun', { persons }))]);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
  });
});

describe('on the way from one kind to the next', () => {
  it('one may apply for full support while dibao pays; it is confirmed on the day dibao has ended, and not before', async () => {
    const persons = [randomUUID()];
    const dibao = caseOf('dibao', { persons });
    await stored(dibao);
    const applied = caseOf('tekun', { persons, confirmed: false });
    expect(await stored(applied)).toBeUndefined();
    const confirmed: CaseState = { ...applied, stage: 'inPayment', decisions: household.decisions.slice(0, 1) };
    expect(await stored(confirmed, applied)).toBe(living);
    expect(await stored(ended(dibao), dibao)).toBeUndefined();
    expect(await stored(confirmed, applied)).toBeUndefined();
  });

  it('a second application for the same kind is refused already when it is accepted', async () => {
    const persons = [randomUUID()];
    expect(await stored(caseOf('dibaoEdge', { persons, confirmed: false }))).toBeUndefined();
    expect(await stored(caseOf('dibaoEdge', { persons, confirmed: false }))).toBe('person-on-other-case');
  });

  it('quick aid stands beside an ordinary application for temporary assistance, but not beside other quick aid', async () => {
    const persons = [randomUUID()];
    expect(await stored(caseOf('temporaryAssistance', { persons, confirmed: false }))).toBeUndefined();
    expect(await stored(caseOf('temporaryAssistance', { persons, mode: 'emergency' }))).toBeUndefined();
    expect(await stored(caseOf('temporaryAssistance', { persons, mode: 'emergency' }))).toBe('person-on-other-case');
  });

  it('a member taken out of a household is free from that day', async () => {
    const [stays, leaves] = [randomUUID(), randomUUID()];
    const both = caseOf('dibao', { persons: [stays, leaves] });
    await stored(both);
    const one: CaseState = {
      ...both,
      at: civilInstant('2027-02-01T09:00:00'),
      facts: { ...both.facts, members: both.facts.members.slice(0, 1) },
    };
    expect(await stored(one, both)).toBeUndefined();
    const alone = caseOf('tekun', { persons: [leaves] });
    expect(await stored({ ...alone, at: civilInstant('2027-02-01T10:00:00') })).toBeUndefined();
  });
});

describe('who is covered', () => {
  it('by a kind for one person is that person alone, not the family', async () => {
    const [person, mother] = [randomUUID(), randomUUID()];
    expect(await stored(caseOf('dibaoSinglePerson', { persons: [person], uncounted: [mother] }))).toBeUndefined();
    expect(await stored(caseOf('tekun', { persons: [mother] }))).toBeUndefined();
  });

  it('by dibao is not a person on full support who lives with the household but leaves its count', async () => {
    const [head, tekun] = [randomUUID(), randomUUID()];
    expect(await stored(caseOf('tekun', { persons: [tekun] }))).toBeUndefined();
    expect(await stored(caseOf('dibao', { persons: [head], uncounted: [tekun] }))).toBeUndefined();
  });
});

it('before 2021-07-01 a child on full support had the difference of its allowance besides', async () => {
  const persons = [randomUUID()];
  const acceptedOn = plainDate('2021-06-30');
  expect(await stored(caseOf('tekun', { persons, acceptedOn }))).toBeUndefined();
  expect(await stored(caseOf('orphan', { persons, acceptedOn }))).toBeUndefined();
  const other = [randomUUID()];
  const from = plainDate('2021-07-01');
  expect(await stored(caseOf('tekun', { persons: other, acceptedOn: from }))).toBeUndefined();
  expect(await stored(caseOf('orphan', { persons: other, acceptedOn: from }))).toBe(choice);
});
