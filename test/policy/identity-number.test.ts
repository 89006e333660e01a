import { identityCheckDigit, parseIdentityNumber } from '../../policy/identity-number.ts';
import { plainDate } from '../../policy/dates.ts';

const withCheck = (seventeen: string): string => seventeen + identityCheckDigit(seventeen);
const faultsOf = (text: string, bornOnOrBefore?: string) => {
  const result = parseIdentityNumber(text, bornOnOrBefore === undefined ? undefined : plainDate(bornOnOrBefore));
  return result.ok ? [] : result.faults.map((fault) => fault.code);
};

describe('an identity number', () => {
  it('tells birth date, sex and area; the published example of the standard is one', () => {
    expect(parseIdentityNumber('11010519491231002x')).toEqual({
      ok: true,
      number: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
      areaCode: '110105',
    });
    expect(parseIdentityNumber(withCheck('32040219880604101'))).toMatchObject({ ok: true, sex: 'male' });
  });

  it.each(['320405', '320421', '320422', '320423', '320482', '320483'])('may carry the old area code %s', (area) => {
    expect(faultsOf(withCheck(`${area}19560229102`))).toEqual([]);
  });

  it('with a mistyped digit is refused', () => {
    expect(faultsOf('110105194912310021')).toEqual(['checkDigit']);
    expect(faultsOf('11010519491231012X')).toEqual(['checkDigit']);
  });

  it('needs a birth date that exists', () => {
    expect(faultsOf(withCheck('32040219990229101'))).toEqual(['birthDate']);
    expect(faultsOf(withCheck('32040220001301101'))).toEqual(['birthDate']);
    expect(faultsOf(withCheck('32040220000229101'))).toEqual([]);
  });

  it('of someone not yet born is refused only against a given day', () => {
    const number = withCheck('32040220260902101');
    expect(faultsOf(number)).toEqual([]);
    expect(faultsOf(number, '2026-09-01')).toEqual(['bornLater']);
    expect(faultsOf(number, '2026-09-02')).toEqual([]);
  });

  it('lists all its faults at once', () => {
    expect(faultsOf('999999199902291019')).toEqual(['area', 'birthDate', 'checkDigit']);
    expect(faultsOf('32040219990228')).toEqual(['form']);
    expect(faultsOf('1101051949123100XX')).toEqual(['form']);
  });
});
