import { contradictionsIn } from '../eligibility/contradictions.ts';
import { valueOn } from '../parameters/snapshot.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { isEmergency, knownSince, procedureOn } from '../procedures/procedure-for.ts';
import { isByPerson, kinds } from '../kinds.ts';
import type { Answer, Context, Deciders } from './context.ts';
import { happened } from './context.ts';
import { startClock } from './deadlines.ts';
import { acceptanceClock, backToAcceptance, leadingBack, missingSignatures } from './missing-papers.ts';
import { takeDown } from './postings.ts';
import { type Refusal, refusal } from './refusals.ts';
import { signatureFault } from './signing.ts';
import { applicationDates, enter } from './steps.ts';
import { assessed } from './assessed.ts';
import { authority } from '../procedures/authority.ts';
import { evolve } from './evolve.ts';
import type { CaseState } from './state.ts';
import { unauthorised, verificationNeeded } from './verified.ts';

type Intake =
  | 'draftApplication'
  | 'amendApplication'
  | 'recordAuthorisation'
  | 'recordSupporterConsent'
  | 'registerRelative'
  | 'submitApplication'
  | 'requestPapers'
  | 'supplyPapers'
  | 'acceptApplication'
  | 'declineApplication'
  | 'withdraw'
  | 'terminate';

/** Intake 申请受理 [D57 §§4–11; D220 §§9–14]. */
export const decideIntake: Deciders<Intake> = {
  draftApplication: (context, { type: _type, ...application }) => {
    const contradictions = contradictionsIn(application.facts, context.today);
    if (contradictions.length > 0) return contradictory(contradictions);
    if (!application.facts.members.some((member) => member.personId === application.head)) return headNotMember();
    const misfit = misfitOf(context.state);
    if (misfit) return misfit;
    if (application.filedBy?.mandate === undefined && filedByOutsider(application))
      return refusal('agent-without-mandate', '代理人申请须附委托书。', 'An agent needs a mandate [D57 §6].');
    return [happened(context, 'applicationDrafted', application, { stage: 'draft' })];
  },

  amendApplication: (context, { type: _type, ...changes }) => {
    const contradictions = changes.facts ? contradictionsIn(changes.facts, context.today) : [];
    if (contradictions.length > 0) return contradictory(contradictions);
    const fault = changes.facts && notTheirs(context.state, changes.facts);
    return fault ?? [leadingBack(context, happened(context, 'applicationAmended', changes))];
  },

  recordAuthorisation: (context, { type: _type, ...authorisation }) => {
    // After acceptance a person found to live there signs first and is listed with the opinion or the proposal.
    if (!context.state.procedure && !isMember(context.state, authorisation.personId))
      return unknownPerson(authorisation.personId);
    const fault = signatureFault(context.state, authorisation, context.today);
    const documents = [{ kind: 'authorisation' as const }];
    return fault ?? [leadingBack(context, happened(context, 'authorisationRecorded', authorisation, { documents }))];
  },

  recordSupporterConsent: (context, { type: _type, ...consent }) => {
    if (isMember(context.state, consent.personId))
      return refusal(
        'supporter-is-member',
        '共同生活的家庭成员应签署核对授权书。',
        'A member of the household signs the authorisation instead.',
      );
    const { members } = context.state.facts;
    const { supporter } = consent;
    if (supporter !== undefined && !members.some(({ supporters }) => supporters?.some(({ id }) => id === supporter)))
      return refusal(
        'no-such-supporter',
        `家庭情况中没有标记为“${supporter}”的义务人。`,
        `The facts name no supporter by the mark "${supporter}".`,
      );
    const known = supporter === undefined || context.state.supportersConsented?.includes(supporter);
    return known && context.state.supporterConsents.includes(consent.personId)
      ? refusal('consent-recorded', '该赡养人的同意已登记。', 'The consent of this supporter is recorded already.')
      : [leadingBack(context, happened(context, 'supporterConsented', consent))];
  },

  registerRelative: (context, { type: _type, ...relative }) => {
    if (!isMember(context.state, relative.personId)) return unknownPerson(relative.personId);
    return context.state.relatives.some(
      (known) => known.staffId === relative.staffId && known.personId === relative.personId,
    )
      ? refusal('relative-registered', '该近亲属关系已备案。', 'This relation is registered already.')
      : [happened(context, 'relativeRegistered', relative)];
  },

  submitApplication: (context) => {
    const { state, law, today } = context;
    const submitted = happened(context, 'applicationSubmitted', {}, { stage: 'submitted' });
    if (!isEmergency(state.kind, state.facts, today, law.parameters))
      return [{ ...submitted, started: [acceptanceClock(context)] }];
    // Apply, pay, record: with the application quick aid goes to its decision [T23 二(一), T26].
    const accepted = acceptance({ ...context, state: evolve(state, submitted, state.caseId) });
    return 'code' in accepted ? accepted : [submitted, ...accepted];
  },

  requestPapers: (context, { missing }) => {
    const signatures = missingSignatures(context.state);
    if (missing.length + signatures.authorisations.length + signatures.consents.length === 0)
      return refusal(
        'nothing-missing',
        '没有需要补正的材料或签字，请受理或不予受理。',
        'Nothing is missing, neither papers nor signatures: accept or decline.',
      );
    const { value: count, source } = valueOn(context.law.parameters, 'procedure.awaitingPapers', context.today);
    return [
      happened(
        context,
        'papersRequested',
        { missing, ...signatures },
        {
          stage: 'awaitingPapers',
          stopped: [{ name: 'acceptance' }],
          started: [startClock(context.law, 'papers', context.today, { count, unit: 'day', source })],
          documents: [{ kind: 'papersNotice' }],
        },
      ),
    ];
  },

  supplyPapers: (context, { papers }) =>
    papers.length === 0 && context.state.application.papersRequested?.length !== 0
      ? refusal(
          'papers-missing',
          '告知书列明了须补正的材料，请至少提交一份。',
          'The notice asked for papers: hand in at least one.',
        )
      : [happened(context, 'papersSupplied', { papers }, backToAcceptance(context))],

  acceptApplication: (context) => {
    const unsigned = unauthorised(context.state);
    return unsigned.length > 0 ? authorisationMissing(unsigned) : acceptance(context);
  },

  declineApplication: (context, { reason }) => [
    happened(
      context,
      'applicationDeclined',
      { reason },
      {
        stage: 'notAccepted',
        stopped: everyClock(context.state),
        started: [noticeClock(context)],
        documents: [{ kind: 'nonAcceptanceNotice' }],
      },
    ),
  ],

  withdraw: (context, { type: _type, ...said }) => [
    ...takeDown(context),
    happened(context, 'caseWithdrawn', said, { stage: 'withdrawn', stopped: everyClock(context.state) }),
  ],

  terminate: (context, { ground }) => [
    ...takeDown(context),
    happened(
      context,
      'caseTerminated',
      { ground },
      {
        stage: 'terminated',
        stopped: everyClock(context.state),
        started: [noticeClock(context)],
        documents: [{ kind: 'terminationNotice' }],
      },
    ),
  ],
};

/** Acceptance 受理: the procedure of today, its first stage, the clocks of its steps. */
function acceptance(context: Context): Answer {
  const { state, law, today } = context;
  if (today < knownSince(state.kind))
    return refusal(
      'kind-not-known-yet',
      `${kinds[state.kind].zh}自${knownSince(state.kind)}起施行。`,
      `The law knows this kind of help from ${knownSince(state.kind)} on: ${kinds[state.kind].en}.`,
    );
  const emergency = isEmergency(state.kind, state.facts, today, law.parameters);
  const procedure = procedureOn(state.kind, today, law.parameters, emergency ? 'emergency' : undefined);
  const filedBy = state.application.filedBy;
  if (procedure.applicant === 'head' && filedBy && filedBy.personId !== state.application.head)
    return refusal('head-applies', '应由户主提出申请。', 'Under this regime the head of household applies [D220 §9].');
  const visitDue = [
    ...(state.relatives.length > 0 ? (['relative'] as const) : []),
    ...(state.complaints.length > 0 ? (['complaint'] as const) : []),
  ];
  const total = procedure.limits.total ? [startClock(law, 'decision', today, procedure.limits.total)] : [];
  const opened = { regime: procedure.regime, procedure };
  const accepted = { name: 'acceptance' as const };
  if (!procedure.opinion) {
    const known: Context = { ...context, state: { ...state, procedure } };
    const { amount } = assessed(known, state.facts, applicationDates(known));
    const decider = authority(state.kind, amount, today, law.parameters);
    const entry = enter({ ...known, state: { ...known.state, decider } }, 'confirming');
    return [
      happened(
        context,
        'applicationAccepted',
        { ...opened, visitDue: [], decider },
        { ...entry, stopped: [...entry.stopped, accepted], started: total },
      ),
    ];
  }
  return [
    happened(
      context,
      'applicationAccepted',
      { ...opened, visitDue },
      {
        stage: 'investigating',
        stopped: [accepted],
        started: [...investigationClocks(context, procedure), ...total],
        documents: [{ kind: 'acceptanceNotice' }],
      },
    ),
  ];
}

function investigationClocks({ state, law, today }: Context, procedure: Procedure) {
  const { limits, survey } = procedure;
  const start = (name: Parameters<typeof startClock>[1], limit: Parameters<typeof startClock>[3]) =>
    startClock(law, name, today, limit);
  return [
    ...(limits.surveyStart && survey !== 'none' ? [start('surveyStart', limits.surveyStart)] : []),
    ...(verificationNeeded({ ...state, procedure }) ? [start('verificationRequest', limits.verificationRequest)] : []),
    start('investigation', limits.investigation),
  ];
}

/** What does not fit the kind applied for: whom it is for, and how. */
function misfitOf(state: Pick<CaseState, 'kind' | 'subject' | 'facts'>): Refusal | undefined {
  const { kind, subject, facts } = state;
  if (isByPerson(kind) !== (subject !== undefined))
    return refusal(
      'subject',
      isByPerson(kind) ? '按人申请的救助须写明对象。' : '按户申请的救助不得写明个人对象。',
      isByPerson(kind) ? 'Say which member this kind of help is for.' : 'This kind of help is for the whole household.',
    );
  if (subject !== undefined && !facts.members.some((member) => member.personId === subject))
    return unknownPerson(subject);
  return undefined;
}

/** The clocks that end with a step closing or deciding the case; a complaint is answered all the same [D57 §37]. */
export const everyClock = (state: CaseState) =>
  state.deadlines.filter(({ name }) => name !== 'complaint').map(({ name, of }) => ({ name, of }));

/** The clock for serving a written decision: the procedure's limit, else three working days [D57 §21]. */
export const noticeClock = ({ state, law, today }: Parameters<Deciders<'withdraw'>['withdraw']>[0]) =>
  startClock(
    law,
    'notice',
    today,
    state.procedure?.limits.notice ?? { count: 3, unit: 'workingDay', source: 'D57 §21' },
  );

export const authorisationMissing = (persons: readonly string[]) =>
  refusal(
    'authorisation-missing',
    `尚有${persons.length}名家庭成员未签署核对授权书（${persons.join('、')}）。`,
    `Members without authorisation: ${persons.join(', ')}.`,
  );

/** Why these facts cannot be this case's: the head, or the person it is for, is not in them. */
export function notTheirs(state: CaseState, facts: CaseState['facts']): Refusal | undefined {
  const isIn = (personId: string) => facts.members.some((member) => member.personId === personId);
  if (!isIn(state.application.head)) return headNotMember();
  return state.subject === undefined || isIn(state.subject) ? undefined : unknownPerson(state.subject);
}

const headNotMember = () =>
  refusal(
    'head-not-member',
    '户主须为家庭成员；户主已离开的，请先变更户主。',
    'The head of household has to be one of the members; change the head first if he has left.',
  );

export const isMember = (state: CaseState, personId: string): boolean =>
  state.facts.members.some((member) => member.personId === personId);

export const unknownPerson = (personId: string) =>
  refusal('not-a-member', `${personId} 不是本户成员。`, `${personId} is not a member of this household.`);

export const contradictory = (contradictions: readonly { readonly zh: string; readonly en: string }[]) =>
  refusal(
    'facts-contradict',
    `家庭情况相互矛盾：${contradictions.map((found) => found.zh).join('；')}。`,
    `The facts contradict each other: ${contradictions.map((found) => found.en).join('; ')}.`,
  );

const filedByOutsider = (application: {
  readonly filedBy?: { readonly personId: string };
  readonly facts: CaseState['facts'];
}): boolean =>
  application.filedBy !== undefined &&
  !application.facts.members.some((member) => member.personId === application.filedBy?.personId);
