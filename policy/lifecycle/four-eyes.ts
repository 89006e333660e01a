import type { Actor } from './actors.ts';
import { sameEyes } from './context.ts';
import type { Refusal } from './refusals.ts';
import type { CaseState } from './state.ts';

/** Staff who surveyed at home or kept the record of it. */
export const surveyorsOf = (state: CaseState): string[] =>
  state.visits.flatMap((visit) => [
    ...visit.recordedBy,
    ...visit.surveyors.flatMap((surveyor) => surveyor.staffId ?? []),
  ]);

/** Staff who wrote or signed an opinion of the town. */
export const opinionEyes = (state: CaseState): string[] =>
  state.opinions.flatMap((opinion) => [...opinion.writtenBy, ...(opinion.signedBy ?? [])]);

/** Staff of the district who visited or wrote the district's opinion. */
export const districtEyes = (state: CaseState): string[] => [
  ...(state.spotCheck?.visit?.by ?? []),
  ...(state.districtOpinion?.by ?? []),
];

/** Everybody who may not decide the application: who accepted, asked for verification, surveyed, wrote, signed or visited for the district. */
export const handsBeforeDecision = (state: CaseState): string[] => [
  ...(state.application.acceptedBy ?? []),
  ...state.rounds.flatMap((round) => round.requestedBy),
  ...surveyorsOf(state),
  ...opinionEyes(state),
  ...districtEyes(state),
];

type Eyes = Pick<Actor, 'staffId' | 'onBehalfOf'>;

/** Whoever wrote the opinion or surveyed may not sign it. */
export const mayNotSign = (state: CaseState, actor: Eyes): Refusal | undefined =>
  sameEyes(
    actor,
    state.opinions.at(-1)?.writtenBy ?? [],
    '初审意见不得由拟写人签批',
    'Whoever wrote the opinion may not sign it',
  ) ?? sameEyes(actor, surveyorsOf(state), '入户调查人员不得签批', 'A surveyor of this case may not sign');

/** Whoever had a hand in the application may not decide it. */
export const mayNotDecide = (state: CaseState, actor: Eyes): Refusal | undefined =>
  sameEyes(
    actor,
    handsBeforeDecision(state),
    '调查、初审人员不得作出审核确认',
    'Whoever surveyed, wrote or signed may not decide',
  );

/** Whoever proposed the adjustment or surveyed may not decide it, nor end the right. */
export const mayNotAdjust = (state: CaseState, actor: Eyes): Refusal | undefined =>
  sameEyes(
    actor,
    [...(state.proceeding?.proposal?.proposedBy ?? []), ...surveyorsOf(state)],
    '提出意见、入户调查人员不得作出决定',
    'Whoever proposed or surveyed may not decide',
  );

/** Whoever proposed this correction may not approve it. */
export const mayNotApprove = (
  { proposedBy }: Pick<CaseState['corrections'][number], 'proposedBy'>,
  actor: Eyes,
): Refusal | undefined => sameEyes(actor, proposedBy, '更正不得由提出人批准', 'Whoever proposed it may not approve');

/** Whoever made this decision may not correct it. */
export const mayNotCorrect = (
  { decidedBy }: Pick<CaseState['decisions'][number], 'decidedBy'>,
  actor: Eyes,
): Refusal | undefined => sameEyes(actor, decidedBy, '决定不得由原决定人更正', 'Whoever decided may not correct it');
