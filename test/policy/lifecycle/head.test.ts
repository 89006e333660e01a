import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { coupleWithChild, elderlyCouple, inventHousehold, manAlone, withMember } from '../../fixtures/households.ts';
import { entitledTo } from '../../fixtures/kinds.ts';
import { delegatedTown, type Place } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { day } from './case-driver.ts';

const paid = (household = coupleWithChild, place: Place = delegatedTown) =>
  new ACase(place, household).untilPayment('2026-09-01', '2026-09-15');
const died = (c: ACase, personId: string, on = '2026-10-10') => c.report(on, { kind: 'memberDied', personId });
const headTask = (c: ACase) => tasksOf(c.state).find(({ name }) => name === 'changeHead');
const change = (head: string) => ({ type: 'changeHead', head }) as const;
const refused = (c: ACase, head: string, on = '2026-10-12') => c.refusal(c.staff.clerk, on, change(head));

describe('The head of the household dies', () => {
  it('the town has to name another, within three months of the death', () => {
    const c = paid();
    expect(headTask(c)).toBeUndefined();
    died(c, 'person-he-1');
    expect(headTask(c)).toMatchObject({ role: 'townClerk', division: '320411101', dueDate: '2027-01-10', level: 0 });
    c.passTo('2027-01-11');
    expect(headTask(c)).toMatchObject({ level: 1, supervisor: { role: 'townApprover', division: '320411101' } });
    c.give(c.staff.clerk, '2027-01-12', change('person-he-2'));
    expect(headTask(c)).toBeUndefined();
  });

  it('the task stands until it is done, also when the change is decided on facts that list the dead', () => {
    const c = died(paid(), 'person-he-1').verify('2026-10-12').propose('2026-10-12', 'unchanged');
    c.adjust('2026-10-13', 'unchanged');
    expect(c.state.proceeding).toBeUndefined();
    expect(c.state.application.head).toBe('person-he-1');
    expect(headTask(c)).toMatchObject({ role: 'townClerk' });
    expect(refused(c, 'person-he-1', '2026-10-14')).toBe('same-head');
    c.give(c.staff.clerk, '2026-10-14', change('person-he-2'));
    expect(headTask(c)).toBeUndefined();
  });

  it('the death of another member asks for no other head', () => {
    expect(headTask(died(paid(), 'person-he-2'))).toBeUndefined();
  });

  it('a second death takes the new head too', () => {
    const c = died(paid(), 'person-he-1');
    c.give(c.staff.clerk, '2026-10-12', change('person-he-2'));
    died(c, 'person-he-2', '2026-11-02');
    expect(headTask(c)).toMatchObject({ dueDate: '2027-02-02' });
    c.give(c.staff.clerk, '2026-11-03', change('person-he-3'));
    expect(headTask(c)).toBeUndefined();
  });

  it('the last member dies: nobody is left to be head, and the right ends', () => {
    const c = died(paid(manAlone), 'person-lu-1');
    expect(headTask(c)).toBeUndefined();
    const both = died(died(paid(elderlyCouple), 'person-tang-1'), 'person-tang-2', '2026-10-20');
    expect(headTask(both)).toBeUndefined();
    both.propose('2026-10-21', 'stop').adjust('2026-10-22', 'stop');
    expect(both.state).toMatchObject({ stage: 'ended', ended: { reason: 'memberDied' } });
  });

  it('where help is for one person, that person’s death ends it, whoever else lives in the house', () => {
    const { household, subject = '' } = entitledTo('tekun', { standard: 1_215 });
    const c = new ACase(delegatedTown, household, { kind: 'tekun', subject }).untilPayment('2026-09-01', '2026-09-25');
    expect(headTask(died(c, subject))).toBeUndefined();
  });
});

describe('Head of the household becomes', () => {
  it('nobody whose death is reported', () => {
    expect(refused(died(paid(), 'person-he-2'), 'person-he-2')).toBe('head-not-living');
  });

  it('nobody who is reported to have left, nor who is in prison', () => {
    expect(refused(paid().report('2026-10-10', { kind: 'memberLeft', personId: 'person-he-2' }), 'person-he-2')).toBe(
      'head-not-present',
    );
    const away = { livesElsewhere: { reason: 'prison', since: day('2024-01-01') } } as const;
    const c = paid({ ...coupleWithChild, facts: withMember(coupleWithChild, 'person-he-2', away) });
    expect(refused(c, 'person-he-2')).toBe('head-not-present');
  });

  it('a child only where no adult is left', () => {
    const c = died(paid(), 'person-he-1');
    expect(refused(c, 'person-he-3')).toBe('head-minor');
    died(c, 'person-he-2', '2026-10-12');
    c.give(c.staff.clerk, '2026-10-12', change('person-he-3'));
    expect(c.state.application.head).toBe('person-he-3');
  });

  it('whoever is 18 by that day', () => {
    const brothers = inventHousehold('fang', [
      { name: '方一', born: '1980-01-09', relation: 'head' },
      { name: '方二', born: '1981-02-03', relation: 'spouse' },
      { name: '方三', born: '2008-10-15', relation: 'child', student: 'secondary' },
    ]);
    const c = died(paid(brothers), 'person-fang-1');
    expect(refused(c, 'person-fang-3', '2026-10-14')).toBe('head-minor');
    c.give(c.staff.clerk, '2026-10-15', change('person-fang-3'));
  });
});
