import type { CivilInstant, PlainDate } from '../dates.ts';
import { dateOf } from '../dates.ts';
import type { Law } from '../law.ts';
import type { Actor } from './actors.ts';
import { eyesOf } from './actors.ts';
import { commandRules } from './command-rules.ts';
import type { CaseCommand, CommandType } from './commands.ts';
import type { Answer, Context, Deciders } from './context.ts';
import { contextOf } from './context.ts';
import { decideAdjustment } from './decide-adjustment.ts';
import { decideChanges } from './decide-changes.ts';
import { decideConfirmation } from './decide-confirmation.ts';
import { decideCorrections } from './decide-corrections.ts';
import { contradictory, decideIntake } from './decide-intake.ts';
import { decidePayment } from './decide-payment.ts';
import { decidePostings } from './decide-postings.ts';
import { decideRecords } from './decide-records.ts';
import { decideReview } from './decide-review.ts';
import { decideVerification } from './decide-verification.ts';
import { deciderRole, deciderUnder } from './decider.ts';
import { visitorRole } from './decision-visit.ts';
import { covers } from './divisions.ts';
import { InconsistentFacts } from '../eligibility/contradictions.ts';
import { MissingFacts } from '../eligibility/missing-facts.ts';
import { evolve } from './evolve.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import { stages, withGrant } from './stages.ts';
import { refusedAsItStands } from './standing.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { procedureToday } from './proceedings.ts';
import type { CaseState } from './state.ts';

const deciders: Deciders<CommandType> = {
  ...decideIntake,
  ...decideVerification,
  ...decideReview,
  ...decidePostings,
  ...decideConfirmation,
  ...decideChanges,
  ...decideAdjustment,
  ...decidePayment,
  ...decideCorrections,
  ...decideRecords,
};

/** A command as it reaches the case: what, by whom, at which civil instant (set by the server, never going back). */
export interface Given {
  readonly command: CaseCommand;
  readonly actor: Actor;
  readonly at: CivilInstant;
}

/**
 * What `given` leads to in `state`: events, in order, or a refusal that says why and what to do. Pure; `state` is undefined
 * before the first event.
 */
export function decide(state: CaseState | undefined, given: Given, law: Law, caseId: string): Answer {
  const { command, actor, at } = given;
  if (state === undefined) {
    if (command.type !== 'draftApplication') return refusal('no-such-case', '没有该案件。', 'There is no such case.');
    // The founding state stands in for the one that the first event is about to found.
    const founding = evolve(
      undefined,
      { type: 'applicationDrafted', version: 1, at, by: actor, data: command },
      caseId,
    );
    return maySpeak(founding, actor, command.type) ?? run(contextOf(founding, at, actor, law), command);
  }
  if (command.type === 'draftApplication')
    return refusal('case-exists', '该案件已登记。', 'This case has been drafted already.');
  const context = contextOf(state, at, actor, law);
  return (
    refusedAtOnce(state, actor, command.type, context.today) ??
    outsideProceeding(context, command.type) ??
    run(context, command)
  );
}

function run(context: Context, command: CaseCommand): Answer {
  try {
    return (deciders[command.type] as (context: Context, command: CaseCommand) => Answer)(context, command);
  } catch (error) {
    if (error instanceof InconsistentFacts) return contradictory(error.contradictions);
    if (!(error instanceof MissingFacts)) throw error;
    const named = (language: 'zh' | 'en') => error.missing.map((fact) => `${fact[language]} (${fact.path})`);
    return refusal(
      'facts-missing',
      `缺少作出判断所需的情况：${named('zh').join('、')}。`,
      `Facts that the law asks for were not stated: ${named('en').join(', ')}.`,
    );
  }
}

/**
 * Why `actor` may not give this kind of command now, whatever its body: stage, role, place, and the case as it stands on `today`, else
 * on the day of its last event. Undefined if nothing stands against it.
 */
export function refusedAtOnce(
  state: CaseState,
  actor: Actor,
  type: CommandType,
  today: PlainDate = dateOf(state.at),
): Refusal | undefined {
  const rule = commandRules[type];
  if (rule.stages === 'none' || !rule.stages.includes(state.stage))
    return refusal(
      'not-in-this-stage',
      `案件处于“${stages[state.stage].zh}”环节，不能${rule.zh}。`,
      `In stage ${stages[state.stage].en} one cannot: ${rule.en}.`,
    );
  return maySpeak(state, actor, type) ?? refusedAsItStands({ state, today, actor }, type);
}

function maySpeak(state: CaseState, actor: Actor, type: CommandType): Refusal | undefined {
  const rule = commandRules[type];
  if (!rule.roles.includes(actor.role))
    return refusal('not-this-role', `${rule.zh}不属于该角色的职责。`, `This role may not: ${rule.en}.`);
  if (!covers(actor, state))
    return refusal(
      'outside-division',
      '案件不在其辖区内。',
      'The case lies outside the division of this member of staff.',
    );
  if (state.relatives.some((relative) => eyesOf(actor).includes(relative.staffId)) && type !== 'registerRelative')
    return refusal(
      'relative-of-staff',
      '与申请人有近亲属关系的经办人员应当回避。',
      'A relative of the applicant stands aside [D57 §11].',
    );
  if (type === 'recordDistrictVisit' && actor.role !== visitorRole(state)) return notTheDecider();
  if (type === 'releasePayment' && state.suspension)
    return actor.role === deciderRole(state.suspension.level) ? undefined : notTheDecider();
  const procedure = isForDecider(type) ? procedureKnown(state) : undefined;
  return procedure && !decidesUnder(state, procedure, actor) ? notTheDecider() : undefined;
}

/** In payment, with nothing under way, the law of the day and of the town where the household lives now says who decides. */
const outsideProceeding = (context: Context, type: CommandType): Refusal | undefined =>
  isForDecider(type) &&
  !procedureKnown(context.state) &&
  !decidesUnder(context.state, procedureToday(context), context.actor)
    ? notTheDecider()
    : undefined;

const procedureKnown = (state: CaseState): Procedure | undefined =>
  withGrant.some((stage) => stage === state.stage) ? state.proceeding?.procedure : state.procedure;

const decidesUnder = ({ decider }: CaseState, procedure: Procedure, actor: Actor): boolean =>
  actor.role === deciderRole(deciderUnder(procedure, decider));

const notTheDecider = (): Refusal =>
  refusal('not-the-decider', '审核确认权限不在该级。', 'Under this procedure the decision lies with the other level.');

const isForDecider = (type: CommandType): boolean =>
  (
    ['extendLimit', 'terminate', 'confirm', 'refuse', 'decideAdjustment', 'suspendPayment', 'endCase'] as CommandType[]
  ).includes(type);

/** Commands that this actor may give now and the case has something for; the body may still be refused. */
export const allowedCommands = (state: CaseState, actor: Actor): CommandType[] =>
  (Object.keys(commandRules) as CommandType[]).filter((type) => refusedAtOnce(state, actor, type) === undefined);
