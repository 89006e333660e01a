import type { z } from 'zod';
import type { actionOutcome, caseLine, caseView } from '../../contracts/http/case.ts';
import type { WorkCalendar } from '../../policy/calendar/work-calendar.ts';
import type { Assessment } from '../../policy/assessment/assessment.ts';
import type { PlainDate } from '../../policy/dates.ts';
import { conditionFacts } from '../../policy/eligibility/condition-facts.ts';
import { explain } from '../../policy/eligibility/condition.ts';
import { type Kind, kinds } from '../../policy/kinds.ts';
import type { Actor } from '../../policy/lifecycle/actors.ts';
import { nextDeadline } from '../../policy/lifecycle/deadlines.ts';
import { stages } from '../../policy/lifecycle/stages.ts';
import type { CaseState, Decision } from '../../policy/lifecycle/state.ts';
import { nextKindsOf } from '../../policy/lifecycle/lifted.ts';
import { tasksOf } from '../../policy/lifecycle/tasks.ts';
import type { CaseLine } from '../../prisma/repositories/cases.ts';
import { allowedActions, type CarriedOut } from '../commands/send-command.ts';
import { viewOfDeadline } from './deadline.ts';
import { viewOfTask } from './task.ts';

/** What views are counted on: the civil day, and the working days. */
export interface Day {
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
}

const words = (stage: CaseState['stage']) => ({ zh: stages[stage].zh, en: stages[stage].en });

const kindWords = (kind: Kind) => ({ zh: kinds[kind].zh, en: kinds[kind].en });

const deadlinesOf = ({ deadlines }: CaseState, { today, calendar }: Day) =>
  deadlines.toSorted((a, b) => (a.due < b.due ? -1 : 1)).map((clock) => viewOfDeadline(clock, today, calendar));

/** A line of a list; the name of the head comes masked. */
export function lineOf(row: CaseLine, head: string, day: Day): z.output<typeof caseLine> {
  const { id: caseId, deadlines, stage, ...rest } = row;
  const next = nextDeadline({ deadlines });
  return {
    ...rest,
    caseId,
    kindWords: kindWords(rest.kind),
    stage,
    stageWords: words(stage),
    head,
    next: next ? viewOfDeadline(next, day.today, day.calendar) : null,
  };
}

/** The answer to an action: where the case stands after it. */
export function outcomeOf({ seq, state }: CarriedOut, actor: Actor, day: Day): z.output<typeof actionOutcome> {
  return {
    caseId: state.caseId,
    seq,
    stage: state.stage,
    stageWords: words(state.stage),
    deadlines: deadlinesOf(state, day),
    allowedActions: allowedActions(state, actor),
  };
}

type View = z.output<typeof caseView>;

/** The whole case for one of its staff; names and account come from the register. */
export function viewOf(
  state: CaseState,
  actor: Actor,
  day: Day,
  register: Pick<View, 'members' | 'outsiders' | 'account'>,
): View {
  const { caseId, application, kind, village, town, district, seq, at, stage, assessment } = state;
  return {
    caseId,
    applicationId: application.id,
    kind,
    kindWords: kindWords(kind),
    stage,
    stageWords: words(stage),
    village,
    town,
    district,
    seq,
    at,
    ...register,
    deadlines: deadlinesOf(state, day),
    tasks: tasksOf(state).map(viewOfTask),
    decisions: state.decisions.map(viewOfDecision),
    assessment: assessment
      ? {
          eligible: assessment.eligible,
          amount: assessment.amount,
          conditions: viewOfConditions(assessment),
        }
      : null,
    allowedActions: allowedActions(state, actor),
    state: { ...state },
  };
}

function viewOfDecision(stored: Decision) {
  const { assessment, decidedBy, nextKind: _older, ...decision } = stored;
  return {
    ...decision,
    decidedBy: [...decidedBy],
    conditions: assessment ? viewOfConditions(assessment) : [],
    nextKinds: [...nextKindsOf(stored)],
  };
}

/** Every condition tested, with its words. */
export const viewOfConditions = ({
  conditions,
  parameterVersion,
}: Pick<Assessment, 'conditions' | 'parameterVersion'>) =>
  conditions.map((condition) => {
    const { zh, en, unit } = conditionFacts[condition.id];
    return { ...condition, fact: { zh, en }, unit, parameterVersion, explanation: explain(condition) };
  });
