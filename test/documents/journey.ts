import { builtInCalendar } from '../../policy/calendar/built-in.ts';
import { civilInstant } from '../../policy/dates.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { yuan } from '../../policy/money.ts';
import type { Law } from '../../policy/law.ts';
import type { Actor, Role } from '../../policy/lifecycle/actors.ts';
import type { CaseCommand } from '../../policy/lifecycle/commands.ts';
import { isRefusal } from '../../policy/lifecycle/context.ts';
import { nextDeadline } from '../../policy/lifecycle/deadlines.ts';
import { decide } from '../../policy/lifecycle/decide.ts';
import type { DocumentKind } from '../../policy/lifecycle/documents.ts';
import type { CaseEvent } from '../../policy/lifecycle/events.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { strike } from '../../policy/lifecycle/strikes.ts';
import { snapshotFor } from '../../policy/parameters/snapshot-for.ts';
import { household, member } from '../policy/invented-household.ts';
import { plainDate } from '../../policy/dates.ts';

/** A document as the lifecycle ordered it: its kind, the event that carries the order, the case after it. */
export interface Ordered {
  readonly kind: DocumentKind;
  readonly event: CaseEvent;
  readonly state: CaseState;
}

/** A case on its way through the real lifecycle, with every document ordered so far. A value: journeys fork freely. */
export interface Journey {
  readonly state: CaseState | undefined;
  readonly ordered: readonly Ordered[];
}

export const places = { village: '小河社区居委会', town: '孟河镇', district: '新北区' };
export const codes = { village: '320411101007', town: '320411101', district: '320411' };

/** 孟河镇 decides itself; under any other town's law the district does. */
const lawOf = (town: string): Law => ({
  parameters: snapshotFor([town, '320411', '320400']),
  calendar: builtInCalendar,
});
export const delegated = lawOf(codes.town);
export const undelegated = lawOf('320411103');

export const clerk: Actor = { staffId: 's1', role: 'townClerk', division: codes.town };
export const approver: Actor = { staffId: 's2', role: 'townApprover', division: codes.town };
export const otherApprover: Actor = { staffId: 's3', role: 'townApprover', division: codes.town };
const actor = (staffId: string, role: Role): Actor => ({ staffId, role, division: codes.district });
export const centre = actor('s4', 'verificationCentre');
export const districtApprover = actor('s5', 'districtApprover');

export const staff = new Map([
  ['s1', '孟河镇经办1'],
  ['s2', '孟河镇审批1'],
  ['s3', '孟河镇审批2'],
  ['s4', '核对中心1'],
  ['s5', '新北区审批1'],
  ['s6', '新北区经办1'],
  ['s7', '孟河镇经办2'],
]);

/** Invented; the numbers have valid check characters. */
export const people = new Map([
  ['p1', { name: '孟建国', identityNumber: '320411196805041014' }],
  ['p2', { name: '林秀珍', identityNumber: '320411197003121025' }],
  ['p3', { name: '孟小舟', identityNumber: '320411201409091013' }],
]);

/** A couple with a child, she severely ill and disabled, he on low wages. */
export const family = (annualWage: number, given: Partial<HouseholdFacts> = {}): HouseholdFacts =>
  household(
    [
      member('p1', {
        relation: 'head',
        birthDate: plainDate('1968-05-04'),
        incomes: [{ type: 'wage', annual: yuan(annualWage) }],
        monthsWorked: 12,
      }),
      member('p2', {
        relation: 'spouse',
        birthDate: plainDate('1970-03-12'),
        severelyIll: true,
        disability: { type: 'limb', grade: 2 },
      }),
      member('p3', { relation: 'child', birthDate: plainDate('2014-09-09'), student: 'compulsory' }),
    ],
    given,
  );

export const file = 'c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2';

const walked = (before: Journey, events: readonly CaseEvent[]): Journey =>
  events.reduce<Journey>((journey, event) => {
    const state = evolve(journey.state, event, 'case-1');
    const ordered = (event.documents ?? []).map(({ kind }) => ({ kind, event, state }));
    return { state, ordered: [...journey.ordered, ...ordered] };
  }, before);

/** One command on the given day at nine; a refusal fails the test with its reason. */
export function done(before: Journey, day: string, by: Actor, command: CaseCommand, law = delegated): Journey {
  const answer = decide(before.state, { command, actor: by, at: civilInstant(`${day}T09:00:00`) }, law, 'case-1');
  if (isRefusal(answer)) throw new Error(`${command.type}: ${answer.en}`);
  return walked(before, answer);
}

/** Clocks strike, the earliest first, until the case is as awaited. */
export function struckUntil(before: Journey, awaited: (state: CaseState) => boolean, law = delegated): Journey {
  const { state } = before;
  if (state === undefined || awaited(state)) return before;
  const clock = nextDeadline(state);
  if (!clock) throw new Error(`no clock runs in ${state.stage}`);
  return struckUntil(walked(before, strike(state, clock, law)), awaited, law);
}

export const inStage =
  (stage: CaseState['stage']) =>
  (state: CaseState): boolean =>
    state.stage === stage;

/** An application drafted by the head of household. */
export const drafted = (day: string, facts: HouseholdFacts, law = delegated): Journey =>
  done(
    { state: undefined, ordered: [] },
    day,
    clerk,
    {
      type: 'draftApplication',
      applicationId: 'a1',
      channel: 'self',
      ...codes,
      roll: 'rural',
      head: 'p1',
      facts,
      needs: ['基本生活'],
      causeOfHardship: '因病致贫',
      papers: [],
    },
    law,
  );
