import { opinionStands } from './opinions.ts';
import { type Refusal, refusal } from './refusals.ts';
import type { CaseState } from './state.ts';
import { isFoundNotQualified } from './verified.ts';

/** What in the case itself stands against granting, whoever decides and on whatever day; undefined if it may be confirmed. */
export function againstGrant(state: CaseState): Refusal | undefined {
  if (isFoundNotQualified(state))
    return refusal(
      'found-not-qualified',
      '核对认定不符合条件，未经复核推翻，只能不予确认。',
      'Verification found the household not qualified and no re-examination overturned it; refuse instead [D57 §18].',
    );
  if (state.procedure?.opinion !== false && !opinionStands(state))
    return refusal(
      'opinion-unfavourable',
      '没有有效的予以确认的初审意见（须未失效且公示期满），不能确认，应写明理由不予确认。',
      'No favourable opinion of the town stands that was posted in full; refuse with the ground instead.',
    );
  if (state.spotCheck?.visit?.agrees === false)
    return refusal(
      'visit-disagrees',
      '审核确认前入户核查与申报不一致，应不予确认；确有出入的，可再次入户核查，一致后方可确认。',
      'The home visit before the decision disagrees: refuse, or visit again; only a further visit that agrees allows it.',
    );
  return undefined;
}
