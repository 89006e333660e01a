import type { Role } from './actors.ts';
import { deciderOf } from './decider.ts';
import { refusal, type Refusal } from './refusals.ts';
import type { CaseState, SpotCheck } from './state.ts';

type Reason = SpotCheck['visitDue'][number];

const reasonWords: Readonly<Record<Reason, { readonly zh: string; readonly en: string }>> = {
  drawn: { zh: '抽查抽中', en: 'drawn' },
  relative: { zh: '近亲属备案', en: 'a relative of staff' },
  complaint: { zh: '投诉举报', en: 'a complaint' },
  doubt: { zh: '存疑', en: 'a doubt' },
};

/** The home visit before the decision 审核确认前入户核查 is recorded at the level that decides [D57 §20; D220 §26]. */
export const visitorRole = (state: CaseState): Role => (deciderOf(state) === 'town' ? 'townClerk' : 'districtOfficer');

/** Why a visit is still due; undefined if none is. */
export function visitDue({ spotCheck }: CaseState): Refusal | undefined {
  const reasons = (spotCheck?.visitDue ?? []).map((reason) => reasonWords[reason]);
  return reasons.length > 0
    ? refusal(
        'home-visit-due',
        `作出决定前须入户核查（${reasons.map(({ zh }) => zh).join('、')}）。`,
        `A home visit is due before the decision (${reasons.map(({ en }) => en).join(', ')}) [D57 §20].`,
      )
    : undefined;
}
