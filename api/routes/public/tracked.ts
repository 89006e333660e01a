import type { z } from 'zod';
import type { trackedApplication } from '../../../contracts/http/posting.ts';
import { documentKinds } from '../../../policy/lifecycle/documents.ts';
import { kinds } from '../../../policy/kinds.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { plainWordsOf } from './plain-words.ts';

type Tracked = z.output<typeof trackedApplication>;

/** What an applicant is told who holds the tracking code: stage, dates, what is asked, documents. Nothing personal. */
export function trackedView(state: CaseState): Tracked {
  const titles: Readonly<Record<string, string>> = documentKinds;
  const { zh, en } = kinds[state.kind];
  return {
    kind: { zh, en },
    stage: plainWordsOf(state),
    dates: datesOf(state),
    asked: askedOf(state),
    documents: state.documents.map(({ number, kind, on }) => ({ number, title: titles[kind] ?? kind, on })),
  };
}

function datesOf({ application, decisions, ended }: CaseState): Tracked['dates'] {
  const dates: [zh: string, en: string, on: string | undefined][] = [
    ['提交', 'submitted', application.submittedOn],
    ['受理', 'accepted', application.acceptedOn],
    ['首次决定', 'first decision', decisions[0]?.decidedOn],
    ['终结', 'ended', ended?.on],
  ];
  return dates.flatMap(([zh, en, on]) => (on === undefined ? [] : [{ zh, en, on }]));
}

function askedOf(state: CaseState): Tracked['asked'] {
  const lastDay = (name: string) => {
    const clock = state.deadlines.find((deadline) => deadline.name === name);
    return clock && { lastDay: clock.lastDay };
  };
  const { papersRequested, signaturesRequested } = state.application;
  const missing = state.stage === 'awaitingPapers' ? (papersRequested ?? []) : [];
  const signatures = state.stage === 'awaitingPapers' ? signaturesRequested : undefined;
  // How many, never whose: the look-up shows nothing personal.
  const unsigned = signatures ? signatures.authorisations.length + signatures.consents.length : 0;
  return [
    ...missing.map((paper) => ({ zh: `请补交：${paper}`, en: `Please hand in: ${paper}`, ...lastDay('papers') })),
    ...(unsigned > 0
      ? [
          {
            zh: `请按补正告知书补签核对授权书、同意书共${unsigned}份`,
            en: `Please have ${unsigned} authorisations or consents signed, as the notice says`,
            ...lastDay('papers'),
          },
        ]
      : []),
    ...(state.stage === 'notQualified'
      ? [{ zh: '如有不同意见，可提出异议', en: 'You may contest the verification', ...lastDay('contest') }]
      : []),
    ...(state.proceeding?.views && state.proceeding.views.heardOn === undefined
      ? [
          {
            zh: '请对拟作出的调整发表意见',
            en: 'Please give your views on the intended change',
            ...lastDay('viewsAnswer'),
          },
        ]
      : []),
  ];
}
