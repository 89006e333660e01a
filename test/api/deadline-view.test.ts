import { viewOfDeadline } from '../../api/views/deadline.ts';
import { builtInCalendar } from '../../policy/calendar/built-in.ts';
import { civilInstant, plainDate } from '../../policy/dates.ts';

const notice = {
  name: 'notice',
  of: '',
  from: plainDate('2026-09-01'),
  lastDay: plainDate('2026-09-04'),
  due: civilInstant('2026-09-05T00:00:00'),
  limit: { count: 3, unit: 'workingDay', source: 'D57 §21' },
  provisional: false,
  level: 0,
} as const;

describe('A limit as people read it', () => {
  it('counts the working days left, or since', () => {
    expect(viewOfDeadline(notice, plainDate('2026-09-01'), builtInCalendar)).toMatchObject({ left: 3 });
    expect(viewOfDeadline(notice, plainDate('2026-09-07'), builtInCalendar)).toMatchObject({ left: -1 });
  });

  it('can be read in a year whose working days are not known, by its weekdays', () => {
    const { left, words } = viewOfDeadline(notice, plainDate('2061-10-04'), builtInCalendar);
    expect(left).toBeLessThan(-9_000);
    expect(words.en).toContain('working days late');
  });
});
