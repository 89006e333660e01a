import { randomUUID } from 'node:crypto';
import { lawChanged, type LawPlace } from '../../../contracts/case.ts';
import { civilInstant } from '../../../policy/dates.ts';
import type { CaseCommand } from '../../../policy/lifecycle/commands.ts';
import { startCaseStack, type CaseStack } from './case-stack.ts';
import { HouseholdCases, staff, visitBy } from './household-cases.ts';
import { until } from '../worker-stack.ts';

jest.setTimeout(30_000);

let stack: CaseStack;
beforeAll(async () => {
  stack = await startCaseStack('case-step-failed', { shortWaits: true });
}, 120_000);
afterAll(() => stack.stop());

const cases = new HouseholdCases(() => stack);
const on = '2026-09-01';

describe('A step at which the program itself fails', () => {
  test('is refused in plain words, and the case goes on with the next one', async () => {
    const it = await cases.accepted(on);
    const before = await it.state();
    const { surveyors: _forgotten, ...unforeseen } = visitBy(before.application.head, on);
    expect(await it.give(staff.clerk, on, unforeseen as CaseCommand)).toEqual({
      refused: expect.objectContaining({ code: 'step-failed' }) as unknown,
    });
    expect(await it.state()).toEqual(before);
    expect((await it.view()).stuck).toBeUndefined();
    await it.take(staff.clerk, on, { type: 'requestVerification' });
    expect((await it.state()).rounds).toHaveLength(1);
  });

  test('is played again by no later run, so that a corrected program finds nothing it would decide otherwise', async () => {
    const it = await cases.accepted(on);
    const first = (await it.handle.describe()).runId;
    const nonsense = { type: 'noSuchCommand' } as unknown as CaseCommand;
    // A clock that is due lets the command past the early refusal.
    expect(await it.give(staff.clerk, '2027-02-01', nonsense)).toMatchObject({ refused: { code: 'step-failed' } });
    await until(async () => (await it.handle.describe()).runId !== first);
    await it.take(staff.clerk, '2027-02-01', { type: 'requestVerification' });
  });

  test('of a limit marks the case, holds up nothing else, and is tried again after the next change', async () => {
    const it = await cases.accepted(on);
    const { seq } = await it.state();
    await stack.restart({
      async loadLaw(place: LawPlace) {
        const loaded = await stack.activities.loadLaw(place);
        return { ...loaded, law: { ...loaded.law, calendar: null } };
      },
    });
    await it.handle.signal(lawChanged, { year: 2027, at: civilInstant('2026-09-01T10:00:00') });
    await it.advanceTo('2026-09-10T00:00:00');
    expect((await it.state()).seq).toBe(seq);
    const { stuck } = await it.view();
    expect(stuck).toMatch(/^clock-failed:(verificationRequest|surveyStart)$/);
    expect(await it.stuckReason()).toBe(stuck);
    await stack.restart();
    const complaint = { type: 'recordComplaint', complaintId: randomUUID() } as const;
    await it.take(staff.public, '2026-09-10', complaint);
    await it.advanceTo('2026-09-10T10:00:00');
    expect((await it.events()).map(({ type }) => type)).toContain('deadlineMissed');
    expect(await it.stuckReason()).toBeUndefined();
  });

  test('in storing it is refused too, and not waited for as if the database were away', async () => {
    const it = await cases.accepted(on);
    const before = await it.state();
    let asked = 0;
    await stack.restart({
      appendToCase: () => {
        asked += 1;
        throw new TypeError("Cannot read properties of undefined (reading 'name')");
      },
    });
    expect(await it.give(staff.clerk, on, { type: 'requestVerification' })).toMatchObject({
      refused: { code: 'step-failed' },
    });
    expect(asked).toBeGreaterThan(1);
    expect(await it.state()).toEqual(before);
    expect(await it.stuckReason()).toBeUndefined();
    await stack.restart();
    await it.take(staff.clerk, on, { type: 'requestVerification' });
  });
});
