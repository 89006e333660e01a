import fc from 'fast-check';
import { civilInstantOf, epochMillisecondsOf } from '../../contracts/shanghai-time.ts';
import { civilInstant } from '../../policy/dates.ts';

test('midnight in Shanghai is 16:00 UTC of the day before', () => {
  expect(civilInstantOf(Date.UTC(2026, 9, 31, 16))).toBe('2026-11-01T00:00:00');
  expect(civilInstantOf(Date.UTC(2026, 9, 31, 15, 59, 59, 999))).toBe('2026-10-31T23:59:59');
  expect(epochMillisecondsOf(civilInstant('2026-11-01T06:00:00'))).toBe(Date.UTC(2026, 9, 31, 22));
});

test('agrees with the time zone database on every moment from 1992 on, and comes back to the second', () => {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) }), (moment) => {
      expect(civilInstantOf(moment)).toBe(wall.format(moment).replace(' ', 'T'));
      expect(epochMillisecondsOf(civilInstantOf(moment))).toBe(Math.floor(moment / 1000) * 1000);
    }),
  );
});
