import { addresseeOf } from '../../activities/documents/addressee.ts';
import { plainDate } from '../../policy/dates.ts';
import { lastOf } from './cases.ts';
import type { Journey } from './journey.ts';
import { approver, clerk, done, family, otherApprover, people, places, staff } from './journey.ts';
import { inPayment } from './up-to-confirmation.ts';

const died = (journey: Journey, personId: string, day: string): Journey =>
  done(journey, day, clerk, {
    type: 'reportChange',
    kind: 'memberDied',
    happenedOn: plainDate(day),
    personId,
    note: '死亡证明。',
    papers: [],
  });
const suspended = (journey: Journey) =>
  done(journey, '2027-01-20', approver, { type: 'suspendPayment', ground: 'unreachable', note: '联系不上。' });
const stopped = (journey: Journey, heard: boolean) => {
  const proposed = done(journey, '2027-01-18', clerk, {
    type: 'proposeAdjustment',
    facts: family(120_000),
    recheckClass: 'B',
    rightAtLastDecision: true,
    changedSince: true,
    outcome: 'stop',
    ground: '情况变化。',
  });
  const served = heard
    ? done(proposed, '2027-01-18', clerk, {
        type: 'serveViewsNotice',
        servedOn: plainDate('2027-01-18'),
        method: 'post',
      })
    : proposed;
  const known = heard ? done(served, '2027-01-19', clerk, { type: 'recordViews', views: '没有意见。' }) : served;
  return done(known, '2027-01-20', otherApprover, { type: 'decideAdjustment', outcome: 'stop', ground: '情况变化。' });
};
const addressed = (kind: Parameters<typeof lastOf>[0], journey: Journey) =>
  addresseeOf({ ...lastOf(kind, journey), number: '1', people, places, staff });

describe('A letter to the household', () => {
  it('goes to the head, also when another member has died', () => {
    expect(addressed('suspensionNotice', suspended(inPayment))).toBe('孟建国');
    expect(addressed('suspensionNotice', suspended(died(inPayment, 'p2', '2027-01-11')))).toBe('孟建国');
  });

  it('goes after the head’s death to the eldest adult left, until another head is named', () => {
    const dead = died(inPayment, 'p1', '2027-01-11');
    expect(addressed('suspensionNotice', suspended(dead))).toBe('林秀珍');
    expect(addressed('stopNotice', stopped(dead, true))).toBe('林秀珍');
    expect(addressed('viewsNotice', stopped(dead, true))).toBe('林秀珍');
  });

  it('goes to the family where no adult is left, and after the death of all', () => {
    const orphaned = died(died(inPayment, 'p1', '2027-01-11'), 'p2', '2027-01-12');
    expect(addressed('suspensionNotice', suspended(orphaned))).toBe('孟建国家属');
    expect(addressed('stopNotice', stopped(died(orphaned, 'p3', '2027-01-13'), false))).toBe('孟建国家属');
  });
});
