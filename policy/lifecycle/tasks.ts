import type { PlainDate } from '../dates.ts';
import type { Role } from './actors.ts';
import type { Deadline, DeadlineName } from './deadlines.ts';
import { isOutdated, viewsDue } from './adjustment.ts';
import { againstGrant } from './against-grant.ts';
import { deciderOf, deciderRole, deciderUnder } from './decider.ts';
import { endingPostingDue } from './ending-posting.ts';
import { dateOf } from '../dates.ts';
import { visitDue, visitorRole } from './decision-visit.ts';
import { districtOpinionDue } from './district-opinion.ts';
import { newHeadDue } from './head.ts';
import { awaitsSignature } from './opinions.ts';
import { openObjections, runningPosting } from './postings.ts';
import { isClosed } from './stages.ts';
import { openRound, unverified, withoutValidReport } from './verified.ts';
import type { CaseState } from './state.ts';

/** A role in a division: whose worklist shows a task. */
export interface Desk {
  readonly role: Role;
  readonly division: string;
}

/** Who must do what by when: what worklists read. Derived from the state, never stored in it. */
export interface Task extends Desk {
  /** The command that does it, with its object where there are several. */
  readonly name: string;
  /** Who sees to it (督办) that a late task is done: it stays with those who may do it, since nobody above them may. */
  readonly supervisor?: Desk;
  readonly assignee?: string;
  readonly dueDate?: PlainDate;
  readonly provisional: boolean;
  /** How often its clock has passed: each time its supervision moves one level up. */
  readonly level: number;
}

/** The chain of supervision: who sees to it when a limit passes unanswered. */
const superior: Partial<Record<Role, Role>> = {
  villageWorker: 'townClerk',
  townClerk: 'townApprover',
  townApprover: 'districtOfficer',
  verificationCentre: 'districtOfficer',
  districtOfficer: 'districtApprover',
  districtApprover: 'cityBureau',
};

/** Everything that waits for somebody in this case. Every open stage has a task or a clock that moves it on by itself. */
export function tasksOf(state: CaseState): Task[] {
  if (isClosed(state.stage)) return [...serviceTasks(state), ...complaintTasks(state)];
  return [...stageTasks(state), ...roundTasks(state), ...openMatters(state), ...proceedingTasks(state)];
}

function stageTasks(state: CaseState): Task[] {
  const task = (name: string, role: Role, ...clocks: DeadlineName[]) => [taskFor(state, name, role, clocks)];
  const decider = deciderRole(deciderOf(state));
  switch (state.stage) {
    case 'draft':
      return task('submitApplication', 'villageWorker');
    case 'submitted':
      return task('acceptApplication', 'townClerk', 'acceptance');
    case 'awaitingPapers':
      return task('supplyPapers', 'villageWorker', 'papers');
    case 'investigating':
      return [
        ...(unverified(state).length > 0 && !openRound(state)
          ? task('requestVerification', 'townClerk', 'verificationRequest', 'investigation')
          : []),
        ...(state.visits.length === 0 && state.procedure?.survey !== 'none'
          ? task('recordHomeVisit', 'townClerk', 'surveyStart', 'investigation')
          : []),
      ];
    case 'notQualified':
      return state.deadlines.some((clock) => clock.name === 'reexamination')
        ? task('reexamine', 'verificationCentre', 'reexamination')
        : [];
    case 'appraising':
      return task('recordAppraisal', 'townClerk', 'appraisal');
    case 'opinionDue':
      return awaitsSignature(state)
        ? task('signOpinion', 'townApprover', 'opinion')
        : task('writeOpinion', 'townClerk', 'opinion');
    case 'postingDue':
      return task('startPosting', 'villageWorker', 'postingStart');
    case 'reinvestigating':
      return openObjections(state).length > 0 ? [] : task('recordHomeVisit', 'townClerk', 'investigation');
    case 'forwarding':
      return task('forward', 'townClerk', 'forward');
    case 'confirming': {
      const clocks = ['districtDecision', 'districtOpinion', 'decision'] as const;
      const next = nextForDecision(state);
      return [
        ...(visitDue(state) ? task('recordDistrictVisit', visitorRole(state), 'districtDecision', 'decision') : []),
        ...(next !== 'refuse' && withoutValidReport(state, dateOf(state.at)).length > 0 && !openRound(state)
          ? task('requestVerification', 'townClerk', ...clocks)
          : []),
        ...(next === 'writeDistrictOpinion'
          ? task(next, 'districtOfficer', 'districtOpinion')
          : task(next, decider, ...clocks)),
      ];
    }
    case 'suspended':
      return task('releasePayment', deciderRole(state.suspension?.level ?? 'district'), 'suspension');
    case 'posting':
    case 'districtPosting':
    case 'inPayment':
    case 'gradualExit':
    case 'ended':
    case 'lapsed':
    case 'notAccepted':
    case 'refused':
    case 'withdrawn':
    case 'terminated':
      return [];
  }
}

function nextForDecision(state: CaseState): 'writeDistrictOpinion' | 'confirm' | 'refuse' {
  if (againstGrant(state)) return 'refuse';
  if (districtOpinionDue(state)) return 'writeDistrictOpinion';
  return state.districtOpinion?.favourable === false ? 'refuse' : 'confirm';
}

const roundTasks = (state: CaseState): Task[] =>
  state.rounds
    .filter((round) => round.status === 'requested' || round.status === 'running')
    .map((round) => {
      const name = round.status === 'requested' ? 'startVerification' : 'recordVerificationAnswers';
      return taskFor(
        state,
        `${name}:${round.round}`,
        'verificationCentre',
        ['verificationStart', 'verificationResult'],
        String(round.round),
      );
    });

/** Matters beside the stage, each known by its clock: doubts, objections, complaints, service and publication. */
const openMatters = (state: CaseState): Task[] => [
  ...state.doubts
    .filter((doubt) => doubt.outcome === undefined)
    .map((doubt) => taskFor(state, `clearDoubt:${doubt.id}`, 'townClerk', ['doubt'], doubt.id)),
  ...openObjections(state).map((id) => taskFor(state, `investigateObjection:${id}`, 'townClerk', ['objection'], id)),
  ...complaintTasks(state),
  ...serviceTasks(state),
  ...(newHeadDue(state) ? [taskFor(state, 'changeHead', 'townClerk', ['death'], state.application.head)] : []),
  ...(state.deadlines.some((clock) => clock.name === 'papersDue')
    ? [taskFor(state, 'completePapers', 'townClerk', ['papersDue'])]
    : []),
  ...(state.deadlines.some((clock) => clock.name === 'publication')
    ? [taskFor(state, 'publish', 'villageWorker', ['publication'])]
    : []),
  ...state.corrections
    .filter((correction) => correction.approvedOn === undefined)
    .map((correction) => taskFor(state, `approveCorrection:${correction.no}`, deciderRole(deciderOf(state)), [])),
];

const complaintTasks = (state: CaseState): Task[] =>
  state.complaints
    .filter((complaint) => complaint.answeredOn === undefined)
    .map(({ id }) => taskFor(state, `answerComplaint:${id}`, 'districtOfficer', ['complaint'], id));

const serviceTasks = (state: CaseState): Task[] =>
  state.deadlines.some((clock) => clock.name === 'notice')
    ? [taskFor(state, 'recordService', 'townClerk', ['notice'])]
    : [];

function proceedingTasks(state: CaseState): Task[] {
  const { proceeding } = state;
  if (!proceeding) return [];
  const { proposal, views } = proceeding;
  const task = (name: string, role: Role, ...clocks: DeadlineName[]) => [taskFor(state, name, role, clocks)];
  if (!proposal || isOutdated(state, proposal, dateOf(state.at)))
    return [
      ...(withoutValidReport(state, dateOf(state.at)).length > 0 && !openRound(state)
        ? task('requestVerification', 'townClerk', 'proceeding', 'death')
        : []),
      ...task('proposeAdjustment', 'townClerk', 'proceeding', 'death'),
    ];
  if (viewsDue(state, proceeding, proposal.outcome, dateOf(state.at)) && !views?.heardOn)
    return views?.servedOn !== undefined
      ? task('recordViews', 'townClerk', 'viewsAnswer')
      : task('serveViewsNotice', 'townClerk', 'proceeding');
  if (runningPosting(state) || openObjections(state).length > 0) return [];
  if (endingPostingDue(state, proceeding)) return task('startPosting', 'villageWorker', 'proceeding');
  return task(
    'decideAdjustment',
    deciderRole(deciderUnder(proceeding.procedure, state.decider)),
    'proceeding',
    'death',
  );
}

function taskFor(state: CaseState, name: string, role: Role, clocks: readonly DeadlineName[], of = ''): Task {
  const running = state.deadlines
    .filter((clock) => clocks.includes(clock.name) && (of === '' || clock.of === of))
    .sort((a, b) => (a.due < b.due ? -1 : 1));
  const clock: Deadline | undefined = running[0];
  const level = clock?.level ?? 0;
  const assignee = state.assignees[name];
  return {
    name,
    ...deskOf(state, role),
    ...(level > 0 && { supervisor: deskOf(state, levelUp(role, level)) }),
    ...(assignee !== undefined && { assignee }),
    ...(clock && { dueDate: clock.lastDay }),
    provisional: clock?.provisional ?? false,
    level,
  };
}

const levelUp = (role: Role, level: number): Role => {
  const next = superior[role];
  return level === 0 || next === undefined ? role : levelUp(next, level - 1);
};

const deskOf = (state: CaseState, role: Role): Desk => ({ role, division: divisionOf(state, role) });

function divisionOf(state: CaseState, role: Role): string {
  switch (role) {
    case 'villageWorker':
      return state.village;
    case 'townClerk':
    case 'townApprover':
      return state.town;
    case 'cityBureau':
      return `${state.district.slice(0, 4)}00`;
    default:
      return state.district;
  }
}
