import { plainDate } from '../../policy/dates.ts';
import type { HouseholdFacts } from '../../policy/eligibility/facts.ts';
import { verificationSources } from '../../policy/lifecycle/vocabulary.ts';
import type { Journey, Ordered } from './journey.ts';
import { approver, centre, clerk, delegated, done, drafted, family, file, inStage, struckUntil } from './journey.ts';

const DAY = '2026-11-20';
export const facts = family(14_400);

export function submitted(of: HouseholdFacts = facts, law = delegated): Journey {
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
/** The notice where only the head has signed, whose mother has not been asked yet. */
export const askedForSignatures: Ordered = (() => {
  const mother = { id: 'mother', relation: 'parent', birthDate: plainDate('1945-02-02') } as const;
  const drafting = drafted('2026-11-16', {
    ...facts,
    members: facts.members.map((member) => (member.personId === 'p1' ? { ...member, supporters: [mother] } : member)),
  });
  const signed = done(drafting, '2026-11-16', clerk, {
    type: 'recordAuthorisation',
    personId: 'p1',
    by: 'self',
    file,
  });
  const handedIn = done(signed, '2026-11-16', clerk, { type: 'submitApplication' });
  const notice = done(handedIn, '2026-11-17', clerk, { type: 'requestPapers', missing: ['户口簿'] }).ordered.at(-1);
  if (!notice) throw new Error('no notice was ordered');
  return notice;
})();

export const supplied = done(asked, '2026-11-19', clerk, {
  type: 'supplyPapers',
  papers: [{ kind: '重病诊断证明', file }],
});

export const accepted = (journey: Journey, law = delegated): Journey =>
  done(journey, DAY, clerk, { type: 'acceptApplication' }, law);

/** Verified without a mismatch but for her deposits, and surveyed at home. */
export function investigated(journey: Journey, of: HouseholdFacts, law = delegated): Journey {
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

export const opinion = (of: HouseholdFacts, proposal: 'grant' | 'refuse') =>
  ({
    type: 'writeOpinion',
    facts: of,
    recheckClass: 'B',
    proposal,
    ground: proposal === 'grant' ? '家庭收入和财产均符合规定。' : '家庭名下有机动车辆一辆，不符合财产规定。',
  }) as const;

export const posted = done(
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
