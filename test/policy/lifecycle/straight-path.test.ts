import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { elderlyCouple } from '../../fixtures/households.ts';
import { ordinaryTown } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';

const lastDays = (driver: ACase) =>
  Object.fromEntries(driver.state.deadlines.map((clock) => [clock.name, clock.lastDay]));

describe('An application accepted on 2026-09-01 in a town that decides itself (W11)', () => {
  it('counts each limit to the day', () => {
    const c = new ACase().accept('2026-09-01');
    expect(lastDays(c)).toEqual({
      surveyStart: '2026-09-04',
      verificationRequest: '2026-09-04',
      investigation: '2026-09-15',
      decision: '2026-09-29',
    });
    c.give(c.staff.clerk, '2026-09-04', { type: 'requestVerification' });
    expect(c.clock('verificationStart').lastDay).toBe('2026-09-09');
    c.give(c.staff.centre, '2026-09-09', { type: 'startVerification', round: 1 });
    expect(c.clock('verificationResult').lastDay).toBe('2026-09-18');
  });

  it('goes straight from application to payment from October when decided on 09-29', () => {
    const c = new ACase().accept('2026-09-01').verify('2026-09-02').visit('2026-09-03');
    expect(c.state.stage).toBe('opinionDue');
    c.opine('2026-09-04');
    expect(c.state.stage).toBe('postingDue');
    expect(c.clock('postingStart').lastDay).toBe('2026-09-17');
    c.post('2026-09-07');
    expect(c.clock('postingEnd').lastDay).toBe('2026-09-14');
    c.passTo('2026-09-14T23:59:59');
    expect(c.state.stage).toBe('posting');
    c.passTo('2026-09-15');
    expect(c.state.stage).toBe('confirming');
    c.confirm('2026-09-29');
    expect(c.state.stage).toBe('inPayment');
    expect(c.state.grants).toEqual([{ from: '2026-10', amount: 211100, decision: 1 }]);
    expect(c.state.decisions[0]).toMatchObject({ kind: 'confirmed', level: 'town', amount: 211100 });
    expect([...new Set(c.clocks())]).toEqual(['birthday', 'notice', 'publication', 'recheck']);
  });

  it('is late from the first instant of 09-30, and the level above sees to it that the town decides', () => {
    const c = new ACase().untilPosted('2026-09-01');
    expect(c.passTo('2026-09-29T23:59:59')).toEqual([]);
    expect(c.passTo('2026-09-30').map(({ type }) => type)).toEqual(['deadlineMissed']);
    expect(c.clock('decision').level).toBe(1);
    expect(tasksOf(c.state)).toMatchObject([
      { name: 'confirm', role: 'townApprover', supervisor: { role: 'districtOfficer', division: '320411' } },
    ]);
  });
});

describe('The same application where the district decides (W11)', () => {
  it('is decided by 10-19, with a benefit from November', () => {
    const c = new ACase(ordinaryTown).accept('2026-09-01');
    expect(c.clock('decision').lastDay).toBe('2026-10-19');
    c.verify('2026-09-01').visit('2026-09-15').opine('2026-09-16').post('2026-09-17').passTo('2026-09-25');
    expect(c.state.stage).toBe('forwarding');
    expect(c.clock('forward').lastDay).toBe('2026-09-28');
    c.forward('2026-09-28');
    expect(c.clock('districtDecision').lastDay <= '2026-10-19').toBe(true);
    c.confirm('2026-10-19');
    expect(c.state.grants).toEqual([{ from: '2026-11', amount: 211100, decision: 1 }]);
    expect(c.state.decisions[0]?.level).toBe('district');
  });

  it('may be decided by 11-09 in special cases, with a benefit from December', () => {
    const c = new ACase(ordinaryTown).accept('2026-09-01');
    c.give(c.staff.districtApprover, '2026-09-10', { type: 'extendLimit', ground: 'hardSurvey', note: '住地偏远。' });
    expect(c.clock('decision').lastDay).toBe('2026-11-09');
    c.verify('2026-09-10').visit('2026-09-15').opine('2026-09-16').post('2026-09-17').passTo('2026-09-25');
    c.forward('2026-09-28').confirm('2026-11-09');
    expect(c.state.grants[0]?.from).toBe('2026-12');
  });
});

describe('An application accepted on 2020-04-20 under R2012, each step on its last day (W10)', () => {
  const c = new ACase(ordinaryTown, elderlyCouple).accept('2020-04-20');

  it('is surveyed by 05-06, after verification, and appraised by 05-12', () => {
    expect(c.clock('investigation').lastDay).toBe('2020-05-06');
    expect(c.clocks()).toEqual(['investigation', 'verificationRequest']);
    c.verify('2020-04-30').visit('2020-05-06');
    expect(c.state.stage).toBe('appraising');
    expect(c.clock('appraisal').lastDay).toBe('2020-05-12');
  });

  it('is posted from 05-13 to 05-20, the working day after the appraisal', () => {
    c.appraise('2020-05-12');
    expect(c.clock('opinion').lastDay).toBe('2020-05-13');
    c.opine('2020-05-13');
    expect(c.clock('postingStart').lastDay).toBe('2020-05-13');
    c.post('2020-05-13');
    expect(c.clock('postingEnd').lastDay).toBe('2020-05-20');
  });

  it('is forwarded on 05-21, with the district opinion posted from 05-28 to 06-04', () => {
    c.passTo('2020-05-21');
    expect(c.state.stage).toBe('forwarding');
    expect(c.clock('forward').lastDay).toBe('2020-05-21');
    c.forward('2020-05-21');
    expect(c.clock('districtOpinion').lastDay).toBe('2020-05-28');
    c.districtOpinion('2020-05-28');
    expect(c.clock('districtPostingEnd').lastDay).toBe('2020-06-04');
  });

  it('is decided by 06-09, with a benefit from July at the July standard', () => {
    c.passTo('2020-06-05');
    expect(c.state.stage).toBe('confirming');
    expect(c.clock('districtDecision').lastDay).toBe('2020-06-09');
    c.confirm('2020-06-09');
    // Two at 900, a tenth more for the man of seventy.
    expect(c.state.grants).toEqual([{ from: '2020-07', amount: 189000, decision: 1 }]);
    expect(c.clock('notice').lastDay).toBe('2020-06-12');
  });
});

describe('The regime of acceptance sets the limits of an application', () => {
  it.each([
    ['2020-04-20', 'R2012', undefined, undefined],
    ['2021-09-01', 'R2021', '2021-10-19', '2021-11-09'],
    ['2023-09-01', 'R2022', '2023-10-07', '2023-11-09'],
    ['2025-03-03', 'R2025', '2025-03-31', '2025-05-08'],
    ['2026-02-02', 'R2026a', '2026-03-06', '2026-04-13'],
    ['2026-09-01', 'R2026b', '2026-09-29', '2026-11-09'],
  ])('in a delegated town, accepted on %s under %s', (on, regime, total, special) => {
    const c = new ACase().accept(on);
    expect(c.state.regime).toBe(regime);
    expect(c.state.deadlines.find((clock) => clock.name === 'decision')?.lastDay).toBe(total);
    const extend = { type: 'extendLimit', ground: 'crossPlace', note: '外地核对。' } as const;
    if (special === undefined) {
      expect(c.refusal(c.staff.districtApprover, on, extend)).toBe('no-extension');
    } else {
      c.give(c.staff.approver, on, extend);
      expect(c.clock('decision').lastDay).toBe(special);
      expect(c.refusal(c.staff.approver, on, extend)).toBe('extended-once');
    }
  });

  it('keeps the regime of acceptance when a new one begins before the decision', () => {
    const c = new ACase(ordinaryTown, elderlyCouple).untilPosted('2021-06-21');
    c.forward('2021-07-01');
    expect(c.state.regime).toBe('R2012');
    expect(c.state.deadlines.map((clock) => clock.name)).toEqual(['districtOpinion']);
    expect(c.events.at(-1)?.draw).toMatchObject({ percent: 30 });
  });
});
