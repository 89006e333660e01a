import fc from 'fast-check';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import { type RunCommand, runCommands } from '../../../policy/payment-run/commands.ts';
import { allowedRunCommands, escalateRun } from '../../../policy/payment-run/decide.ts';
import { responsibleRole } from '../../../policy/payment-run/deadlines.ts';
import { heldBecause } from '../../../policy/payment-run/holds.ts';
import { type RunStage, runStages } from '../../../policy/payment-run/stages.ts';
import { civilInstant } from '../../../policy/dates.ts';
import {
  after,
  approver,
  bank,
  checker,
  drawn,
  finance,
  give,
  line,
  officer,
  staff,
  withAccount,
  withBank,
} from './a-run.ts';

const order = Object.keys(runStages) as RunStage[];
/** The step that brings a run into each stage after the first. */
const ways = ['drawUp', 'check', 'approve', 'sendToFinance', 'sendToBank', 'settle'];

describe('the stages of a payment run', () => {
  test('it is checked, approved, sent to finance and to the bank, and settled by the answers of the bank', () => {
    const sent = withBank(drawn());
    expect(sent.stage).toBe('sentToBank');
    expect(sent.lines.map((each) => [each.status, each.attempt])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ]);
    const half = after(sent, [results(['a', 'settled']), bank]);
    expect(half.stage).toBe('sentToBank');
    expect(after(half, [results(['b', 'settled']), bank]).stage).toBe('settled');
  });

  test('a run without lines has nothing to pay and is settled at once', () => {
    expect(drawn([]).stage).toBe('settled');
  });

  test.each([
    ['check', approver, 'wrongRole'],
    ['approve', checker, 'wrongRole'],
    ['check', staff('x', 'districtOfficer', '320404'), 'otherDivision'],
    ['approve', approver, 'notNow'],
    ['sendToBank', finance, 'notNow'],
  ] as const)('when just drawn up, "%s" by %o is refused: %s', (type, actor, code) => {
    expect(give(drawn(), { type }, actor)).toBe(code);
  });

  test('offers a caller only what may be done now', () => {
    expect(allowedRunCommands(drawn(), checker)).toEqual(['check', 'cancelLine']);
    expect(allowedRunCommands(drawn(), finance)).toEqual([]);
  });
});

describe('four eyes', () => {
  test('who ordered the drawing up does not check it', () => {
    expect(give(drawn(undefined, 'checker'), { type: 'check' }, checker)).toBe('sameEyes');
  });

  test('who checked does not approve, even as the deputy of an approver', () => {
    const checked = after(drawn(), [{ type: 'check' }, checker]);
    expect(give(checked, { type: 'approve' }, staff('checker', 'districtApprover'))).toBe('sameEyes');
    const deputy: Actor = { ...staff('other', 'districtApprover'), onBehalfOf: 'checker' };
    expect(give(checked, { type: 'approve' }, deputy)).toBe('sameEyes');
  });

  test('who checked does not pay again; who ordered the run or paid a line again before may', () => {
    const sent = withBank(drawn([line('a'), line('b')], 'officer'));
    const returned = after(sent, [results(['a', 'returned'], ['b', 'returned']), bank]);
    expect(give(returned, { type: 'repay', lineIds: ['a'] }, checker)).toBe('sameEyes');
    expect(allowedRunCommands(returned, checker)).not.toContain('repay');
    const again = after(returned, [{ type: 'repay', lineIds: ['a'] }, officer]);
    expect(after(again, [{ type: 'repay', lineIds: ['b'] }, officer]).lines[1]).toMatchObject({ attempt: 2 });
  });

  test('who changed the account of a household does not pay again to it, not even through a deputy', () => {
    const returned = after(withBank(drawn()), [results(['a', 'returned']), bank]);
    const changed = withAccount(returned, 'a', { caseAccountId: 'new', accountChangedBy: ['officer'] });
    expect(give(changed, { type: 'repay', lineIds: ['a'] }, officer)).toBe('sameEyes');
    const deputy: Actor = { ...staff('other', 'districtOfficer'), onBehalfOf: 'officer' };
    expect(give(changed, { type: 'repay', lineIds: ['a'] }, deputy)).toBe('sameEyes');
    const other = staff('other', 'districtOfficer');
    expect(after(changed, [{ type: 'repay', lineIds: ['a'] }, other]).lines[0]).toMatchObject({ accountId: 'new' });
  });

  test('who proposed to cancel a line does not answer it', () => {
    const proposed = after(drawn(), [{ type: 'cancelLine', lineId: 'a', ground: '死亡' }, officer]);
    const same = staff('officer', 'districtApprover');
    expect(give(proposed, { type: 'approveCancellation', lineId: 'a' }, same)).toBe('sameEyes');
  });
});

describe('lines', () => {
  test('a line without account is held, and sent once its case has one', () => {
    const held = line('a', { accountId: undefined, caseAccountId: undefined });
    const sent = withBank(drawn([held, line('b')]));
    expect(sent.lines.map((each) => each.status)).toEqual(['due', 'sent']);
    expect(give(sent, { type: 'repay', lineIds: ['a'] }, officer)).toBe('noAccount');
    const known = { ...sent, lines: sent.lines.map((each) => ({ ...each, caseAccountId: 'new' })) };
    expect(after(known, [{ type: 'repay', lineIds: ['a'] }, officer]).lines[0]).toMatchObject({
      status: 'sent',
      attempt: 1,
      accountId: 'new',
    });
  });

  test('a line whose case has another account by the time of sending is held, and paid again to the new one', () => {
    const sent = withBank(withAccount(drawn(), 'a', { caseAccountId: 'new' }));
    expect(sent.lines.map((each) => [each.status, each.attempt])).toEqual([
      ['due', 0],
      ['sent', 1],
    ]);
    expect(sent.lines.map((each) => heldBecause(each, sent.stage))).toEqual(['accountChanged', undefined]);
    expect(after(sent, [results(['b', 'settled']), bank]).stage).toBe('sentToBank');
    expect(after(sent, [{ type: 'repay', lineIds: ['a'] }, officer]).lines[0]).toMatchObject({
      status: 'sent',
      attempt: 1,
      accountId: 'new',
    });
  });

  test('an account changed and changed back before the sending is the one that was checked: the line is sent', () => {
    const changed = withAccount(drawn(), 'a', { caseAccountId: 'new' });
    const back = withAccount(changed, 'a', { caseAccountId: 'account-of-a' });
    expect(withBank(back).lines[0]).toMatchObject({ status: 'sent', accountId: 'account-of-a' });
  });

  test('says of every line that was not sent why, and of what may be paid now that nothing stands against it', () => {
    const none = line('a', { accountId: undefined, caseAccountId: 'new' });
    expect(heldBecause(none, 'checked')).toBe('noAccount');
    expect(heldBecause(none, 'sentToBank')).toBe('noAccount');
    expect(heldBecause(line('a', { caseAccountId: 'new' }), 'checked')).toBe('accountChanged');
    expect(heldBecause(line('a'), 'checked')).toBeUndefined();
    expect(heldBecause(line('a'), 'sentToBank')).toBe('notSent');
    const proposed = line('a', { cancellation: { ground: '死亡', by: ['officer'] } });
    expect(heldBecause(proposed, 'sentToBank')).toBe('cancellation');
    expect(heldBecause(line('a', { status: 'returned', attempt: 1 }), 'sentToBank')).toBeUndefined();
  });

  test('a returned line is paid again as its second transfer; a late answer to the first does not touch it', () => {
    const again = after(
      withBank(drawn()),
      [results(['a', 'returned']), bank],
      [{ type: 'repay', lineIds: ['a'] }, officer],
    );
    expect(again.lines[0]).toMatchObject({ status: 'sent', attempt: 2 });
    expect(after(again, [results(['a', 'returned', 1]), bank]).lines[0]).toMatchObject({ status: 'sent', attempt: 2 });
    expect(give(again, results(['a', 'settled', 1]), bank)).toBe('alreadyAnswered');
    expect(after(again, [results(['a', 'settled', 2], ['b', 'settled']), bank]).stage).toBe('settled');
  });

  test('an answer the bank repeats leaves a proposed cancellation standing', () => {
    const returned = after(withBank(drawn()), [results(['a', 'returned']), bank]);
    const proposed = after(returned, [{ type: 'cancelLine', lineId: 'a', ground: '死亡' }, officer]);
    expect(after(proposed, [results(['a', 'returned']), bank]).lines[0]?.cancellation).toBeDefined();
  });

  test('a line proposed for cancellation is not sent; declined, it can be paid after all', () => {
    const proposed = after(drawn(), [{ type: 'cancelLine', lineId: 'a', ground: '死亡' }, officer]);
    const sent = withBank(proposed);
    expect(sent.lines[0]?.status).toBe('due');
    expect(give(sent, { type: 'repay', lineIds: ['a'] }, officer)).toBe('lineNotHeld');
    const declined = after(sent, [{ type: 'declineCancellation', lineId: 'a' }, approver]);
    expect(after(declined, [{ type: 'repay', lineIds: ['a'] }, officer]).lines[0]?.status).toBe('sent');
  });

  test('cancelling the last open line settles the run', () => {
    const open = after(withBank(drawn()), [results(['a', 'returned'], ['b', 'settled']), bank]);
    const proposed = after(open, [{ type: 'cancelLine', lineId: 'a', ground: '死亡' }, officer]);
    expect(after(proposed, [{ type: 'approveCancellation', lineId: 'a' }, approver]).stage).toBe('settled');
  });

  test.each([
    ['a line of another run', results(['z', 'settled']), 'unknownLine'],
    ['a line named twice', results(['a', 'settled'], ['a', 'returned']), 'lineNamedTwice'],
    ['a transfer that was never made', results(['a', 'settled', 2]), 'notSent'],
  ])('refuses a whole batch for %s', (_why, command, code) => {
    expect(give(withBank(drawn()), command, bank)).toBe(code);
  });
});

describe('deadlines', () => {
  test('a check not made by the 3rd moves up to the approver and to the city, and then waits', () => {
    const run = drawn();
    expect(run.nextDue).toBe('2026-11-04T00:00:00');
    const once = escalateRun(run, civilInstant('2026-11-04T00:00:00'));
    expect([once.level, responsibleRole(once.stage, once.level), once.nextDue]).toEqual([
      1,
      'districtApprover',
      '2026-11-07T00:00:00',
    ]);
    const twice = escalateRun(once, civilInstant('2026-12-01T00:00:00'));
    expect([responsibleRole(twice.stage, twice.level), twice.nextDue]).toEqual(['cityBureau', undefined]);
    expect(give(twice, { type: 'check' }, checker)).toMatchObject({ stage: 'checked', level: 0 });
  });

  test('money is due at the bank by the 10th [D220 §31]', () => {
    const run = after(
      drawn(),
      [{ type: 'check' }, checker],
      [{ type: 'approve' }, approver],
      [{ type: 'sendToFinance' }, officer],
    );
    expect(run.nextDue).toBe('2026-11-11T00:00:00');
  });

  test('an instant before the last step counts as that step', () => {
    const late = give(drawn(), { type: 'check' }, checker, civilInstant('2026-10-01T00:00:00'));
    expect(late).toMatchObject({ at: '2026-11-01T06:00:00' });
  });
});

const people = ['p1', 'p2', 'p3', 'p4'];
const anyResult = fc.record({
  lineId: fc.constantFrom('a', 'b'),
  attempt: fc.constantFrom(1, 2),
  outcome: fc.constantFrom('settled' as const, 'returned' as const),
});
const anyCommand: fc.Arbitrary<RunCommand> = fc
  .constantFrom(...(Object.keys(runCommands) as RunCommand['type'][]))
  .chain((type): fc.Arbitrary<RunCommand> => {
    switch (type) {
      case 'recordResults':
        return fc.record({ type: fc.constant(type), lines: fc.array(anyResult, { maxLength: 2 }) });
      case 'repay':
        return fc.record({ type: fc.constant(type), lineIds: fc.subarray(['a', 'b']) });
      case 'cancelLine':
        return fc.record({ type: fc.constant(type), lineId: fc.constantFrom('a', 'b'), ground: fc.constant('死亡') });
      case 'approveCancellation':
      case 'declineCancellation':
        return fc.record({ type: fc.constant(type), lineId: fc.constantFrom('a', 'b') });
      case 'check':
      case 'approve':
      case 'sendToFinance':
      case 'sendToBank':
        return fc.constant({ type });
    }
  });

/** Mostly somebody in the right role, so that runs get far; now and then anybody. */
const anyStep = anyCommand.chain((command) =>
  fc.record({
    command: fc.constant(command),
    actor: fc.record({
      staffId: fc.constantFrom(...people),
      role: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...runCommands[command.type].roles) },
        { weight: 1, arbitrary: fc.constantFrom('districtOfficer', 'districtApprover', 'financeOfficer', 'townClerk') },
      ),
      division: fc.constant('320402'),
    }),
  }),
);

test('no order of commands skips a stage, lets one person act twice, or moves a line that came to its end', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(undefined, ...people),
      fc.array(anyStep, { minLength: 40, maxLength: 80 }),
      (by, steps) => {
        let run = drawn(undefined, by);
        for (const { command, actor } of steps) {
          const next = give(run, command, actor);
          if (typeof next === 'string') continue;
          for (const [i, before] of run.lines.entries())
            if (before.status === 'settled' || before.status === 'cancelled')
              expect(next.lines[i]?.status).toBe(before.status);
          run = next;
        }
        const eyes = run.steps
          .filter(({ step }) => ['order', 'drawUp', 'check', 'approve', 'sendToBank'].includes(step))
          .flatMap((step) => step.eyes);
        expect(new Set(eyes).size).toBe(eyes.length);
        const paidAgain = run.steps.filter(({ step }) => step === 'repay').flatMap((step) => step.eyes);
        const controlled = run.steps.filter(({ step }) => ['check', 'approve', 'sendToBank'].includes(step));
        expect(controlled.flatMap((step) => step.eyes).filter((eye) => paidAgain.includes(eye))).toEqual([]);
        const way = run.steps.map(({ step }) => step).filter((step) => ways.includes(step));
        expect(way).toEqual(ways.slice(0, order.indexOf(run.stage)));
        if (order.indexOf(run.stage) < order.indexOf('sentToBank'))
          expect(run.lines.every(({ attempt }) => attempt === 0)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

function results(...lines: (readonly [string, 'settled' | 'returned', number?])[]): RunCommand {
  return {
    type: 'recordResults',
    lines: lines.map(([lineId, outcome, attempt = 1]) => ({ lineId, outcome, attempt })),
  };
}
