/** How persons appear in postings and lists (policy R-POST; D57 §24: nothing irrelevant is shown). */

const stars = (length: number): string => '*'.repeat(Math.max(0, length));

/** Keeps first and last characters, hides at least one between or else everything. */
const maskMiddle = (text: string, first: number, last: number): string =>
  text.length > first + last
    ? text.slice(0, first) + stars(text.length - first - last) + text.slice(text.length - last)
    : stars(text.length);

/** `320402********1020`; anything that is not eighteen characters long is hidden altogether. */
export const maskIdentityNumber = (number: string): string =>
  number.length === 18 ? maskMiddle(number, 6, 4) : stars(number.length);

/** First and last character: `张*三`, `欧**明`; of two characters the first: `张*`. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  const [first = ''] = characters;
  const last = characters.at(-1) ?? '';
  if (characters.length <= 1) return stars(characters.length);
  return characters.length === 2 ? `${first}*` : first + stars(characters.length - 2) + last;
}

/** `138****1234`; a number that is no mobile number keeps at most its last four digits, and always hides as many. */
export const maskPhone = (phone: string): string =>
  phone.length === 11 ? maskMiddle(phone, 3, 4) : phone.length >= 8 ? maskMiddle(phone, 0, 4) : stars(phone.length);

/** The last four digits of a bank account, `****1234`, whatever its length. */
export const maskAccount = (account: string): string => (account.length >= 8 ? `****${account.slice(-4)}` : '****');

/** A name on a posting on the web: first and last character of an adult's, none of a child's (policy R-POST). */
export const maskPostedName = (name: string, isChild: boolean): string =>
  isChild ? '*'.repeat(Array.from(name.trim()).length) : maskName(name);
