import { delegatedTown, ordinaryTown } from '../../fixtures/staff.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { ACase, answersTo, opinionOf } from './a-case.ts';

const requested = () => {
  const c = new ACase().accept('2026-09-01');
  c.give(c.staff.clerk, '2026-09-01', { type: 'requestVerification' });
  return c;
};

describe('Answers of the verification centre', () => {
  it('come in batches; the last one issues the report, valid for 90 days with its first', () => {
    const c = requested();
    const all = answersTo(c);
    c.give(c.staff.centre, '2026-09-02', { ...all, answers: all.answers.slice(0, 20) });
    expect(c.state.rounds[0]?.status).toBe('running');
    expect(c.clocks()).not.toContain('verificationStart');
    expect(c.clock('verificationResult').lastDay).toBe('2026-09-11');
    c.give(c.staff.centre, '2026-09-03', { ...all, answers: all.answers.slice(20) });
    expect(c.state.rounds[0]).toMatchObject({ status: 'reported', reportedOn: '2026-09-03', validTo: '2026-12-01' });
    expect(c.document('verificationReport')).toBeDefined();
  });

  it('change nothing when repeated, within a batch or after it', () => {
    const c = requested();
    const all = answersTo(c);
    const first = all.answers.slice(0, 1);
    c.give(c.staff.centre, '2026-09-02', { ...all, answers: [...first, ...first, ...first] });
    expect(c.state.rounds[0]?.answers).toHaveLength(1);
    const { seq } = c.state;
    c.give(c.staff.centre, '2026-09-02', { ...all, answers: first });
    expect(c.state.seq).toBe(seq);
  });

  it('are refused when nobody asked for them', () => {
    const c = requested();
    const stranger = [{ source: 'tax', personId: 'stranger', finding: 'agrees' }] as const;
    const command = { type: 'recordVerificationAnswers', round: 1, answers: stranger } as const;
    expect(c.refusal(c.staff.centre, '2026-09-02', command)).toBe('answer-not-asked');
    expect(c.refusal(c.staff.centre, '2026-09-02', { ...command, round: 2 })).toBe('no-such-round');
  });

  it('are asked for all members: a report on some does not complete the investigation', () => {
    const c = new ACase().accept('2026-09-01').verify('2026-09-01', 'agrees', ['person-he-1']).visit('2026-09-02');
    expect(c.state.stage).toBe('investigating');
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['requestVerification']);
    c.verify('2026-09-03', 'agrees', ['person-he-2', 'person-he-3']);
    expect(c.state.stage).toBe('opinionDue');
  });

  it('are refused when asked of nobody, or twice at a time', () => {
    const c = requested();
    expect(c.refusal(c.staff.clerk, '2026-09-01', { type: 'requestVerification' })).toBe('round-open');
    const idle = new ACase().accept('2026-09-01');
    expect(idle.refusal(idle.staff.clerk, '2026-09-01', { type: 'requestVerification', persons: [] })).toBe(
      'nobody-asked',
    );
  });
});

describe('A centre that keeps silent', () => {
  it('is passed on level by level, and the round may then be concluded on paper', () => {
    const c = requested();
    const conclude = { type: 'concludeVerification', round: 1, ground: '凭书面证明。', papers: [] } as const;
    expect(c.refusal(c.staff.clerk, '2026-09-02', conclude)).toBe('sources-still-in-time');
    const taskNow = () => tasksOf(c.state).find(({ name }) => name.startsWith('startVerification'));
    expect(taskNow()).toMatchObject({ role: 'verificationCentre', level: 0, dueDate: '2026-09-04' });
    c.passTo('2026-09-05');
    expect(taskNow()).toMatchObject({ role: 'verificationCentre', supervisor: { role: 'districtOfficer' }, level: 1 });
    c.passTo('2026-09-14');
    expect(taskNow()).toMatchObject({ supervisor: { role: 'districtApprover' }, level: 2 });
    c.passTo('2027-02-01');
    // It stays with the centre, marked overdue, and may be concluded for ever.
    expect(taskNow()).toMatchObject({
      role: 'verificationCentre',
      supervisor: { role: 'cityBureau', division: '320400' },
      level: 3,
    });
    expect(c.events.filter(({ type }) => type === 'deadlineMissed').length).toBeLessThan(20);
    c.give(c.staff.clerk, '2027-02-01', conclude);
    expect(c.state.rounds[0]).toMatchObject({ status: 'reported', concludedOn: '凭书面证明。' });
    c.visit('2027-02-02');
    expect(c.state.stage).toBe('opinionDue');
  });

  it('may still answer late; what differs then opens a doubt that stands before the decision', () => {
    const c = requested();
    c.passTo('2026-09-10');
    c.give(c.staff.clerk, '2026-09-10', { type: 'concludeVerification', round: 1, ground: '逾期。', papers: [] });
    c.visit('2026-09-10').opine('2026-09-10').post('2026-09-10').passTo('2026-09-18');
    c.give(c.staff.centre, '2026-09-18', answersTo(c, 'differs'));
    expect(c.events.at(-1)).toMatchObject({ data: { late: true } });
    expect(c.clock('doubt').lastDay).toBe('2026-10-09');
    expect(c.refusal(c.staff.approver, '2026-09-21', { type: 'confirm' })).toBe('doubts-open');
    const doubt = c.state.doubts[0]?.id ?? '';
    c.give(c.staff.clerk, '2026-09-21', { type: 'clearDoubt', doubt, outcome: 'cleared', by: 'visit', note: '属实。' });
    c.confirm('2026-09-22');
  });

  it('answers to a closed case without setting a clock or a task', () => {
    const c = requested();
    c.give(c.staff.clerk, '2026-09-02', { type: 'withdraw' });
    c.give(c.staff.centre, '2026-09-03', answersTo(c, 'differs'));
    expect(c.state.stage).toBe('withdrawn');
    expect(c.state.deadlines).toEqual([]);
    expect(tasksOf(c.state)).toEqual([]);
  });
});

describe('A doubt', () => {
  it('stands before the opinion until it is cleared', () => {
    const c = new ACase().accept('2026-09-01').verify('2026-09-02', 'differs').visit('2026-09-03');
    expect(c.refusal(c.staff.writer, '2026-09-04', opinionOf(c))).toBe('doubts-open');
    const doubt = '1/deposits/person-he-1';
    expect(tasksOf(c.state).map(({ name }) => name)).toContain(`clearDoubt:${doubt}`);
    const clear = { type: 'clearDoubt', doubt, outcome: 'cleared', by: 'phone', note: '代存。' } as const;
    c.give(c.staff.clerk, '2026-09-04', clear);
    expect(c.refusal(c.staff.clerk, '2026-09-04', clear)).toBe('doubt-cleared');
    c.opine('2026-09-04');
  });

  it('that changed the amount after the opinion leads back to a new one, the posting coming down', () => {
    const c = requested();
    c.passTo('2026-09-10');
    c.give(c.staff.clerk, '2026-09-10', { type: 'concludeVerification', round: 1, ground: '逾期。', papers: [] });
    c.visit('2026-09-10').opine('2026-09-10').post('2026-09-10');
    c.give(c.staff.centre, '2026-09-11', answersTo(c, 'differs'));
    const doubt = c.state.doubts[0]?.id ?? '';
    c.give(c.staff.clerk, '2026-09-12', {
      type: 'clearDoubt',
      doubt,
      outcome: 'amountChanged',
      by: 'visit',
      note: '有存款。',
    });
    expect(c.state.stage).toBe('opinionDue');
    expect(c.state.postings[0]).toMatchObject({ early: true });
    c.passTo('2026-09-25');
    expect(c.state.stage).toBe('opinionDue');
    c.opine('2026-09-25');
    expect(c.state.stage).toBe('postingDue');
  });

  it('that changed the amount in payment opens a change', () => {
    const c = new ACase().untilPayment('2026-09-01', '2026-09-20');
    c.verify('2026-10-10', 'differs');
    const doubt = c.state.doubts[0]?.id ?? '';
    c.give(c.staff.clerk, '2026-10-12', {
      type: 'clearDoubt',
      doubt,
      outcome: 'amountChanged',
      by: 'visit',
      note: '有存款。',
    });
    expect(c.state.proceeding?.reasons).toEqual([{ kind: 'other', on: '2026-10-12' }]);
  });
});

describe('Found not qualified', () => {
  const found = (place = ordinaryTown) => {
    const c = new ACase(place).accept('2026-09-01').verify('2026-09-02');
    c.give(c.staff.clerk, '2026-09-03', { type: 'findNotQualified', round: 1, ground: '名下有车。' });
    return c;
  };

  it('is told, and goes to the decider for refusal when not contested in five days', () => {
    const c = found();
    expect(c.state.stage).toBe('notQualified');
    expect(c.clock('contest').lastDay).toBe('2026-09-08');
    expect(c.clocks()).toEqual(['contest', 'decision']);
    c.passTo('2026-09-09');
    expect(c.state.stage).toBe('confirming');
    expect(c.clock('districtDecision').lastDay).toBe('2026-09-21');
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['refuse']);
    expect(c.refusal(c.staff.districtApprover, '2026-09-10', { type: 'confirm' })).toBe('found-not-qualified');
    c.give(c.staff.districtApprover, '2026-09-10', { type: 'refuse', ground: '财产超过规定。' });
    expect(c.state).toMatchObject({ stage: 'refused', ended: { reason: 'refused' } });
    expect(c.state.documents.at(-1)?.kind).toBe('refusalNotice');
    expect(c.clocks()).toEqual(['notice']);
    expect(c.clock('notice').lastDay).toBe('2026-09-15');
  });

  it('is re-examined when contested with evidence, and the case goes on if that fails', () => {
    const c = found();
    c.give(c.staff.worker, '2026-09-07', {
      type: 'contestVerification',
      round: 1,
      evidence: [{ kind: '证明', file: 'f' }],
    });
    expect(c.clocks()).toEqual(['decision', 'reexamination']);
    expect(tasksOf(c.state)[0]?.name).toBe('reexamine');
    c.give(c.staff.centre, '2026-09-10', { type: 'reexamine', round: 1, upheld: false, ground: '车辆已报废。' });
    expect(c.state.stage).toBe('investigating');
    expect(c.clocks()).toContain('investigation');
    c.visit('2026-09-11');
    expect(c.state.stage).toBe('opinionDue');
  });

  it('goes to refusal when the re-examination upholds it', () => {
    const c = found();
    c.give(c.staff.worker, '2026-09-07', { type: 'contestVerification', round: 1, evidence: [] });
    c.give(c.staff.centre, '2026-09-10', { type: 'reexamine', round: 1, upheld: true, ground: '属实。' });
    expect(c.state.stage).toBe('confirming');
    c.give(c.staff.districtApprover, '2026-09-11', { type: 'refuse', ground: '财产超过规定。' });
  });

  it('takes away a favourable opinion whose posting came down: the case can only be refused, whatever is asked meanwhile', () => {
    const c = new ACase(delegatedTown).accept('2026-09-01').verify('2026-09-01').visit('2026-09-01');
    c.opine('2026-09-01').post('2026-09-01').verify('2026-09-02', 'differs');
    const doubt = c.state.doubts[0]?.id ?? '';
    c.give(c.staff.clerk, '2026-09-03', { type: 'clearDoubt', doubt, outcome: 'stopped', by: 'visit', note: '存款。' });
    c.give(c.staff.clerk, '2026-09-03', { type: 'findNotQualified', round: 2, ground: '存款超标。' });
    c.passTo('2026-09-12');
    expect(c.state.stage).toBe('confirming');
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['refuse']);
    expect(c.refusal(c.staff.otherApprover, '2026-09-14', { type: 'confirm' })).toBe('found-not-qualified');
    c.verify('2026-09-14');
    expect(c.refusal(c.staff.otherApprover, '2026-09-14', { type: 'confirm' })).toBe('found-not-qualified');
    c.give(c.staff.otherApprover, '2026-09-14', { type: 'refuse', ground: '存款超标。' });
  });

  it('takes away an opinion that an objection led back from, and no correction brings it again', () => {
    const c = new ACase(ordinaryTown).accept('2026-09-01').verify('2026-09-01').visit('2026-09-01');
    c.opine('2026-09-01').post('2026-09-01').object('2026-09-02').passTo('2026-09-09');
    c.answerObjection('2026-09-10', true);
    expect(c.state.opinions).toMatchObject([{ favourable: true, superseded: true }]);
    c.give(c.staff.clerk, '2026-09-10', { type: 'findNotQualified', round: 1, ground: '存款超标。' });
    c.passTo('2026-09-16');
    c.verify('2026-09-16').give(c.staff.clerk, '2026-09-16', {
      type: 'proposeCorrection',
      ofSeq: 1,
      facts: c.state.facts,
      ground: '录错。',
    });
    c.give(c.staff.districtApprover, '2026-09-16', { type: 'approveCorrection', correction: 1 });
    expect(c.state.stage).toBe('confirming');
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['refuse']);
    expect(c.refusal(c.staff.districtApprover, '2026-09-17', { type: 'confirm' })).toBe('found-not-qualified');
    c.give(c.staff.districtApprover, '2026-09-17', { type: 'refuse', ground: '存款超标。' });
  });

  it('leaves an objection to the opinion taken away to be answered all the same', () => {
    const c = new ACase(delegatedTown).accept('2026-09-01').verify('2026-09-01').visit('2026-09-01');
    c.opine('2026-09-01').post('2026-09-01').object('2026-09-02').verify('2026-09-02', 'differs');
    const doubt = c.state.doubts[0]?.id ?? '';
    c.give(c.staff.clerk, '2026-09-03', { type: 'clearDoubt', doubt, outcome: 'stopped', by: 'visit', note: '存款。' });
    c.give(c.staff.clerk, '2026-09-03', { type: 'findNotQualified', round: 2, ground: '存款超标。' });
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['investigateObjection:objection-1']);
    c.answerObjection('2026-09-04', true);
    expect(c.state.stage).toBe('notQualified');
    expect(tasksOf(c.state)).toEqual([]);
  });

  it('and overturned leads to a new opinion, posted in full, before anything is confirmed', () => {
    const c = new ACase(delegatedTown).accept('2026-09-01').verify('2026-09-01').visit('2026-09-01');
    c.opine('2026-09-01').post('2026-09-01').verify('2026-09-02', 'differs');
    const doubt = c.state.doubts[0]?.id ?? '';
    c.give(c.staff.clerk, '2026-09-03', { type: 'clearDoubt', doubt, outcome: 'stopped', by: 'visit', note: '存款。' });
    c.give(c.staff.clerk, '2026-09-03', { type: 'findNotQualified', round: 2, ground: '存款超标。' });
    c.give(c.staff.worker, '2026-09-04', { type: 'contestVerification', round: 2, evidence: [] });
    c.give(c.staff.centre, '2026-09-07', { type: 'reexamine', round: 2, upheld: false, ground: '代存。' });
    expect(c.state.stage).toBe('opinionDue');
    expect(tasksOf(c.state).map(({ name }) => name)).toEqual(['writeOpinion']);
    c.opine('2026-09-07');
    expect(c.state.stage).toBe('postingDue');
    c.post('2026-09-07').passTo('2026-09-15');
    c.confirm('2026-09-15');
  });

  it('while an opinion waits for its signature has it written anew once overturned', () => {
    const c = new ACase(ordinaryTown).accept('2026-09-01').verify('2026-09-01').visit('2026-09-01');
    c.give(c.staff.writer, '2026-09-01', opinionOf(c));
    c.give(c.staff.clerk, '2026-09-02', { type: 'findNotQualified', round: 1, ground: '名下有车。' });
    c.give(c.staff.worker, '2026-09-03', { type: 'contestVerification', round: 1, evidence: [] });
    c.give(c.staff.centre, '2026-09-04', { type: 'reexamine', round: 1, upheld: false, ground: '已报废。' });
    expect(c.refusal(c.staff.approver, '2026-09-04', { type: 'signOpinion' })).toBe('nothing-to-sign');
    c.opine('2026-09-04');
  });
});
