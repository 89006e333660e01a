import { z } from 'zod';
import {
  companyRole,
  emergencyOf,
  householdDetails,
  memberDetails,
  vehicleDetails,
} from '../../../contracts/http/facts.ts';
import { plainDate } from '../../../contracts/http/values.ts';
import { household, member } from '../invented-household.ts';

/** Persons of a case are p1, p2 ...; the first of a household is its head unless said otherwise. */
export const person = z.string().regex(/^p\d+$/, 'is no person such as p1');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const withDefaults = (given: unknown, at: number): unknown =>
  isObject(given) ? { ...member(`p${at + 1}`, { relation: at === 0 ? 'head' : 'other' }), ...given } : given;

const filledIn = (facts: unknown): unknown => {
  if (!isObject(facts)) return facts;
  const members = Array.isArray(facts['members']) ? facts['members'].map(withDefaults) : facts['members'];
  return { ...household([]), ...facts, members };
};

/** Facts of a household as a case states them; what it leaves out is as in `invented-household.ts`: nothing owned or earned. */
export const caseFacts = z.preprocess(
  filledIn,
  z.strictObject({
    members: z.array(z.strictObject({ personId: person, birthDate: plainDate, ...memberDetails })).min(1),
    ...householdDetails,
    emergency: emergencyOf(person).exactOptional(),
    vehicles: z.array(z.strictObject({ ...vehicleDetails, ownerId: person.exactOptional() })),
    companyInterests: z.array(z.strictObject({ personId: person, role: companyRole })),
  }),
);
