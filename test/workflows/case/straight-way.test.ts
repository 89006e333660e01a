import * as attributes from '../../../contracts/search-attributes.ts';
import { addDays } from '../../../policy/dates.ts';
import { brokenLink } from '../../../prisma/repositories/case-log.ts';
import { earning, inventHousehold, type InventedHousehold } from '../../fixtures/households.ts';
import { delegatedTown, staffOf } from '../../fixtures/staff.ts';
import { day } from '../../policy/lifecycle/case-driver.ts';
import { answersTo, authorisationOf, draftOf, opinionOf } from '../../policy/lifecycle/a-case.ts';
import { startCaseStack, StackCase, type CaseStack } from './case-stack.ts';

const staff = staffOf(delegatedTown);
let stack: CaseStack;
beforeAll(async () => {
  stack = await startCaseStack('case-straight-way');
}, 120_000);
afterAll(() => stack.stop());

let families = 0;
/** Two invented people who live on low wages, registered; another two each time. */
const twoPeople = (): Promise<InventedHousehold> => {
  families += 1;
  const people = [
    { name: '丁北辰', born: '1980-05-06', relation: 'head', ...earning(14_400) },
    { name: '严书瑶', born: '1982-07-08', relation: 'spouse' },
  ] as const;
  return stack.register(inventHousehold(`family-${families}`, people, 100 + 2 * families));
};

const accepted = async (household: InventedHousehold, on: string): Promise<StackCase> => {
  const it = new StackCase(stack);
  await it.take(staff.clerk, on, draftOf(household, delegatedTown));
  for (const { personId } of household.facts.members)
    await it.take(staff.clerk, on, authorisationOf(personId, household, on));
  await it.take(staff.clerk, on, { type: 'submitApplication' });
  await it.take(staff.clerk, on, { type: 'acceptApplication' });
  return it;
};

const visit = (household: InventedHousehold, on: string) =>
  ({
    type: 'recordHomeVisit',
    visitedOn: day(on),
    surveyors: [
      { staffId: staff.clerk.staffId, file: 'b'.repeat(64) },
      { staffId: staff.surveyor.staffId, file: 'b'.repeat(64) },
    ],
    memberPresent: { personId: household.head, file: 'c'.repeat(64) },
    agrees: true,
    summary: '情况属实。',
    photos: [],
  }) as const;

test('a household goes from its application to payment, and the record holds every step', async () => {
  const on = '2026-09-01';
  const household = await twoPeople();
  const it = await accepted(household, on);
  await it.take(staff.clerk, on, { type: 'requestVerification' });
  await it.take(staff.centre, on, answersTo({ state: await it.state() }));
  await it.take(staff.clerk, on, visit(household, on));
  await it.take(staff.writer, on, opinionOf({ state: await it.state() }));
  await it.take(staff.worker, on, { type: 'startPosting', place: '村务公开栏' });
  expect(await it.advanceTo('2026-09-08T23:59:59')).toMatchObject({ nextDue: '2026-09-09T00:00:00' });
  expect((await it.state()).stage).toBe('posting');
  await it.advanceTo('2026-09-09T00:00:00');
  expect((await it.state()).stage).toBe('confirming');
  await it.take(staff.approver, addDays(day(on), 8), { type: 'confirm' });
  const state = await it.state();
  expect(state.stage).toBe('inPayment');
  expect(await stack.prisma.grant.findMany({ where: { caseId: it.caseId } })).toMatchObject([
    { fromMonth: new Date('2026-10-01'), toMonth: null, amountFen: state.grants[0]?.amount },
  ]);
  expect(await brokenLink(stack.prisma, it.caseId)).toBeUndefined();
  expect(await stack.prisma.document.count({ where: { caseId: it.caseId } })).toBe(state.documents.length);
  const { typedSearchAttributes } = await it.handle.describe();
  expect(typedSearchAttributes.get(attributes.caseStage)).toBe('inPayment');
  expect(typedSearchAttributes.get(attributes.division)).toBe('320411101');
});

test('a refused command leaves nothing behind, and the same key gets the same first outcome', async () => {
  const it = await accepted(await twoPeople(), '2026-09-02');
  const refused = await it
    .give(staff.clerk, '2026-09-02', { type: 'confirm' }, 'key-1')
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Error);
  const first = await it.give(staff.clerk, '2026-09-02', { type: 'requestVerification' }, 'key-2');
  const again = await it.give(staff.clerk, '2026-09-02', { type: 'requestVerification' }, 'key-2');
  expect(again).toEqual(first);
  expect((await it.state()).rounds).toHaveLength(1);
});

test('a person on one live case cannot be accepted on another', async () => {
  const household = await twoPeople();
  await accepted(household, '2026-09-03');
  const other = new StackCase(stack);
  await other.take(staff.clerk, '2026-09-03', draftOf(household, delegatedTown));
  for (const { personId } of household.facts.members)
    await other.take(staff.clerk, '2026-09-03', authorisationOf(personId, household, '2026-09-03'));
  await other.take(staff.clerk, '2026-09-03', { type: 'submitApplication' });
  expect(await other.give(staff.clerk, '2026-09-03', { type: 'acceptApplication' })).toMatchObject({
    refused: { code: 'person-on-other-case' },
  });
  expect((await other.state()).stage).toBe('submitted');
});
