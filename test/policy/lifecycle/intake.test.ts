import type { Member } from '../../../policy/eligibility/facts.ts';
import type { CaseCommand, CommandOf } from '../../../policy/lifecycle/commands.ts';
import { allowedCommands, decide } from '../../../policy/lifecycle/decide.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { coupleWithChild, withMember, withoutMember } from '../../fixtures/households.ts';
import { delegatedTown, inRole, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase, authorisationOf, draftOf } from './a-case.ts';
import { CaseDriver, day } from './case-driver.ts';

const accept = { type: 'acceptApplication' } as const;

const asked = () => {
  const c = new ACase().submit('2026-09-01');
  c.give(c.staff.clerk, '2026-09-01', { type: 'requestPapers', missing: ['收入证明', '户口簿'] });
  return c;
};

describe('Missing papers', () => {
  it('are asked for once, by a notice, and end the application when they do not come in 30 days', () => {
    const c = asked();
    expect(c.state.stage).toBe('awaitingPapers');
    expect(c.state.documents.map(({ kind }) => kind)).toContain('papersNotice');
    expect(c.clock('papers').lastDay).toBe('2026-10-01');
    c.passTo('2026-10-01T23:59:59');
    expect(c.state.stage).toBe('awaitingPapers');
    c.passTo('2026-10-02');
    expect(c.state.stage).toBe('lapsed');
    expect(c.state.deadlines).toEqual([]);
  });

  it('are not asked for a second time once supplied', () => {
    const c = asked();
    c.give(c.staff.worker, '2026-09-20', { type: 'supplyPapers', papers: [{ kind: '收入证明', file: 'f' }] });
    expect(c.state.stage).toBe('submitted');
    expect(c.clocks()).toEqual(['acceptance']);
    expect(c.refusal(c.staff.clerk, '2026-09-20', { type: 'requestPapers', missing: ['照片'] })).toBe(
      'papers-asked-once',
    );
    c.give(c.staff.clerk, '2026-09-20', accept);
    expect(c.state.stage).toBe('investigating');
  });

  it('may lead to a written refusal to accept, to be served within three working days', () => {
    const c = asked();
    c.give(c.staff.clerk, '2026-09-10', { type: 'declineApplication', reason: '不属于受理范围。' });
    expect(c.state.stage).toBe('notAccepted');
    expect(c.clocks()).toEqual(['notice']);
    expect(c.clock('notice').lastDay).toBe('2026-09-15');
    c.give(c.staff.clerk, '2026-09-11', {
      type: 'recordService',
      document: c.document('nonAcceptanceNotice'),
      method: 'inPerson',
      servedOn: '2026-09-11' as never,
    });
    expect(c.clocks()).toEqual([]);
  });
});

/** Submitted with these members' signatures only. */
const submittedWith = (...signed: string[]) => {
  const c = new ACase().draft('2026-09-01').authorise('2026-09-01', signed);
  c.give(c.staff.clerk, '2026-09-01', { type: 'submitApplication' });
  return c;
};
const ask = (c: ACase, ...missing: string[]) => c.give(c.staff.clerk, '2026-09-01', { type: 'requestPapers', missing });

describe('The one notice of everything missing', () => {
  const adults = ['person-he-1', 'person-he-2'];
  const owing = (c: ACase, impediment?: 'inPrison') =>
    withMember(c.household, 'person-he-2', {
      supporters: [
        { id: 'son in Wujin', relation: 'child', birthDate: day('1999-01-01') },
        { id: 'son in prison', relation: 'child', birthDate: day('2000-01-01'), ...(impediment && { impediment }) },
      ],
    });

  it('names, beside the papers, every signature that still lacks that day', () => {
    const c = submittedWith('person-he-1');
    const [asked] = ask(c, '户口簿');
    expect(asked?.data).toEqual({ missing: ['户口簿'], authorisations: ['person-he-2', 'person-he-3'], consents: [] });
    expect(c.state.application.papersRequested).toEqual(['户口簿']);
    expect(c.state.application.signaturesRequested).toEqual({
      authorisations: ['person-he-2', 'person-he-3'],
      consents: [],
    });
  });

  it('names every supporter outside who could consent and has not', () => {
    const c = new ACase();
    c.draft('2026-09-01', { facts: owing(c, 'inPrison') }).authorise('2026-09-01');
    c.give(c.staff.clerk, '2026-09-01', { type: 'submitApplication' });
    const consent = { type: 'recordSupporterConsent', personId: 'person-x', file: 'f' } as const;
    expect(c.refusal(c.staff.clerk, '2026-09-01', { ...consent, supporter: 'nobody' })).toBe('no-such-supporter');
    const [asked] = ask(c);
    expect(asked?.data).toEqual({ missing: [], authorisations: [], consents: ['son in Wujin'] });
    c.give(c.staff.clerk, '2026-09-02', { ...consent, supporter: 'son in Wujin' });
    expect(c.state.stage).toBe('submitted');
    expect(c.state.supporterConsents).toEqual(['person-x']);
  });

  it('is not sent where nothing is missing', () => {
    const c = new ACase().submit('2026-09-01');
    expect(c.refusal(c.staff.clerk, '2026-09-01', { type: 'requestPapers', missing: [] })).toBe('nothing-missing');
  });

  it('that named only signatures leads back by itself with the last of them', () => {
    const c = submittedWith('person-he-1');
    ask(c);
    c.authorise('2026-09-10', ['person-he-2']);
    expect(c.state.stage).toBe('awaitingPapers');
    c.authorise('2026-09-11', ['person-he-3']);
    expect(c.state.stage).toBe('submitted');
    expect(c.clocks()).toEqual(['acceptance']);
    c.give(c.staff.clerk, '2026-09-11', accept);
  });

  it('that named only signatures leads back when who had not signed is no member any more', () => {
    const c = submittedWith(...adults);
    ask(c);
    const facts = withoutMember(c.household, 'person-he-3');
    c.give(c.staff.clerk, '2026-09-10', { type: 'amendApplication', facts });
    expect(c.state.stage).toBe('submitted');
  });

  it('that named only signatures may be answered without papers, since a supporter may refuse', () => {
    const c = new ACase();
    c.draft('2026-09-01', { facts: owing(c) }).authorise('2026-09-01');
    c.give(c.staff.clerk, '2026-09-01', { type: 'submitApplication' });
    ask(c);
    c.give(c.staff.worker, '2026-09-10', { type: 'supplyPapers', papers: [] });
    c.give(c.staff.clerk, '2026-09-10', accept);
  });

  it('that named papers too leads back with the papers, never without any', () => {
    const c = submittedWith(...adults);
    ask(c, '户口簿');
    c.authorise('2026-09-02', ['person-he-3']);
    expect(c.state.stage).toBe('awaitingPapers');
    expect(c.refusal(c.staff.worker, '2026-09-03', { type: 'supplyPapers', papers: [] })).toBe('papers-missing');
    c.give(c.staff.worker, '2026-09-03', { type: 'supplyPapers', papers: [{ kind: '户口簿', file: 'f' }] });
    c.give(c.staff.clerk, '2026-09-03', accept);
    expect(c.state.stage).toBe('investigating');
  });
});

describe('An application that was submitted', () => {
  it('is looked at within three working days, else the level above is told, as of any other task', () => {
    const c = new ACase().draft('2026-09-01');
    expect(c.clocks()).toEqual([]);
    c.authorise('2026-09-01').give(c.staff.clerk, '2026-09-01', { type: 'submitApplication' });
    expect(c.clock('acceptance')).toMatchObject({ lastDay: '2026-09-04', limit: { source: 'assumption' } });
    expect(tasksOf(c.state)).toMatchObject([{ name: 'acceptApplication', role: 'townClerk', dueDate: '2026-09-04' }]);
    c.passTo('2026-09-05');
    expect(c.state.stage).toBe('submitted');
    expect(tasksOf(c.state)).toMatchObject([{ role: 'townClerk', level: 1, supervisor: { role: 'townApprover' } }]);
  });

  it('has no such clock any more once accepted, declined, withdrawn or asked for papers', () => {
    const ways: CaseCommand[] = [
      accept,
      { type: 'declineApplication', reason: '不属于受理范围。' },
      { type: 'withdraw' },
      { type: 'requestPapers', missing: ['户口簿'] },
    ];
    for (const way of ways) {
      const c = new ACase().submit('2026-09-01');
      c.give(c.staff.clerk, '2026-09-02', way);
      expect(c.clocks()).not.toContain('acceptance');
    }
  });

  it('gets it anew when the papers are supplied', () => {
    const c = asked();
    c.give(c.staff.worker, '2026-09-21', { type: 'supplyPapers', papers: [{ kind: '收入证明', file: 'f' }] });
    expect(c.clock('acceptance').lastDay).toBe('2026-09-24');
  });
});

describe('Authorisation', () => {
  const signature = { type: 'recordAuthorisation', file: 'f' } as const;
  const child = { ...signature, personId: 'person-he-3' } as const;

  it('of a child is signed by a guardian, never by the child, until it is 18', () => {
    const c = new ACase().draft('2026-09-01');
    const refused = (command: Omit<CommandOf<'recordAuthorisation'>, 'file' | 'type'>) =>
      c.refusal(c.staff.clerk, '2026-09-01', { ...signature, ...command });
    expect(refused({ personId: 'person-he-3', by: 'self' })).toBe('guardian-signs');
    expect(refused({ personId: 'person-he-3', by: 'agent', signer: 'person-x', mandate: 'm' })).toBe('guardian-signs');
    expect(refused({ personId: 'person-he-3', by: 'guardian', signer: 'person-he-3' })).toBe('signer-not-another');
    c.give(c.staff.clerk, '2026-09-01', { ...child, by: 'guardian', signer: 'person-he-1' });
    c.give(c.staff.clerk, '2026-09-01', { ...child, by: 'guardian', signer: 'grandmother-outside' });
    const born = withMember(c.household, 'person-he-3', { birthDate: day('2008-09-02') });
    const almost = new ACase().draft('2026-09-01', { facts: born });
    expect(almost.refusal(almost.staff.clerk, '2026-09-01', { ...child, by: 'self' })).toBe('guardian-signs');
    almost.give(almost.staff.clerk, '2026-09-02', { ...child, by: 'self' });
  });

  it('says who cannot sign and who has to', () => {
    const c = new ACase().draft('2026-09-01');
    const given = { command: { ...child, by: 'self' }, actor: c.staff.clerk, at: c.state.at } as const;
    const refused = decide(c.state, given, c.law, 'case-1');
    expect(refused).toMatchObject({ zh: expect.stringMatching(/person-he-3.*监护人/) as string });
  });

  it('of a member severely disabled in mind or intellect is signed by a guardian; of other grades and kinds by the member', () => {
    const signed = (disability: NonNullable<Member['disability']>) => {
      const c = new ACase();
      c.draft('2026-09-01', { facts: withMember(c.household, 'person-he-2', { disability }) });
      return c.takes(c.staff.clerk, '2026-09-01', { ...signature, personId: 'person-he-2', by: 'self' });
    };
    expect(signed({ type: 'mental', grade: 2 })).toBe(false);
    expect(signed({ type: 'intellectual', grade: 1 })).toBe(false);
    expect(signed({ type: 'intellectual', grade: 3 })).toBe(true);
    expect(signed({ type: 'limb', grade: 1 })).toBe(true);
  });

  it('is not signed for another by a child of the household, nor by a member who needs a guardian, nor by the dead', () => {
    const c = new ACase();
    const wife = { ...signature, personId: 'person-he-2', by: 'agent', mandate: 'm' } as const;
    c.draft('2026-09-01');
    expect(c.refusal(c.staff.clerk, '2026-09-01', { ...wife, signer: 'person-he-3' })).toBe('signer-not-able');
    expect(c.refusal(c.staff.clerk, '2026-09-01', { ...wife, signer: 'person-he-2' })).toBe('signer-not-another');
    const ill = new ACase();
    const disability = { type: 'mental', grade: 1 } as const;
    ill.draft('2026-09-01', { facts: withMember(ill.household, 'person-he-1', { disability }) });
    const byHim = { ...child, by: 'guardian', signer: 'person-he-1' } as const;
    expect(ill.refusal(ill.staff.clerk, '2026-09-01', byHim)).toBe('signer-not-able');
    const late = new ACase().untilPayment('2026-09-01', '2026-09-15');
    late.report('2026-10-10', { kind: 'memberDied', personId: 'person-he-2' });
    const byHer = { ...child, by: 'guardian', signer: 'person-he-2' } as const;
    expect(late.refusal(late.staff.clerk, '2026-10-10', byHer)).toBe('signer-not-able');
  });

  it('signed in person names no other signer', () => {
    const c = new ACase().draft('2026-09-01');
    const her = { ...signature, personId: 'person-he-2', by: 'self', signer: 'person-he-1' } as const;
    expect(c.refusal(c.staff.clerk, '2026-09-01', her)).toBe('signer-not-self');
  });

  it('of every member precedes acceptance, whoever signs for whom', () => {
    const c = new ACase().draft('2026-09-01').authorise('2026-09-01', ['person-he-1']);
    c.give(c.staff.clerk, '2026-09-01', { type: 'submitApplication' });
    expect(c.refusal(c.staff.clerk, '2026-09-01', accept)).toBe('authorisation-missing');
    const byGuardian = { ...child, by: 'guardian' } as const;
    expect(c.refusal(c.staff.clerk, '2026-09-01', byGuardian)).toBe('signer-missing');
    c.give(c.staff.clerk, '2026-09-01', { ...byGuardian, signer: 'person-he-1' });
    const wife = {
      type: 'recordAuthorisation',
      personId: 'person-he-2',
      by: 'agent',
      signer: 'person-x',
      file: 'f',
    } as const;
    expect(c.refusal(c.staff.clerk, '2026-09-01', wife)).toBe('agent-without-mandate');
    c.give(c.staff.clerk, '2026-09-01', { ...wife, mandate: 'm' });
    c.give(c.staff.clerk, '2026-09-01', accept);
  });

  it('is not taken from strangers to the household', () => {
    const c = new ACase().draft('2026-09-01');
    expect(c.refusal(c.staff.clerk, '2026-09-01', authorisationOf('stranger', c.household, '2026-09-01'))).toBe(
      'not-a-member',
    );
  });

  it('of supporters outside is their own consent, and lets them be asked about once', () => {
    const c = new ACase().draft('2026-09-01');
    const consent = { type: 'recordSupporterConsent', personId: 'supporter-1', file: 'f' } as const;
    expect(c.refusal(c.staff.clerk, '2026-09-01', { ...consent, personId: 'person-he-1' })).toBe('supporter-is-member');
    c.give(c.staff.clerk, '2026-09-01', consent);
    expect(c.refusal(c.staff.clerk, '2026-09-01', consent)).toBe('consent-recorded');
    c.authorise('2026-09-01').give(c.staff.clerk, '2026-09-01', { type: 'submitApplication' });
    c.give(c.staff.clerk, '2026-09-01', accept);
    const persons = ['supporter-1', 'supporter-2'];
    expect(c.refusal(c.staff.clerk, '2026-09-01', { type: 'requestVerification', persons })).toBe(
      'authorisation-missing',
    );
    c.give(c.staff.clerk, '2026-09-01', { type: 'requestVerification' });
    expect(c.state.rounds[0]?.persons).toEqual(['person-he-1', 'person-he-2', 'person-he-3', 'supporter-1']);
  });
});

describe('Who applies', () => {
  it('is any member from R2021 on, only the head under R2012, an outsider only with a mandate', () => {
    const byWife = { filedBy: { personId: 'person-he-2' } };
    expect(new ACase(delegatedTown).accept('2026-09-01', byWife).state.stage).toBe('investigating');
    const old = new ACase(ordinaryTown).submit('2020-04-20', byWife);
    expect(old.refusal(old.staff.clerk, '2020-04-20', accept)).toBe('head-applies');
    const c = new ACase();
    const stranger = draftOf(coupleWithChild, delegatedTown, { filedBy: { personId: 'stranger' } });
    expect(c.refusal(c.staff.clerk, '2026-09-01', stranger)).toBe('agent-without-mandate');
  });

  it('stays in the household, whatever is amended', () => {
    const c = new ACase().draft('2026-09-01');
    const facts = withoutMember(coupleWithChild, coupleWithChild.head);
    expect(c.refusal(c.staff.clerk, '2026-09-01', { type: 'amendApplication', facts })).toBe('facts-contradict');
    const other = {
      ...coupleWithChild.facts,
      members: facts.members.map((m) => ({ ...m, relation: 'head' as const })),
    };
    expect(
      c.refusal(c.staff.clerk, '2026-09-01', {
        type: 'amendApplication',
        facts: { ...other, members: other.members.slice(0, 1) },
      }),
    ).toBe('head-not-member');
  });
});

describe('Relatives of staff', () => {
  it('are registered; the relative stands aside, and a home visit precedes the decision of a delegated town', () => {
    const c = new ACase().accept('2026-09-01');
    c.give(c.staff.worker, '2026-09-01', {
      type: 'registerRelative',
      staffId: c.staff.writer.staffId,
      personId: 'person-he-1',
      relation: '兄弟',
    });
    expect(c.refusal(c.staff.writer, '2026-09-01', { type: 'requestVerification' })).toBe('relative-of-staff');
    c.verify('2026-09-01');
    const related = [
      { staffId: c.staff.clerk.staffId, file: 'f' },
      { staffId: c.staff.writer.staffId, file: 'f' },
    ];
    expect(() => c.visit('2026-09-02', { surveyors: related })).toThrow('relative-of-staff');
    c.visit('2026-09-02');
    c.give(c.staff.clerk, '2026-09-02', {
      type: 'writeOpinion',
      facts: c.state.facts,
      recheckClass: 'C',
      proposal: 'grant',
      ground: '符合。',
    });
    c.post('2026-09-03').passTo('2026-09-11');
    expect(c.refusal(c.staff.approver, '2026-09-11', { type: 'confirm' })).toBe('home-visit-due');
    c.give(c.staff.surveyor, '2026-09-12', {
      type: 'recordDistrictVisit',
      visitedOn: '2026-09-12' as never,
      visitors: [
        { staffId: 'townClerk-320411101-9', file: 'f' },
        { socialWorkerLicence: 'SW-1', file: 'f' },
      ],
      agrees: true,
      summary: '属实。',
    });
    c.confirm('2026-09-14');
    expect(c.state.stage).toBe('inPayment');
  });

  it('cannot be registered twice', () => {
    const c = new ACase().draft('2026-09-01');
    const relative = {
      type: 'registerRelative',
      staffId: 'townClerk-320411101-9',
      personId: 'person-he-1',
      relation: '父子',
    } as const;
    c.give(c.staff.clerk, '2026-09-01', relative);
    expect(c.refusal(c.staff.clerk, '2026-09-01', relative)).toBe('relative-registered');
  });
});

describe('An application ends early', () => {
  it('by withdrawal, at any step before the decision, the posting coming down', () => {
    const c = new ACase().accept('2026-09-01').verify('2026-09-01').visit('2026-09-01').opine('2026-09-01');
    c.post('2026-09-01').object('2026-09-02');
    c.give(c.staff.clerk, '2026-09-03', { type: 'withdraw', reason: '已找到工作。' });
    expect(c.state.stage).toBe('withdrawn');
    expect(c.state.postings[0]).toMatchObject({ endedOn: '2026-09-03', early: true });
    expect(c.clocks()).toEqual([]);
    expect(c.refusal(c.staff.approver, '2026-09-20', { type: 'confirm' })).toBe('not-in-this-stage');
  });

  it('by termination for refusing to cooperate, in writing', () => {
    const c = new ACase().accept('2026-09-01');
    c.give(c.staff.approver, '2026-09-10', { type: 'terminate', ground: '两次拒绝入户调查。' });
    expect(c.state.stage).toBe('terminated');
    expect(c.state.documents.at(-1)?.kind).toBe('terminationNotice');
    expect(c.clocks()).toEqual(['notice']);
  });
});

describe('Extending the limit and ending a procedure', () => {
  const extend = { type: 'extendLimit', ground: 'hardSurvey', note: '住地偏远。' } as const;
  const terminate = { type: 'terminate', ground: '拒不配合。' } as const;

  it('is for the level that decides: the district where it does', () => {
    const c = new ACase(ordinaryTown).untilPosted('2026-09-01');
    for (const command of [extend, terminate]) {
      expect(c.refusal(c.staff.approver, '2026-09-09', command)).toBe('not-the-decider');
      expect(allowedCommands(c.state, c.staff.approver)).not.toContain(command.type);
      c.give(c.staff.districtApprover, '2026-09-09', command);
    }
  });

  it('is for the town where the power was delegated', () => {
    const c = new ACase(delegatedTown).untilPosted('2026-09-01');
    for (const command of [extend, terminate]) {
      expect(c.refusal(c.staff.districtApprover, '2026-09-09', command)).toBe('not-the-decider');
      c.give(c.staff.approver, '2026-09-09', command);
    }
  });
});

describe('A case', () => {
  it('is drafted once, and only within the division of the member of staff', () => {
    const c = new ACase().draft('2026-09-01');
    expect(c.refusal(c.staff.clerk, '2026-09-01', draftOf(coupleWithChild, delegatedTown))).toBe('case-exists');
    const elsewhere = inRole('townClerk-320411104-1', 'townClerk', '320411104');
    expect(c.refusal(elsewhere, '2026-09-01', { type: 'submitApplication' })).toBe('outside-division');
    const fresh = new CaseDriver(delegatedTown);
    expect(fresh.refusal(elsewhere, '2026-09-01', draftOf(coupleWithChild, delegatedTown))).toBe('outside-division');
    expect(fresh.refusal(elsewhere, '2026-09-01', accept)).toBe('no-such-case');
  });
});
