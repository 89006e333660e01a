import { contradictionsIn } from '../eligibility/contradictions.ts';
import type { YearMonth } from '../dates.ts';
import { addToMonth, monthOf, nextMonth } from '../dates.ts';
import { fen } from '../money.ts';
import { standingLimits } from '../procedures/limits.ts';
import { viewsHeardFrom } from '../procedures/regimes.ts';
import { entitlementIn } from './adjustment.ts';
import { kinds } from '../kinds.ts';
import type { CommandOf, Hearing } from './commands.ts';
import type { Context, Deciders } from './context.ts';
import { happened } from './context.ts';
import { made } from './decide-confirmation.ts';
import { startClock } from './deadlines.ts';
import { authorisationMissing, contradictory, noticeClock, notTheirs } from './decide-intake.ts';
import { ended } from './endings.ts';
import type { CaseEvent } from './events.ts';
import { replaceSpans } from './grant-spans.ts';
import { decisions, named, openCorrections } from './objects.ts';
import { reopenOpinion } from './opinions.ts';
import { openProceeding } from './proceedings.ts';
import type { Refusal } from './refusals.ts';
import { refusal } from './refusals.ts';
import { ongoingClocks, paidOut, publicationClock } from './right-clocks.ts';
import { withGrant } from './stages.ts';
import type { CaseState, Decision, GrantSpan } from './state.ts';
import { unauthorised } from './verified.ts';

type Corrections = 'proposeCorrection' | 'approveCorrection' | 'correctDecision';
type Said = Omit<CommandOf<'correctDecision'>, 'type'>;

/** Mistaken entries and wrong decisions 更正 (policy.md §5.2). */
export const decideCorrections: Deciders<Corrections> = {
  proposeCorrection: (context, { type: _type, ...said }) => {
    const contradictions = contradictionsIn(said.facts, context.today);
    if (contradictions.length > 0) return contradictory(contradictions);
    const foreign = notTheirs(context.state, said.facts);
    if (foreign) return foreign;
    if (said.ofSeq < 1 || said.ofSeq > context.state.seq)
      return refusal('no-such-event', `没有第${said.ofSeq}号记录。`, `There is no event ${said.ofSeq}.`);
    return [happened(context, 'correctionProposed', { ...said, no: context.state.corrections.length + 1 })];
  },

  approveCorrection: (context, { correction }) => {
    const { state } = context;
    const proposed = named(openCorrections, context, correction);
    if ('code' in proposed) return proposed;
    const unsigned = state.application.acceptedOn === undefined ? [] : unauthorised(state, proposed.facts);
    if (unsigned.length > 0) return authorisationMissing(unsigned);
    const corrected = happened(context, 'corrected', { correction }, { documents: [{ kind: 'correctionNotice' }] });
    return holdsRight(state)
      ? [corrected, ...openProceeding(context, { kind: 'other', on: context.today })]
      : reopenOpinion(context, corrected);
  },

  correctDecision: (context, { type: _type, ...said }) => {
    const { state } = context;
    const fault = correctionFault(context, said);
    if (fault) return fault;
    const no = state.decisions.length + 1;
    const spans = spansOf(said, no, state.procedure?.term === 'once');
    const corrected = replaceSpans(state.grants, spans);
    const ends = endsRight(context, corrected);
    const mustHear = said.by === 'authority' && context.today >= viewsHeardFrom;
    if (mustHear && !said.hearing && (ends || lowers(context, corrected, spans)))
      return refusal(
        'views-not-heard',
        '作出调减、终止决定前应当听取救助对象意见，并登记通知的送达和意见。',
        'Hear the recipient before lowering or ending a right and say how (`hearing`): the notice served, the views or the silence [L26 §48].',
      );
    const { decision: corrects, amounts, ground, ...instance } = said;
    const decision: Decision = {
      ...made(context, 'corrected', ground),
      ...(spans[0] && { from: spans[0].from }),
      amount: amounts.at(-1)?.amount ?? fen(0),
    };
    return [
      happened(
        context,
        'decisionCorrected',
        { ...instance, decision, corrects },
        {
          ...(ends ? {} : leadsTo(context, corrected)),
          grants: spans,
          documents: [...(said.hearing ? [{ kind: 'viewsRecord' } as const] : []), { kind: 'correctionNotice' }],
        },
      ),
      ...(ends ? ended(context, 'correction', ground) : []),
    ];
  },
};

const holdsRight = (state: CaseState): boolean => withGrant.some((stage) => stage === state.stage);

function correctionFault(context: Context, said: Said): Refusal | undefined {
  const { state, today } = context;
  const wrong = named(decisions, context, said.decision);
  if ('code' in wrong) return wrong;
  if (said.by !== 'authority' && said.ruling === undefined)
    return refusal('ruling-missing', '须附复议决定书或判决书。', 'Add the ruling of the reconsideration or the court.');
  const unheard = said.hearing && hearingFault(context, said.decision, said.hearing);
  if (unheard) return unheard;
  const months = said.amounts.map((step) => step.from);
  if (kinds[state.kind].payment === 'none' && said.amounts.some(({ amount }) => amount > 0))
    return refusal('no-payment', '该救助种类不发放资金。', 'This kind of help pays no money; only its end can be set.');
  if (months.length === 0) return refusal('amounts-missing', '须写明更正后的金额。', 'Say which amounts are right.');
  if (months.some((month, index) => index > 0 && month <= (months[index - 1] ?? month)))
    return refusal('months-out-of-order', '更正月份须逐一递增。', 'Give the months in ascending order.');
  // What begins later is a change, decided in its own proceeding; only the end of a gradual exit may lie ahead.
  const ahead = state.stage === 'gradualExit' ? (state.grants.at(-1)?.to ?? monthOf(today)) : monthOf(today);
  return months.some((month) => month > nextMonth(ahead))
    ? refusal('month-ahead', '更正不得涉及以后月份。', 'A correction does not reach into later months.')
    : undefined;
}

/** What keeps a hearing from being one on this correction: it lies before it or ahead, or the time to answer still runs. */
function hearingFault({ state, law, today, at }: Context, corrects: number, hearing: Hearing): Refusal | undefined {
  const { servedOn, said } = hearing;
  // What was said before another correction was about other amounts.
  const last = state.decisions.findLast(({ no, kind }) => no === corrects || kind === 'corrected');
  const days = [last?.decidedOn ?? servedOn, servedOn, said?.on ?? servedOn, today];
  if (days.some((date, index) => index > 0 && date < (days[index - 1] ?? date)))
    return refusal(
      'hearing-date',
      '听取意见须在被更正的决定和此前的更正作出之后、今日之前：先送达通知，再记录意见。',
      'A hearing follows the decision and its earlier corrections and lies not ahead: first the notice is served, then the views are said.',
    );
  const answer = startClock(law, 'viewsAnswer', servedOn, standingLimits.viewsAnswer);
  return said === undefined && answer.due > at
    ? refusal(
        'views-answer-runs',
        `答复期限至${answer.lastDay}，期满未答复的方可视为没有意见。`,
        `The time to answer runs until ${answer.lastDay}: only then silence counts.`,
      )
    : undefined;
}

/** `once`: each month named is a payment of its own. */
const spansOf = ({ amounts }: Said, decision: number, once: boolean): GrantSpan[] =>
  amounts.map((step, index) => {
    const next = amounts[index + 1];
    const to = once ? step.from : next && addToMonth(next.from, -1);
    return { from: step.from, amount: step.amount, decision, ...(to !== undefined && { to }) };
  });

/** Whether any month gets less than before: the entitlement changes only where a span begins, and from next month on. */
function lowers({ state, today }: Context, corrected: readonly GrantSpan[], spans: readonly GrantSpan[]): boolean {
  const months: YearMonth[] = [
    ...state.grants.map((span) => span.from),
    ...spans.map((span) => span.from),
    nextMonth(monthOf(today)),
  ];
  return months.some((month) => entitlementIn(corrected, month) < entitlementIn(state.grants, month));
}

/** Whether nothing is left of the right from next month on; a single payment keeps its own end. */
const endsRight = ({ state, today }: Context, corrected: readonly GrantSpan[]): boolean =>
  holdsRight(state) && state.procedure?.term !== 'once' && entitlementIn(corrected, nextMonth(monthOf(today))) === 0;

/** The case goes on, stays closed or opens again as the corrected right says. */
function leadsTo(context: Context, corrected: readonly GrantSpan[]): Pick<CaseEvent, 'stage' | 'started' | 'stopped'> {
  const { state, today } = context;
  const notice = noticeClock(context);
  const last = corrected.at(-1);
  const held = holdsRight(state);
  const once = state.procedure?.term === 'once';
  // A single payment keeps its own end, and its papers stay due.
  if (once && held) return { started: [notice] };
  if (entitlementIn(corrected, nextMonth(monthOf(today))) === 0) return { started: [notice] };
  // An open right in gradual exit, or on a closed case: ordinary payment, with its rechecks.
  const resumes = !held || (state.stage === 'gradualExit' && last?.to === undefined);
  if (!resumes) return { started: [notice] };
  return {
    stage: 'inPayment',
    stopped: [{ name: 'gradualExitEnd' }],
    started: [
      notice,
      ...ongoingClocks(context, state.facts, state.recheckClass ?? 'C'),
      ...(once ? [paidOut(last, today)] : []),
      ...(state.published === undefined && !held ? publicationClock(context) : []),
    ],
  };
}
