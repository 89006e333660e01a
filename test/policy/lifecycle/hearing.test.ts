import fc from 'fast-check';
import { dateOf, monthOf, nextMonth, type YearMonth } from '../../../policy/dates.ts';
import { fen } from '../../../policy/money.ts';
import { entitlementIn } from '../../../policy/lifecycle/adjustment.ts';
import type { CaseEvent, EventType } from '../../../policy/lifecycle/events.ts';
import { evolve } from '../../../policy/lifecycle/evolve.ts';
import { isClosed, withGrant } from '../../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { coupleWithChild, earning, manAlone, withMember } from '../../fixtures/households.ts';
import { delegatedTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { CaseDriver } from './case-driver.ts';
import { moves, play, worlds } from './random-play.ts';

const holdsRight = ({ stage }: CaseState) => withGrant.some((held) => held === stage);

/** Whether less is due than before: from the month after on, by a correction in any month. */
function isLowered(before: CaseState, after: CaseState, event: CaseEvent): boolean {
  const next = nextMonth(monthOf(dateOf(event.at)));
  const starts = [...before.grants, ...after.grants].map(({ from }) => from);
  const months: YearMonth[] = [next, ...starts.filter((from) => event.type === 'decisionCorrected' || from >= next)];
  return months.some((month) => entitlementIn(after.grants, month) < entitlementIn(before.grants, month));
}

type Named<T extends EventType> = Extract<CaseEvent, { readonly type: T }>;
const isType = <T extends EventType>(event: CaseEvent | undefined, type: T): event is Named<T> => event?.type === type;

/** Rights to be lowered or ended: in payment from 2026 on. */
const rights = worlds.filter(
  ({ start, lead }) => start >= '2026' && (lead === 'payment' || lead === 'recheck' || lead === 'exit'),
);

/** Notice served and views recorded since the last proposal, with nothing new reported since, and the proposal was that outcome. */
function heardOn(outcome: string, earlier: readonly CaseEvent[]): boolean {
  const proposed = earlier.findLastIndex(({ type }) => type === 'adjustmentProposed');
  const proposal = earlier[proposed];
  const since = earlier.slice(proposed + 1);
  const issued = since.findIndex(({ type }) => type === 'viewsNoticeIssued');
  const served = since.findIndex(({ type }) => type === 'viewsNoticeServed');
  const recorded = since.findIndex(({ type }) => type === 'viewsRecorded');
  const widened = since.some(
    (event) =>
      isType(event, 'proceedingOpened') ||
      (isType(event, 'proceedingWidened') && event.data.reason.kind !== 'recheck') ||
      isType(event, 'adjustmentDecided'),
  );
  return (
    isType(proposal, 'adjustmentProposed') &&
    proposal.data.proposal.outcome === outcome &&
    issued >= 0 &&
    issued < served &&
    served < recorded &&
    !widened
  );
}

/** By ruling, or with a hearing after the decision and by the day of the correction. */
const heardOnCorrection = ({ at, data }: Named<'decisionCorrected'>, before: CaseState): boolean =>
  data.by !== 'authority' ||
  (data.hearing !== undefined &&
    data.hearing.servedOn <= (data.hearing.said?.on ?? dateOf(at)) &&
    (data.hearing.said?.on ?? data.hearing.servedOn) <= dateOf(at) &&
    data.hearing.servedOn >= (before.decisions.find(({ no }) => no === data.corrects)?.decidedOn ?? dateOf(at)));

/** Nobody decides these, or the recipient asked for it or has died. */
const unheard = ['ownWish', 'memberDied', 'gradualExitLapsed', 'validityOver', 'paidOnce'];

function isHeard(event: CaseEvent, before: CaseState, earlier: readonly CaseEvent[]): boolean {
  if (isType(event, 'decisionCorrected')) return heardOnCorrection(event, before);
  if (isType(event, 'adjustmentDecided')) return heardOn(event.data.decision.kind, earlier);
  if (!isType(event, 'caseEnded')) return false;
  const corrected = earlier.findLast((known) => known.type === 'decisionCorrected');
  if (event.data.reason === 'correction')
    return isType(corrected, 'decisionCorrected') && heardOnCorrection(corrected, before);
  return unheard.includes(event.data.reason) || heardOn('stop', earlier);
}

describe('Whatever staff do, in whatever order', () => {
  it('no right is lowered, ended or put into gradual exit from 2026-07-01 on before the recipient was heard on just that', () => {
    let found = 0;
    fc.assert(
      fc.property(rights, moves, (world, steps) => {
        const { events } = play(world, steps);
        let before: CaseState | undefined;
        events.forEach((event, index) => {
          const after = evolve(before, event, CaseDriver.caseId);
          if (before && event.at >= '2026-07-01') {
            const ends = holdsRight(before) && isClosed(after.stage);
            const exits = before.stage !== 'gradualExit' && after.stage === 'gradualExit';
            if (ends || exits || isLowered(before, after, event)) {
              found += 1;
              expect([event.type, event.data, isHeard(event, before, events.slice(0, index))]).toEqual([
                event.type,
                event.data,
                true,
              ]);
            }
          }
          before = after;
        });
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(50);
  });
});

describe('An older record', () => {
  const folded = (events: readonly CaseEvent[]): CaseState | undefined =>
    events.reduce<CaseState | undefined>((state, event) => evolve(state, event, CaseDriver.caseId), undefined);

  it('whose notice to be heard came with its service stands as heard', () => {
    const c = new ACase(delegatedTown, coupleWithChild).untilPayment('2026-09-01', '2026-09-15');
    const facts = withMember(c.state, 'person-he-1', earning(30_000));
    c.report('2026-10-10', { kind: 'incomeChanged' }).propose('2026-10-12', 'reduce', { facts }).hear('2026-10-12');
    const notice = c.events.find(({ type }) => type === 'viewsNoticeIssued')?.documents ?? [];
    const older = c.events
      .filter(({ type }) => type !== 'viewsNoticeIssued')
      .map((event) => (event.type === 'viewsNoticeServed' ? { ...event, documents: notice } : event));
    expect(folded(older)?.proceeding?.views).toEqual({ servedOn: '2026-10-12', heardOn: '2026-10-12', silent: false });
    expect(folded(older)?.documents.map(({ kind }) => kind)).toContain('viewsNotice');
  });

  it('in which a correction ended the case by itself stands as ended', () => {
    const c = new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
    c.give(c.staff.approver, '2026-07-02', {
      type: 'correctDecision',
      decision: 1,
      by: 'court',
      ruling: 'r',
      amounts: [{ from: '2026-08' as YearMonth, amount: fen(0) }],
      ground: '判决。',
    });
    const older = c.events
      .filter(({ type }) => type !== 'caseEnded')
      .map((event) => (event.type === 'decisionCorrected' ? { ...event, stage: 'ended' as const } : event));
    expect(folded(older)).toMatchObject({ stage: 'ended', ended: { reason: 'correction', on: '2026-07-02' } });
  });
});
