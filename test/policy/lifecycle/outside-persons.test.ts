import { outsidePersons } from '../../../policy/lifecycle/outside-persons.ts';
import { ACase } from './a-case.ts';

describe('Who is named in a case and no member', () => {
  it('are agents who filed, guardians who signed and supporters who consented, each once with all parts', () => {
    const c = new ACase();
    const [head = '', spouse = '', child = ''] = c.household.facts.members.map(({ personId }) => personId);
    const file = 'a'.repeat(64);
    c.draft('2026-09-01', { filedBy: { personId: 'niece', mandate: file } });
    c.give(c.staff.clerk, '2026-09-01', { type: 'recordSupporterConsent', personId: 'niece', file });
    c.give(c.staff.clerk, '2026-09-01', { type: 'recordSupporterConsent', personId: 'brother', file });
    const signedBy = (personId: string, signer: string) =>
      c.give(c.staff.clerk, '2026-09-01', { type: 'recordAuthorisation', personId, by: 'guardian', signer, file });
    signedBy(child, head);
    signedBy(spouse, 'uncle');
    expect(outsidePersons(c.state)).toEqual([
      { personId: 'niece', parts: ['agent', 'supporter'] },
      { personId: 'uncle', parts: ['guardian'] },
      { personId: 'brother', parts: ['supporter'] },
    ]);
  });
});
