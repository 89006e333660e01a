import { coupleWithChild, withoutMember } from '../../fixtures/households.ts';
import { delegatedTown, inRole, ordinaryTown } from '../../fixtures/staff.ts';
import { ACase, authorisationOf, draftOf } from './a-case.ts';
import { CaseDriver } from './case-driver.ts';

const accept = { type: 'acceptApplication' } as const;

describe('Missing papers', () => {
  const asked = () => {
    const c = new ACase().submit('2026-09-01');
    c.give(c.staff.clerk, '2026-09-01', { type: 'requestPapers', missing: ['收入证明', '户口簿'] });
    return c;
  };

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
    expect(c.clocks()).toEqual([]);
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

describe('Authorisation', () => {
  it('of every member precedes acceptance, whoever signs for whom', () => {
    const c = new ACase().draft('2026-09-01').authorise('2026-09-01', ['person-he-1']);
    c.give(c.staff.clerk, '2026-09-01', { type: 'submitApplication' });
    expect(c.refusal(c.staff.clerk, '2026-09-01', accept)).toBe('authorisation-missing');
    const child = { type: 'recordAuthorisation', personId: 'person-he-3', by: 'guardian', file: 'f' } as const;
    expect(c.refusal(c.staff.clerk, '2026-09-01', child)).toBe('signer-missing');
    c.give(c.staff.clerk, '2026-09-01', { ...child, signer: 'person-he-1' });
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
    expect(c.refusal(c.staff.clerk, '2026-09-01', authorisationOf('stranger'))).toBe('not-a-member');
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
