import { maskAccount, maskIdentityNumber, maskName, maskPhone } from '../../policy/masking.ts';

describe('what a posting shows', () => {
  it('hides birth date and sequence of the identity number', () => {
    expect(maskIdentityNumber('320402198806041020')).toBe('320402********1020');
    expect(maskIdentityNumber('32040288060410')).toBe('**************');
  });

  it.each([
    ['张小三', '张*三'],
    ['张三', '张*'],
    ['欧阳小明', '欧**明'],
    ['𠮷野', '𠮷*'],
    ['张', '*'],
    ['', ''],
  ])('shows the name %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['13812341234', '138****1234'],
    ['051985551234', '********1234'],
    ['12345', '*****'],
  ])('shows the phone %s as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it('shows the last four digits of an account and not its length', () => {
    expect([maskAccount('6222001234567890123'), maskAccount('123')]).toEqual(['****0123', '****']);
  });
});
