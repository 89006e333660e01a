import { plainWordsOf } from '../../api/routes/public/plain-words.ts';
import { procedureFor } from '../../policy/procedures/procedure-for.ts';

const forwarding = (kind: 'dibao' | 'orphan' | 'deFactoUnattendedChild') =>
  plainWordsOf({ stage: 'forwarding', kind, procedure: procedureFor(kind, 'R2026b', false, 'normal') }).zh;

describe('What an applicant is told', () => {
  it('speaks of a posting only where there was one', () => {
    expect(forwarding('dibao')).toContain('公示结束');
    expect(forwarding('orphan')).not.toContain('公示');
    expect(forwarding('deFactoUnattendedChild')).not.toContain('公示');
  });

  it('does not announce a visit where nobody comes', () => {
    const procedure = procedureFor('orphan', 'R2026b', false, 'normal');
    expect(plainWordsOf({ stage: 'investigating', kind: 'orphan', procedure }).zh).not.toContain('入户');
  });
});
