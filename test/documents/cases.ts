import { plainDate } from '../../policy/dates.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import type { DocumentKind } from '../../policy/lifecycle/documents.ts';
import { verificationSources } from '../../policy/lifecycle/vocabulary.ts';
import { decisionCorrected, entryCorrected, increased, lapsedExit, reduced, stopped, suspended } from './in-payment.ts';
import type { Journey, Ordered } from './journey.ts';
import {
  approver,
  centre,
  clerk,
  districtApprover,
  done,
  family,
  file,
  inStage,
  struckUntil,
  undelegated,
} from './journey.ts';
import { accepted, facts, investigated, opinion, submitted, supplied } from './up-to-confirmation.ts';

const declined = done(submitted(), '2026-11-17', clerk, {
  type: 'declineApplication',
  reason: '申请人户籍不在本地，也未持有居住证。',
});
const terminated = done(accepted(supplied), '2026-12-01', approver, {
  type: 'terminate',
  ground: '申请人两次无正当理由拒绝入户调查。',
});

const withCar = family(14_400, { vehicles: [{ kind: 'car', ownerId: 'p1' }] });
const refusedByDistrict = (): Journey => {
  const looked = investigated(accepted(submitted(withCar, undelegated), undelegated), withCar, undelegated);
  const written = done(looked, '2026-11-30', clerk, opinion(withCar, 'refuse'), undelegated);
  const signed = done(written, '2026-12-01', approver, { type: 'signOpinion' }, undelegated);
  const forwarded = done(signed, '2026-12-02', clerk, { type: 'forward' }, undelegated);
  return done(
    forwarded,
    '2026-12-07',
    districtApprover,
    { type: 'refuse', ground: '家庭财产状况不符合规定。' },
    undelegated,
  );
};

const notQualified = done(investigated(accepted(supplied), facts), '2026-11-27', clerk, {
  type: 'findNotQualified',
  round: 1,
  ground: '银行存款超过规定限额。',
});
const contested = done(notQualified, '2026-11-30', clerk, { type: 'contestVerification', round: 1, evidence: [] });
const reexamined = done(contested, '2026-12-02', centre, {
  type: 'reexamine',
  round: 1,
  upheld: true,
  ground: '存款确属本人所有。',
});

const loner = family(0)
  .members.slice(0, 1)
  .map((only) => ({ ...only, incomes: [] }));
const aloneFacts: HouseholdFacts = { ...family(0), members: loner.map(({ monthsWorked: _none, ...rest }) => rest) };
export const diedAlone = (): Journey => {
  const looked = done(accepted(submitted(aloneFacts)), '2026-11-23', clerk, { type: 'requestVerification' });
  const answered = done(looked, '2026-11-25', centre, {
    type: 'recordVerificationAnswers',
    round: 1,
    answers: verificationSources.map((source) => ({ source, personId: 'p1', finding: 'agrees' })),
  });
  const visited = done(answered, '2026-11-26', clerk, {
    type: 'recordHomeVisit',
    visitedOn: plainDate('2026-11-26'),
    surveyors: [
      { staffId: 's1', file },
      { staffId: 's7', file },
    ],
    memberPresent: { personId: 'p1', file },
    agrees: true,
    summary: '独居。',
    photos: [],
  });
  const written = done(visited, '2026-11-27', clerk, opinion(aloneFacts, 'grant'));
  const up = done(written, '2026-11-30', clerk, { type: 'startPosting', place: '村务公开栏' });
  const confirmed = done(struckUntil(up, inStage('confirming')), '2026-12-09', approver, { type: 'confirm' });
  return done(confirmed, '2027-03-03', approver, {
    type: 'endCase',
    reason: 'memberDied',
    happenedOn: plainDate('2027-02-20'),
    note: '保障对象已去世。',
  });
};

/** Every document that these cases order. */
export const ordered: readonly Ordered[] = [
  reduced,
  increased,
  stopped,
  lapsedExit,
  suspended,
  entryCorrected,
  decisionCorrected,
  declined,
  terminated,
  refusedByDistrict(),
  reexamined,
].flatMap((journey) => journey.ordered);

/** The last document of that kind that the cases order. */
export function lastOf(kind: DocumentKind, journey: Pick<Journey, 'ordered'> = { ordered }): Ordered {
  const found = journey.ordered.findLast((one) => one.kind === kind);
  if (!found) throw new Error(`no case orders a ${kind}`);
  return found;
}
