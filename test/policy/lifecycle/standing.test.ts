import fc from 'fast-check';
import { addDays, dateOf } from '../../../policy/dates.ts';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import type { CaseCommand, CommandType } from '../../../policy/lifecycle/commands.ts';
import { isRefusal } from '../../../policy/lifecycle/context.ts';
import { allowedCommands, decide, refusedAtOnce } from '../../../policy/lifecycle/decide.ts';
import { commandRules } from '../../../policy/lifecycle/command-rules.ts';
import { fen } from '../../../policy/money.ts';
import { coupleWithChild, elderlyCouple, manAlone, withMember } from '../../fixtures/households.ts';
import { entitledTo } from '../../fixtures/kinds.ts';
import { delegatedTown, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase, adjustmentOf, answersTo, appraisalOn, opinionOf, proposalOf } from './a-case.ts';
import { CaseDriver, day } from './case-driver.ts';
import { plausible } from './plausible-commands.ts';
import { actorsOf, moves, play, worlds } from './random-play.ts';

/** Not offered, and refused with that code when given all the same. */
function expectRefused(c: ACase, actor: Actor, on: string, command: CaseCommand, code: string) {
  c.passTo(on);
  expect(allowedCommands(c.state, actor)).not.toContain(command.type);
  expect(c.refusal(actor, on, command)).toBe(code);
}

/** Offered, and taken. */
function expectTaken(c: ACase, actor: Actor, on: string, command: CaseCommand) {
  c.passTo(on);
  expect(allowedCommands(c.state, actor)).toContain(command.type);
  c.give(actor, on, command);
}

const start = { type: 'startVerification', round: 1 } as const;
const request = { type: 'requestVerification' } as const;
const publish = { type: 'publish', place: '村务公开栏' } as const;

const types = Object.keys(commandRules) as CommandType[];

describe('Offered is what the case has something for', () => {
  it('verification is asked for, started and answered in this order, one round at a time', () => {
    const c = new ACase().accept('2026-09-01');
    const answers = () => answersTo(c);
    expectRefused(c, c.staff.centre, '2026-09-01', start, 'no-such-round');
    expectRefused(c, c.staff.centre, '2026-09-01', answers(), 'no-such-round');
    expectTaken(c, c.staff.clerk, '2026-09-01', request);
    expectRefused(c, c.staff.clerk, '2026-09-01', request, 'round-open');
    expectTaken(c, c.staff.centre, '2026-09-01', start);
    expectRefused(c, c.staff.centre, '2026-09-01', start, 'round-started');
    expectTaken(c, c.staff.centre, '2026-09-02', answers());
  });

  it('verification is concluded on paper once the centre is late, not before', () => {
    const c = new ACase().accept('2026-09-01');
    c.give(c.staff.clerk, '2026-09-01', request);
    const conclude = { type: 'concludeVerification', round: 1, ground: '凭书面证明。', papers: [] } as const;
    expectRefused(c, c.staff.clerk, '2026-09-01', conclude, 'sources-still-in-time');
    expectTaken(c, c.staff.clerk, '2026-10-30', conclude);
    expectRefused(c, c.staff.clerk, '2026-10-30', conclude, 'round-closed');
  });

  it('a doubt is cleared while one is open', () => {
    const c = new ACase().accept('2026-09-01');
    const clear = {
      type: 'clearDoubt',
      doubt: '1/deposits/person-he-1',
      outcome: 'cleared',
      by: 'phone',
      note: '',
    } as const;
    expectRefused(c, c.staff.clerk, '2026-09-01', clear, 'no-such-doubt');
    c.verify('2026-09-02', 'differs');
    const doubt = c.state.doubts[0]?.id ?? '';
    expectTaken(c, c.staff.clerk, '2026-09-03', { ...clear, doubt });
    expectRefused(c, c.staff.clerk, '2026-09-03', { ...clear, doubt }, 'doubt-cleared');
  });

  it('not qualified is found on a report, contested while so found, re-examined once contested', () => {
    const c = new ACase().accept('2026-09-01');
    const find = { type: 'findNotQualified', round: 1, ground: '存款超限。' } as const;
    const contest = { type: 'contestVerification', round: 1, evidence: [] } as const;
    const reexamine = { type: 'reexamine', round: 1, upheld: true, ground: '复核。' } as const;
    c.give(c.staff.clerk, '2026-09-01', request);
    expectRefused(c, c.staff.clerk, '2026-09-01', find, 'no-report');
    c.answerRound('2026-09-02');
    expectTaken(c, c.staff.clerk, '2026-09-02', find);
    expectRefused(c, c.staff.centre, '2026-09-02', reexamine, 'not-contested');
    expectTaken(c, c.staff.clerk, '2026-09-03', contest);
    expectRefused(c, c.staff.clerk, '2026-09-03', contest, 'nothing-to-contest');
    expectTaken(c, c.staff.centre, '2026-09-04', reexamine);
  });

  it('papers are asked for once', () => {
    const c = new ACase().submit('2026-09-01');
    const ask = { type: 'requestPapers', missing: ['收入证明'] } as const;
    expectTaken(c, c.staff.clerk, '2026-09-01', ask);
    c.give(c.staff.worker, '2026-09-02', { type: 'supplyPapers', papers: [{ kind: '收入证明', file: 'f' }] });
    expectRefused(c, c.staff.clerk, '2026-09-02', ask, 'papers-asked-once');
  });

  it('an opinion is signed when it is written, and not written again before', () => {
    const c = new ACase(ordinaryTown).accept('2026-09-01').verify('2026-09-02').visit('2026-09-03');
    expectRefused(c, c.staff.approver, '2026-09-04', { type: 'signOpinion' }, 'nothing-to-sign');
    expectTaken(c, c.staff.writer, '2026-09-04', opinionOf(c));
    expectRefused(c, c.staff.writer, '2026-09-04', opinionOf(c), 'opinion-written');
    expectTaken(c, c.staff.approver, '2026-09-04', { type: 'signOpinion' });
  });

  it('an appraisal is held on an objection only, where the law says so', () => {
    const c = new ACase().accept('2026-09-01').verify('2026-09-02').visit('2026-09-03').opine('2026-09-04');
    c.post('2026-09-04');
    expectRefused(c, c.staff.clerk, '2026-09-05', appraisalOn('2026-09-05'), 'no-objection');
    c.object('2026-09-05');
    expectTaken(c, c.staff.clerk, '2026-09-06', appraisalOn('2026-09-06'));
  });

  it('an objection is raised while something hangs, and investigated while one is open', () => {
    const c = new ACase().untilPayment('2026-03-02', '2026-03-20');
    const raise = { type: 'raiseObjection', objectionId: 'objection-1' } as const;
    const look = {
      type: 'investigateObjection',
      objectionId: 'objection-1',
      upheld: false,
      finding: '属实。',
    } as const;
    expectRefused(c, c.staff.public, '2026-04-01', raise, 'nothing-posted');
    expectRefused(c, c.staff.clerk, '2026-04-01', look, 'no-such-objection');
    const posted = new ACase().accept('2026-09-01').verify('2026-09-01').visit('2026-09-01').opine('2026-09-01');
    posted.post('2026-09-01');
    expectRefused(posted, posted.staff.clerk, '2026-09-02', look, 'no-such-objection');
    expectTaken(posted, posted.staff.public, '2026-09-02', raise);
    expectTaken(posted, posted.staff.clerk, '2026-09-02', look);
    expectRefused(posted, posted.staff.clerk, '2026-09-02', look, 'objection-answered');
  });

  it('the limit is extended once, and only where the law knows it', () => {
    const extend = { type: 'extendLimit', ground: 'hardSurvey', note: '调查困难。' } as const;
    const c = new ACase().accept('2026-09-01');
    expectTaken(c, c.staff.approver, '2026-09-02', extend);
    expectRefused(c, c.staff.approver, '2026-09-02', extend, 'extended-once');
    const old = new ACase(ordinaryTown).accept('2020-04-20');
    expectRefused(old, old.staff.districtApprover, '2020-04-21', extend, 'no-extension');
  });

  it('the decider confirms what the town found to qualify, and refuses the rest', () => {
    const c = new ACase().accept('2026-09-01').verify('2026-09-01').visit('2026-09-01');
    c.opine('2026-09-02', { proposal: 'refuse' });
    expectRefused(c, c.staff.approver, '2026-09-03', { type: 'confirm' }, 'opinion-unfavourable');
    expectTaken(c, c.staff.approver, '2026-09-03', { type: 'refuse', ground: '收入超标。' });
  });

  it('the district gives its opinion where the law asks for one, and confirms what it has posted', () => {
    const c = new ACase(ordinaryTown).untilPosted('2020-04-20').forward('2020-04-29');
    const opinion = { type: 'writeDistrictOpinion', proposal: 'grant', ground: '材料齐全。' } as const;
    expectRefused(c, c.staff.districtApprover, '2020-04-29', { type: 'confirm' }, 'district-posting-due');
    expectTaken(c, c.staff.officer, '2020-04-30', opinion);
    expectRefused(c, c.staff.officer, '2020-05-20', opinion, 'opinion-written');
    const today = new ACase(ordinaryTown).untilPosted('2026-09-01').forward('2026-09-10');
    expectRefused(today, today.staff.officer, '2026-09-10', opinion, 'no-district-opinion');
    expectTaken(today, today.staff.districtApprover, '2026-09-10', { type: 'confirm' });
  });

  it('a decision is published once, and only where the kind knows it', () => {
    const c = new ACase().untilPayment('2026-03-02', '2026-03-20');
    expectTaken(c, c.staff.worker, '2026-03-21', publish);
    expectRefused(c, c.staff.worker, '2026-03-21', publish, 'published');
    const orphan = entitledTo('orphan', { standard: 1_155 });
    const about = { kind: 'orphan', ...(orphan.subject !== undefined && { subject: orphan.subject }) } as const;
    const unpublished = new ACase(delegatedTown, orphan.household, about).untilPayment('2026-09-01', '2026-09-15');
    expectRefused(unpublished, unpublished.staff.worker, '2026-09-16', publish, 'not-published');
  });

  it('what is paid once is neither adjusted nor suspended, and its papers are completed only where they are due', () => {
    const { household } = entitledTo('temporaryAssistance', { standard: 1_155 });
    const c = new ACase(delegatedTown, household, { kind: 'temporaryAssistance' }).untilPayment(
      '2026-09-01',
      '2026-09-15',
    );
    const change = {
      type: 'reportChange',
      kind: 'ownWish',
      happenedOn: day('2026-09-16'),
      note: '',
      papers: [],
    } as const;
    const hold = { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' } as const;
    const papers = { type: 'completePapers', personId: household.head, reason: '火灾。', signatures: [] } as const;
    expectRefused(c, c.staff.clerk, '2026-09-16', change, 'paid-once');
    expectRefused(c, c.staff.districtApprover, '2026-09-16', hold, 'no-payment');
    expectRefused(c, c.staff.clerk, '2026-09-16', { ...papers, amount: fen(0) }, 'no-papers-due');
  });

  it('an adjustment is proposed, the recipient heard, then decided', () => {
    const c = new ACase(delegatedTown, elderlyCouple).untilPayment('2026-03-02', '2026-03-20');
    const serve = { type: 'serveViewsNotice', servedOn: day('2026-07-03'), method: 'inPerson' } as const;
    const views = { type: 'recordViews', views: '没有意见。' } as const;
    const { clerk, writer, approver } = c.staff;
    expectRefused(c, writer, '2026-07-01', proposalOf(c, 'stop'), 'no-proceeding');
    expectRefused(c, approver, '2026-07-01', adjustmentOf('stop'), 'no-proceeding');
    c.report('2026-07-01', { kind: 'movedOut' }).verify('2026-07-02');
    expectRefused(c, clerk, '2026-07-03', serve, 'no-proposal');
    expectTaken(c, writer, '2026-07-03', proposalOf(c, 'stop'));
    expectRefused(c, approver, '2026-07-03', adjustmentOf('stop'), 'views-not-heard');
    expectRefused(c, clerk, '2026-07-03', views, 'views-notice-due');
    expectTaken(c, clerk, '2026-07-03', serve);
    expectRefused(c, clerk, '2026-07-03', serve, 'views-notice-served');
    expectTaken(c, clerk, '2026-07-03', views);
    expectRefused(c, clerk, '2026-07-03', views, 'views-heard');
    expectTaken(c, approver, '2026-07-03', adjustmentOf('stop'));
  });

  it('in payment only an ending of full support is posted', () => {
    const c = new ACase().untilPayment('2026-03-02', '2026-03-20').report('2026-06-01', { kind: 'movedOut' });
    c.verify('2026-06-02').propose('2026-06-02', 'stop');
    expectRefused(c, c.staff.worker, '2026-06-03', { type: 'startPosting', place: '公开栏' }, 'nothing-to-post');
  });

  it('a complaint is answered and a correction approved while one is open, the latter by another', () => {
    const c = new ACase().accept('2026-09-01');
    const answer = { type: 'answerComplaint', complaintId: 'complaint-1', answer: '已调查。' } as const;
    const approve = { type: 'approveCorrection', correction: 1 } as const;
    expectRefused(c, c.staff.officer, '2026-09-01', answer, 'no-open-complaint');
    expectRefused(c, c.staff.approver, '2026-09-01', approve, 'no-open-correction');
    c.give(c.staff.public, '2026-09-01', { type: 'recordComplaint', complaintId: 'complaint-1' });
    c.give(c.staff.clerk, '2026-09-01', {
      type: 'proposeCorrection',
      ofSeq: 1,
      facts: c.state.facts,
      ground: '录错。',
    });
    expectTaken(c, c.staff.officer, '2026-09-02', answer);
    expectRefused(c, { ...c.staff.approver, staffId: c.staff.clerk.staffId }, '2026-09-02', approve, 'four-eyes');
    expectTaken(c, c.staff.approver, '2026-09-02', approve);
    expectRefused(c, c.staff.officer, '2026-09-02', answer, 'no-open-complaint');
    expectRefused(c, c.staff.approver, '2026-09-02', approve, 'no-open-correction');
  });

  it('a task is taken by whose role has one', () => {
    const c = new ACase().accept('2026-09-01');
    expectRefused(c, c.staff.approver, '2026-09-01', { type: 'takeTask', task: 'confirm' }, 'no-such-task');
    expectTaken(c, c.staff.clerk, '2026-09-01', { type: 'takeTask', task: 'requestVerification' });
  });

  it('a document is served while one is not, and a household of one keeps its head', () => {
    const c = new ACase(delegatedTown, manAlone).draft('2026-09-01');
    const serve = { type: 'recordService', document: 'none', method: 'inPerson', servedOn: day('2026-09-01') } as const;
    expectRefused(c, c.staff.clerk, '2026-09-01', serve, 'no-such-document');
    c.authorise('2026-09-01');
    expectTaken(c, c.staff.clerk, '2026-09-01', { ...serve, document: c.document('authorisation') });
    expectRefused(c, c.staff.clerk, '2026-09-01', { ...serve, document: c.document('authorisation') }, 'served');
    const alone = new ACase(delegatedTown, manAlone).untilPayment('2026-03-02', '2026-03-20');
    const head = (personId: string) => ({ type: 'changeHead', head: personId }) as const;
    expectRefused(alone, alone.staff.clerk, '2026-04-01', head('person-lu-1'), 'same-head');
    const three = new ACase(delegatedTown, coupleWithChild).untilPayment('2026-03-02', '2026-03-20');
    expectTaken(three, three.staff.clerk, '2026-04-01', head('person-he-2'));
    const prison = { livesElsewhere: { reason: 'prison', since: day('2024-01-01') } } as const;
    const away = { ...elderlyCouple, facts: withMember(elderlyCouple, 'person-tang-2', prison) };
    const two = new ACase(delegatedTown, away).untilPayment('2026-03-02', '2026-03-20');
    expectRefused(two, two.staff.clerk, '2026-04-01', head('person-tang-2'), 'no-other-head');
  });
});

type Codes = Readonly<Partial<Record<CommandType, readonly string[]>>>;

const factsOf = ['facts-contradict', 'head-not-member', 'not-a-member'];
const visitBy = ['relative-of-staff', 'two-surveyors', 'staff-surveyor', 'in-future', 'before-acceptance'];

/** What the body of an offered command may still be refused for: another one would be taken. */
const ofBody: Codes = {
  amendApplication: factsOf,
  recordAuthorisation: [
    'not-a-member',
    'signer-missing',
    'agent-without-mandate',
    'guardian-signs',
    'signer-not-another',
    'signer-not-able',
    'signer-not-self',
  ],
  recordSupporterConsent: ['supporter-is-member', 'consent-recorded', 'no-such-supporter'],
  requestPapers: ['nothing-missing'],
  supplyPapers: ['papers-missing'],
  registerRelative: ['not-a-member', 'relative-registered'],
  requestVerification: ['nobody-asked', 'authorisation-missing'],
  startVerification: ['no-such-round', 'round-started'],
  recordVerificationAnswers: ['no-such-round', 'answer-not-asked'],
  concludeVerification: ['no-such-round', 'round-closed', 'sources-still-in-time'],
  clearDoubt: ['no-such-doubt', 'doubt-cleared'],
  findNotQualified: ['no-such-round', 'no-report'],
  contestVerification: ['no-such-round', 'nothing-to-contest'],
  reexamine: ['no-such-round', 'not-contested'],
  recordHomeVisit: [...visitBy, 'survey-at-home', 'not-a-member', 'member-died', 'adult-signs'],
  recordAppraisal: ['too-few-residents', 'in-future', 'before-acceptance'],
  writeOpinion: [...factsOf, 'facts-missing', 'authorisation-missing', 'verification-due', 'conditions-not-met'],
  raiseObjection: ['objection-raised'],
  extendLimit: ['no-objection'],
  investigateObjection: ['no-such-objection', 'objection-answered'],
  recordDistrictVisit: [...visitBy, 'surveyor-visits', 'before-visit-due'],
  writeDistrictOpinion: ['opinion-unfavourable', 'found-not-qualified', 'visit-disagrees'],
  completePapers: ['amount-differs', 'not-a-member', 'signature-missing'],
  reportChange: ['in-future', 'not-a-member', 'before-birth', 'no-self-care', 'person-missing', 'change-reported'],
  changeAccount: ['same-account'],
  changeHead: ['same-head', 'not-a-member', 'head-not-living', 'head-not-present', 'head-minor'],
  transferTown: ['same-village', 'in-future', 'before-acceptance', 'before-last-move'],
  proposeAdjustment: [
    ...factsOf,
    'facts-missing',
    'authorisation-missing',
    'verification-due',
    'outcome-does-not-follow',
  ],
  serveViewsNotice: ['service-date'],
  decideAdjustment: ['not-as-proposed', 'gradual-exit-months'],
  endCase: ['in-future', 'survivors', 'views-not-heard', 'posting-due'],
  recordService: ['no-such-document', 'served', 'service-date', 'views-notice'],
  recordComplaint: ['complaint-recorded'],
  answerComplaint: ['no-open-complaint'],
  proposeCorrection: [...factsOf, 'no-such-event'],
  approveCorrection: ['no-open-correction', 'four-eyes'],
  correctDecision: [
    'no-such-decision',
    'not-the-decider',
    'four-eyes',
    'ruling-missing',
    'no-payment',
    'amounts-missing',
    'months-out-of-order',
    'month-ahead',
    'hearing-date',
    'views-answer-runs',
    'views-not-heard',
  ],
  takeTask: ['no-such-task'],
};

/** What only the law of the day can say, which what is offered does not ask. */
const ofLaw: Codes = {
  submitApplication: ['kind-not-known-yet', 'head-applies', 'facts-missing'],
  acceptApplication: ['kind-not-known-yet', 'head-applies', 'facts-missing'],
  extendLimit: ['limit-passed'],
  confirm: ['report-expired', 'conditions-not-met', 'facts-missing'],
  refuse: ['facts-missing'],
  decideAdjustment: ['not-the-decider', 'facts-missing'],
  suspendPayment: ['not-the-decider'],
  endCase: ['not-the-decider', 'facts-missing'],
};

/** What has to come first, said to whom the task is given and who keeps it meanwhile. */
const ofOrder: Codes = {
  acceptApplication: ['authorisation-missing'],
  recordHomeVisit: ['verification-first'],
  writeOpinion: ['doubts-open', 'objections-open'],
  writeDistrictOpinion: ['home-visit-due'],
  confirm: ['home-visit-due', 'doubts-open'],
  refuse: ['home-visit-due'],
  proposeAdjustment: ['doubts-open'],
  approveCorrection: ['authorisation-missing'],
};

describe('Whatever staff do, in whatever order', () => {
  const atEachStep = (check: (c: ACase, actor: Actor, pick: number) => void) => () =>
    fc.assert(
      fc.property(worlds, moves, (world, steps) => {
        play(world, steps, ({ c, on }) => {
          // What the step has started may be due at once.
          c.passTo(on);
          for (const [index, actor] of actorsOf(c.here).entries()) check(c, actor, index + c.events.length);
        });
      }),
      { numRuns: 100 },
    );

  it(
    'what is offered is refused, if at all, for its body, the law of the day or what has to come first',
    atEachStep((c, actor, pick) => {
      for (const type of allowedCommands(c.state, actor)) {
        const given = { command: plausible(c, type, pick), actor, at: c.state.at };
        const answer = decide(c.state, given, c.law, CaseDriver.caseId);
        const known = [ofBody, ofLaw, ofOrder].flatMap((codes) => codes[type] ?? []);
        if (isRefusal(answer) && !known.includes(answer.code)) expect([type, answer.code]).toEqual([type, known]);
      }
    }),
  );

  it(
    'what the case as it stands refuses it refuses on every later day too, while nothing happens',
    atEachStep((c, actor) => {
      const later = addDays(dateOf(c.state.at), 400);
      const taken = types.filter(
        (type) => refusedAtOnce(c.state, actor, type) && !refusedAtOnce(c.state, actor, type, later),
      );
      if (taken.length > 0) expect(taken).toEqual([]);
    }),
  );
});
