import fc from 'fast-check';
import { addDays } from '../../../policy/dates.ts';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import type { CaseCommand, CommandOf, CommandType } from '../../../policy/lifecycle/commands.ts';
import { allowedCommands, refusedAtOnce } from '../../../policy/lifecycle/decide.ts';
import { deciderOf } from '../../../policy/lifecycle/decider.ts';
import { type DeadlineName, isAdvancing, nextDeadline } from '../../../policy/lifecycle/deadlines.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import { evolve } from '../../../policy/lifecycle/evolve.ts';
import { isClosed, withGrant } from '../../../policy/lifecycle/stages.ts';
import type { CaseState, Posting } from '../../../policy/lifecycle/state.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { inRole } from '../../fixtures/staff.ts';
import type { ACase } from './a-case.ts';
import { CaseDriver } from './case-driver.ts';
import { plausible } from './plausible-commands.ts';
import { moves, play, type Step, undecidedWorlds, type World, worlds } from './random-play.ts';

const runs = { numRuns: 100 };
const always = (check: (c: ACase) => void) => () =>
  fc.assert(
    fc.property(worlds, moves, (world, steps) => check(play(world, steps))),
    runs,
  );

const atEachStep =
  (check: (step: Step) => void, among: fc.Arbitrary<World> = worlds, numRuns = runs.numRuns) =>
  () =>
    fc.assert(
      fc.property(among, moves, (world, steps) => {
        play(world, steps, check);
      }),
      { numRuns },
    );

/** What may be done again: each time is a record of its own. */
const repeatable: readonly CommandType[] = [
  'amendApplication',
  'recordAuthorisation',
  'recordHomeVisit',
  'recordAppraisal',
  'recordDistrictVisit',
  'proposeAdjustment',
  'proposeCorrection',
  'correctDecision',
];

/** What keeps a right from being forgotten: it is looked at again, or ends. */
const goesOn: readonly DeadlineName[] = ['recheck', 'rightEnd', 'papersDue'];

/** Index of the first event of a kind; infinite if there is none. */
const firstOf = (events: readonly CaseEvent[], ...kinds: CaseEvent['type'][]): number => {
  const index = events.findIndex((event) => kinds.includes(event.type));
  return index < 0 ? Infinity : index;
};

/** Whether it hung for all its days and was not taken down before. */
const hungInFull = (posting: Posting | undefined, days: number): boolean =>
  posting !== undefined && posting.endedOn === addDays(posting.from, days + 1) && !('early' in posting);

/** Who had a hand in what `type` decides on, or signs. */
function handsOf(
  { application, rounds, visits, opinions, spotCheck, districtOpinion, proceeding }: CaseState,
  type: 'signOpinion' | 'confirm' | 'refuse' | 'decideAdjustment' | 'endCase',
): readonly string[] {
  const surveyed = visits.flatMap((visit) => visit.surveyors.flatMap(({ staffId }) => staffId ?? []));
  if (type === 'signOpinion') return [...surveyed, ...(opinions.at(-1)?.writtenBy ?? [])];
  if (type === 'decideAdjustment' || type === 'endCase')
    return [...surveyed, ...(proceeding?.proposal?.proposedBy ?? [])];
  return [
    ...(application.acceptedBy ?? []),
    ...rounds.flatMap(({ requestedBy }) => requestedBy),
    ...surveyed,
    ...opinions.flatMap((opinion) => [...opinion.writtenBy, ...(opinion.signedBy ?? [])]),
    ...(spotCheck?.visit?.by ?? []),
    ...(districtOpinion?.by ?? []),
  ];
}

/** As whom the case would take the command from this person: themselves in either deciding post, or a deputy there. */
const takenFrom = (c: ACase, hand: string, command: CaseCommand): Actor[] =>
  (['townApprover', 'districtApprover'] as const)
    .map((role) => inRole(hand, role, role === 'townApprover' ? c.state.town : c.state.district))
    .flatMap((self) => [self, { ...self, staffId: `${self.role}-deputy`, onBehalfOf: hand }])
    .filter((actor) => c.takes(actor, c.state.at, command));

describe('Whatever staff do, in whatever order', () => {
  it(
    'no right exists before acceptance, decision and the survey, verification and posting its procedure asks for',
    always(({ events, state: { procedure } }) => {
      const granted = events.findIndex((event) => (event.grants ?? []).some((span) => span.amount > 0));
      if (granted < 0) return;
      const decision = firstOf(events, 'decided', 'decisionCorrected');
      expect(decision).toBeLessThanOrEqual(granted);
      expect(firstOf(events, 'applicationAccepted')).toBeLessThan(granted);
      if (events[granted]?.type !== 'decided') return;
      const before = (...types: CaseEvent['type'][]) => {
        expect(firstOf(events, ...types)).toBeLessThan(granted);
      };
      if (procedure?.survey !== 'none') before('homeVisitRecorded');
      if (procedure?.verification !== 'none') before('verificationAnswered', 'verificationConcluded');
      if (procedure?.posting) before('postingEnded');
    }),
  );

  it(
    'whatever could be confirmed has a favourable opinion that stands, posted in full and forwarded as its procedure asks',
    atEachStep(
      ({ c }) => {
        const { state: before, events: past } = c;
        if (!c.takes(c.decider, before.at, { type: 'confirm' })) return;
        const { procedure, spotCheck } = before;
        const found = past.findLast(({ type }) => type === 'foundNotQualified' || type === 'verificationReexamined');
        expect(found?.type === 'verificationReexamined' ? found.data.upheld : found !== undefined).toBe(false);
        expect(spotCheck?.visit?.agrees).not.toBe(false);
        expect(spotCheck?.visitDue).toEqual([]);
        if (procedure?.opinion === false) return;
        const written = past.findLastIndex(({ type }) => type === 'opinionWritten');
        const opinion = past[written];
        expect(opinion?.type === 'opinionWritten' && opinion.data.favourable).toBe(true);
        const since = past.slice(written + 1);
        expect(since.filter(({ stage }) => stage === 'opinionDue' || stage === 'investigating')).toEqual([]);
        const district = deciderOf(before) === 'district';
        expect(since.filter(({ type }) => type === 'opinionSigned')).toHaveLength(district ? 1 : 0);
        expect(since.filter(({ type }) => type === 'forwarded')).toHaveLength(district ? 1 : 0);
        const inVillage = before.postings.filter(({ scope }) => scope === 'village').at(-1);
        if (procedure?.posting) expect(hungInFull(inVillage, procedure.limits.posting.count)).toBe(true);
        if (procedure?.objection === 'postAgain') expect(inVillage?.objections).toEqual([]);
        if (procedure?.districtPosting === undefined) return;
        const byDistrict = before.postings.at(-1);
        expect(byDistrict).toMatchObject({ scope: 'district', objections: [] });
        expect(hungInFull(byDistrict, procedure.districtPosting.posting.count)).toBe(true);
      },
      undecidedWorlds,
      400,
    ),
  );

  it(
    'rights never overlap and each rests on a decision',
    always(({ state }) => {
      state.grants.forEach((span, index) => {
        expect(span.amount).toBeGreaterThan(0);
        expect(state.decisions.some((decision) => decision.no === span.decision)).toBe(true);
        expect(span.to === undefined || span.to >= span.from).toBe(true);
        const next = state.grants[index + 1];
        if (next) expect(span.to !== undefined && span.to < next.from).toBe(true);
      });
    }),
  );

  it(
    'folding the events again gives the same state, and the state is plain JSON',
    always(({ state, events }) => {
      const replayed = (JSON.parse(JSON.stringify(events)) as CaseEvent[]).reduce<CaseState | undefined>(
        (folded, event) => evolve(folded, event, CaseDriver.caseId),
        undefined,
      );
      expect(replayed).toStrictEqual(state);
      expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    }),
  );

  it(
    'an open case always waits for somebody or for a clock that moves it on',
    always(({ state }) => {
      if (isClosed(state.stage)) {
        expect(state.deadlines.every(({ name }) => name === 'notice' || name === 'complaint')).toBe(true);
        return;
      }
      // A birthday decades ahead is no excuse, nor a suspension whose end has passed: the recheck runs, or a proceeding is open.
      const moves = state.deadlines.some(
        ({ name }) => isAdvancing(name) && name !== 'birthday' && name !== 'suspension',
      );
      expect(moves || tasksOf(state).length > 0).toBe(true);
      if (state.stage === 'inPayment' || state.stage === 'suspended')
        expect(state.proceeding !== undefined || state.deadlines.some(({ name }) => goesOn.includes(name))).toBe(true);
    }),
  );

  it(
    'whoever a task is given to may do it, however late it is',
    always((c) => {
      const { state } = c;
      for (const task of tasksOf(state)) {
        const holder = { staffId: 'somebody', role: task.role, division: task.division };
        const name = task.name.split(':')[0] as CommandType;
        expect([task.name, refusedAtOnce(state, holder, name)?.code]).toEqual([task.name, undefined]);
        // The law of the day may say so too, not only the case by itself.
        expect([task.name, c.refuses(holder, state.at, plausible(c, name, 0))]).not.toEqual([
          task.name,
          'not-the-decider',
        ]);
      }
    }),
  );

  it(
    'whatever somebody does stood among what they may do',
    atEachStep(({ before, actor, command, events }) => {
      if (events.length > 0) expect(allowedCommands(before, actor)).toContain(command.type);
    }),
  );

  it(
    'clocks left alone come to rest or move the case on',
    always((c) => {
      for (let struck = 0; struck < 60; struck += 1) {
        const next = nextDeadline(c.state);
        if (next === undefined || next.due > '2027-12-01') break;
        expect(c.passTo(next.due).length).toBeGreaterThan(0);
        expect(c.state.deadlines).not.toContainEqual(next);
      }
    }),
  );

  it(
    'nobody decides who had a hand in the case before, nor approves, corrects or ends their own work, not even through a deputy',
    atEachStep(({ c, move }) => {
      for (const type of ['signOpinion', 'confirm', 'refuse', 'decideAdjustment', 'endCase'] as const)
        for (const hand of handsOf(c.state, type))
          expect(takenFrom(c, hand, plausible(c, type, move.pick))).toEqual([]);
      for (const { no, proposedBy } of c.state.corrections)
        for (const hand of proposedBy)
          expect(takenFrom(c, hand, { type: 'approveCorrection', correction: no })).toEqual([]);
      for (const { no, decidedBy } of c.state.decisions)
        for (const hand of decidedBy) {
          const correction = plausible(c, 'correctDecision', move.pick) as CommandOf<'correctDecision'>;
          expect(takenFrom(c, hand, { ...correction, decision: no })).toEqual([]);
        }
    }),
  );

  it(
    'the same command twice in a row changes nothing the second time, where once is the rule',
    atEachStep(({ c, actor, command, on }) => {
      if (repeatable.includes(command.type)) return;
      c.passTo(on);
      const after = c.state;
      c.tries(actor, on, command);
      expect(c.state).toEqual(after);
    }),
  );

  it(
    'a closed case pays nothing beyond its last month and is opened again only by a correction',
    always(({ events, state }) => {
      let closed = false;
      for (const { stage, type } of events) {
        if (stage === undefined) continue;
        if (closed && !isClosed(stage)) expect(type).toBe('decisionCorrected');
        closed = isClosed(stage);
      }
      if (isClosed(state.stage)) expect(state.grants.every((span) => span.to !== undefined)).toBe(true);
      if (withGrant.some((stage) => stage === state.stage)) expect(state.decisions.length).toBeGreaterThan(0);
    }),
  );
});
