import { plainDate } from '../../policy/dates.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { verificationSources } from '../../policy/lifecycle/commands.ts';
import type { Outcome } from '../../policy/lifecycle/commands.ts';
import type { DocumentKind } from '../../policy/lifecycle/documents.ts';
import { fen, yuan } from '../../policy/money.ts';
import { yearMonth } from '../../policy/dates.ts';
import type { Journey, Ordered } from './journey.ts';
import {
  approver,
  centre,
  clerk,
  delegated,
  districtApprover,
  done,
  drafted,
  family,
  file,
  inStage,
  otherApprover,
  struckUntil,
  undelegated,
} from './journey.ts';

const DAY = '2026-11-20';
const facts = family(14_400);

function submitted(of: HouseholdFacts = facts, law = delegated): Journey {
  const signed = of.members.reduce(
    (journey, { personId, relation }) =>
      done(
        journey,
        '2026-11-16',
        clerk,
        relation === 'child'
          ? { type: 'recordAuthorisation', personId, by: 'guardian', signer: 'p1', file }
          : { type: 'recordAuthorisation', personId, by: 'self', file },
        law,
      ),
    drafted('2026-11-16', of, law),
  );
  return done(signed, '2026-11-16', clerk, { type: 'submitApplication' }, law);
}

const asked = done(submitted(), '2026-11-17', clerk, {
  type: 'requestPapers',
  missing: ['户主近三个月工资流水', '重病诊断证明'],
});
const supplied = done(asked, '2026-11-19', clerk, { type: 'supplyPapers', papers: [] });

const accepted = (journey: Journey, law = delegated): Journey =>
  done(journey, DAY, clerk, { type: 'acceptApplication' }, law);

/** Verified without a mismatch but for her deposits, and surveyed at home. */
function investigated(journey: Journey, of: HouseholdFacts, law = delegated): Journey {
  const persons = of.members.map(({ personId }) => personId);
  const requested = done(journey, '2026-11-23', clerk, { type: 'requestVerification' }, law);
  const answered = done(
    requested,
    '2026-11-25',
    centre,
    {
      type: 'recordVerificationAnswers',
      round: 1,
      answers: verificationSources.flatMap((source) =>
        persons.map((personId) => ({
          source,
          personId,
          finding: source === 'deposits' && personId === 'p2' ? ('differs' as const) : ('agrees' as const),
        })),
      ),
    },
    law,
  );
  const doubt = answered.state?.doubts[0]?.id ?? '';
  const cleared = done(
    answered,
    '2026-11-26',
    clerk,
    { type: 'clearDoubt', doubt, outcome: 'cleared', by: 'visit', note: '存款为抚恤金，已核实' },
    law,
  );
  return done(
    cleared,
    '2026-11-26',
    clerk,
    {
      type: 'recordHomeVisit',
      visitedOn: plainDate('2026-11-26'),
      surveyors: [
        { staffId: 's1', file },
        { socialWorkerLicence: '社工2020-0731', file },
      ],
      memberPresent: { personId: 'p1', file },
      agrees: true,
      summary: '家庭住砖混平房两间，陈设简陋。\n妻子卧床，无劳动能力。',
      photos: [file],
    },
    law,
  );
}

const opinion = (of: HouseholdFacts, proposal: 'grant' | 'refuse') =>
  ({
    type: 'writeOpinion',
    facts: of,
    recheckClass: 'B',
    proposal,
    ground: proposal === 'grant' ? '家庭收入和财产均符合规定。' : '家庭名下有机动车辆一辆，不符合财产规定。',
  }) as const;

const posted = done(
  done(investigated(accepted(supplied), facts), '2026-11-30', clerk, opinion(facts, 'grant')),
  '2026-12-01',
  clerk,
  { type: 'startPosting', place: '村务公开栏' },
);

/** Objected to, extended, appraised; after a new opinion the delegated town confirms. */
function confirmedAfterObjection(): Journey {
  const objected = done(posted, '2026-12-03', clerk, { type: 'raiseObjection', objectionId: 'o1' });
  const extended = done(objected, '2026-12-04', approver, {
    type: 'extendLimit',
    ground: 'objection',
    note: '群众反映该户有打零工收入，须逐一走访核实。',
  });
  const appraised = done(extended, '2026-12-07', clerk, {
    type: 'recordAppraisal',
    heldOn: plainDate('2026-12-07'),
    attendance: { town: 1, villageOrganisation: 2, residents: 6, representatives: 3 },
    conclusion: 'agrees',
    record: '与会人员一致反映该户生活困难。',
    signatures: [file],
  });
  const investigatedAgain = done(appraised, '2026-12-08', clerk, {
    type: 'investigateObjection',
    objectionId: 'o1',
    upheld: false,
    finding: '未发现零工收入。',
  });
  const heard = struckUntil(investigatedAgain, inStage('opinionDue'));
  const written = done(heard, '2026-12-10', clerk, opinion(facts, 'grant'));
  return done(written, '2026-12-11', approver, { type: 'confirm' });
}

export const inPayment = confirmedAfterObjection();

/** A change reported in January 2027, verified by the report still valid, and proposed. */
const proposed = (now: HouseholdFacts, outcome: Outcome, ground: string): Journey =>
  done(
    done(inPayment, '2027-01-11', clerk, {
      type: 'reportChange',
      kind: 'tookUpWork',
      happenedOn: plainDate('2027-01-04'),
      personId: 'p1',
      note: '户主到厂里上班',
      papers: [],
    }),
    '2027-01-18',
    clerk,
    {
      type: 'proposeAdjustment',
      facts: now,
      recheckClass: 'B',
      rightAtLastDecision: true,
      changedSince: true,
      outcome,
      ground,
    },
  );

const heard = (journey: Journey, views?: string): Journey => {
  const served = done(journey, '2027-01-19', clerk, {
    type: 'serveViewsNotice',
    servedOn: plainDate('2027-01-19'),
    method: 'inPerson',
  });
  return views === undefined
    ? struckUntil(served, ({ proceeding }) => proceeding?.views?.heardOn !== undefined)
    : done(served, '2027-01-21', clerk, { type: 'recordViews', views, file });
};

const decided = (journey: Journey, outcome: Outcome, ground: string, months?: number): Journey =>
  done(journey, '2027-02-02', approver, {
    type: 'decideAdjustment',
    outcome,
    ground,
    ...(months !== undefined && { gradualExitMonths: months }),
  });

const raised = '户主工资收入增加。';
const reduced = decided(
  heard(proposed(family(26_000), 'reduce', raised), '工资还没有稳定，希望晚些调整。'),
  'reduce',
  raised,
);
const increased = decided(proposed(family(6_000), 'increase', '户主收入减少。'), 'increase', '户主收入减少。');
const stopped = decided(heard(proposed(family(120_000), 'stop', raised)), 'stop', raised);
const exiting = decided(heard(proposed(family(58_000), 'gradualExit', raised), '没有意见。'), 'gradualExit', raised, 6);
export const lapsedExit = struckUntil(exiting, inStage('ended'));
const suspended = done(inPayment, '2027-01-12', approver, {
  type: 'suspendPayment',
  ground: 'unreachable',
  note: '三次上门、多次电话均未联系到家庭成员。',
});
const entryCorrected = done(
  done(inPayment, '2027-01-12', clerk, {
    type: 'proposeCorrection',
    ofSeq: 1,
    facts,
    ground: '出生日期登记有误。',
  }),
  '2027-01-13',
  approver,
  { type: 'approveCorrection', correction: 1 },
);
const decisionCorrected = done(inPayment, '2027-02-15', otherApprover, {
  type: 'correctDecision',
  decision: 1,
  by: 'authority',
  amounts: [
    { from: yearMonth('2027-01'), amount: yuan(3_300) },
    { from: yearMonth('2027-03'), amount: fen(0) },
  ],
  ground: '原决定少计一名成员的分类施保。',
  viewsHeardOn: plainDate('2027-02-10'),
});

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
