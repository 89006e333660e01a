import fc from 'fast-check';
import { eyesOf } from '../../../policy/lifecycle/actors.ts';
import type { CommandType } from '../../../policy/lifecycle/commands.ts';
import { allowedCommands, refusedAtOnce } from '../../../policy/lifecycle/decide.ts';
import { type DeadlineName, isAdvancing, nextDeadline } from '../../../policy/lifecycle/deadlines.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import { evolve } from '../../../policy/lifecycle/evolve.ts';
import { isClosed, withGrant } from '../../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import type { ACase } from './a-case.ts';
import { CaseDriver } from './case-driver.ts';
import { moves, play, type Step, worlds } from './random-play.ts';

const runs = { numRuns: 100 };
const always = (check: (c: ACase) => void) => () =>
  fc.assert(
    fc.property(worlds, moves, (world, steps) => check(play(world, steps))),
    runs,
  );

const atEachStep = (check: (step: Step) => void) => () =>
  fc.assert(
    fc.property(worlds, moves, (world, steps) => {
      play(world, steps, check);
    }),
    runs,
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
    always(({ state }) => {
      for (const task of tasksOf(state)) {
        const holder = { staffId: 'somebody', role: task.role, division: task.division };
        const name = task.name.split(':')[0] as CommandType;
        expect([task.name, refusedAtOnce(state, holder, name)?.code]).toEqual([task.name, undefined]);
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
    'nobody decides who surveyed, wrote, signed or visited, not even through a deputy',
    atEachStep(({ before, actor, command, events }) => {
      if (events.length === 0) return;
      const surveyed = before.visits.flatMap((visit) => visit.surveyors.flatMap(({ staffId }) => staffId ?? []));
      const wrote = before.opinions.flatMap((opinion) => [...opinion.writtenBy, ...(opinion.signedBy ?? [])]);
      const visited = [...(before.spotCheck?.visit?.by ?? []), ...(before.districtOpinion?.by ?? [])];
      const mayNot: Partial<Record<CommandType, readonly string[]>> = {
        signOpinion: [...surveyed, ...(before.opinions.at(-1)?.writtenBy ?? [])],
        confirm: [...surveyed, ...wrote, ...visited],
        refuse: [...surveyed, ...wrote, ...visited],
        decideAdjustment: [...surveyed, ...(before.proceeding?.proposal?.proposedBy ?? [])],
        approveCorrection: before.corrections.at(-1)?.proposedBy ?? [],
      };
      expect(eyesOf(actor).filter((eye) => mayNot[command.type]?.includes(eye))).toEqual([]);
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
