import { trackedView } from '../../api/routes/public/tracked.ts';
import { ACase } from '../policy/lifecycle/a-case.ts';

describe('What an applicant with the tracking code is asked for', () => {
  it('is each paper, and how many signatures lack, never whose', () => {
    const c = new ACase().draft('2026-09-01').authorise('2026-09-01', ['person-he-1']);
    c.give(c.staff.clerk, '2026-09-01', { type: 'submitApplication' });
    c.give(c.staff.clerk, '2026-09-01', { type: 'requestPapers', missing: ['户口簿'] });
    const shown = trackedView(c.state);
    expect(shown.asked).toMatchObject([
      { zh: '请补交：户口簿', lastDay: '2026-10-01' },
      { zh: expect.stringContaining('共2份') as string, lastDay: '2026-10-01' },
    ]);
    expect(JSON.stringify(shown)).not.toContain('person-he');
  });
});
