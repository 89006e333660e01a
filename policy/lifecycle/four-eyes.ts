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
