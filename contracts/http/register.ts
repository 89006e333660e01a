import { z } from 'zod';
import { id, identityNumber, personName, text } from './values.ts';

/** Where to pay, on whatever form. */
export const accountFields = {
  capacity: z
    .enum(['recipient', 'guardian', 'institution', 'carer'])
    .meta({ description: '本人、监护人、机构、照料人 Whose account it is' }),
  bank: text(100),
  number: z
    .string()
    .trim()
    .regex(/^\d{8,32}$/, '账号应为 8 至 32 位数字 / An account number has 8 to 32 digits'),
};

/** A new account for a payee who is in the register. */
export const newAccount = z.strictObject({ holderId: id, ...accountFields }).meta({ id: 'NewAccount' });

/** An account as shown: never its number. */
export const account = z
  .object({
    accountId: z.string(),
    holderId: z.string(),
    capacity: z.string(),
    bank: z.string(),
    number: z.string().meta({ description: '仅显示后四位 The last four digits only' }),
  })
  .meta({ id: 'Account' });

/** Somebody to be registered: a member who joins, a guardian, an agent, a supporter. */
export const newPerson = z.strictObject({ name: personName, identityNumber }).meta({ id: 'NewPerson' });

/** A person of the register, without anything personal but what the form had said. */
export const registeredPerson = z
  .object({ personId: z.string(), birthDate: z.string(), sex: z.enum(['male', 'female']) })
  .meta({ id: 'RegisteredPerson' });
