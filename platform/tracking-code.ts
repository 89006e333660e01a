const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The code 查询码 with which an applicant looks up its own case: twelve letters and digits (60 bits), drawn from the register
 * key, so that it need not be stored and a repeated request gets the same one.
 * @param keyedHash the register's keyed hash
 */
export function trackingCode(keyedHash: (value: string) => string, caseId: string): string {
  const bits = BigInt(`0x${keyedHash(`tracking-code/${caseId}`).slice(0, 15)}`);
  return Array.from({ length: 12 }, (_, index) => alphabet[Number((bits >> BigInt(5 * index)) & 31n)]).join('');
}

/** What the record keeps of a tracking code: its keyed hash. */
export const trackingHash = (keyedHash: (value: string) => string, code: string): string =>
  keyedHash(`tracking/${code}`);
