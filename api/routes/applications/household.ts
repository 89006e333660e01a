import type { NewApplication } from '../../../contracts/http/application.ts';
import type { PlainDate } from '../../../policy/dates.ts';
import type { HouseholdFacts } from '../../../policy/eligibility/facts.ts';
import { type IdentityNumber, parseIdentityNumber } from '../../../policy/identity-number.ts';
import type { CommandOf } from '../../../policy/lifecycle/commands.ts';
import { type NewPerson, personIdOf } from '../../../prisma/repositories/people.ts';

/** What an identity number says. It was checked when the form was read. */
function read(identityNumber: string): IdentityNumber {
  const parsed = parseIdentityNumber(identityNumber);
  if (!parsed.ok) throw new Error('An identity number passed its form and is not one.');
  return parsed;
}

const newPerson = ({ name, identityNumber }: { name: string; identityNumber: string }): NewPerson => {
  const { number, birthDate, sex } = read(identityNumber);
  return { name, identityNumber: number, birthDate, sex };
};

/** People on the form, with the field where each stands: members first, then the agent who files. */
export function peopleOn(form: NewApplication): { readonly field: string; readonly person: NewPerson }[] {
  const members = form.members.map((member, at) => ({ field: `members.${at}`, person: newPerson(member) }));
  const agent = form.filedBy && 'name' in form.filedBy ? form.filedBy : undefined;
  return agent ? [...members, { field: 'filedBy', person: newPerson(agent) }] : members;
}

/** Where the application is filed, who decides there, and the ids that a repetition finds again. */
export interface Filing {
  readonly applicationId: string;
  readonly town: string;
  readonly district: string;
  readonly accountId: string | undefined;
}

/** The form as a command: people by their ids in the register, everything else as it was said. */
export function draftOf(
  form: NewApplication,
  filing: Filing,
  keyedHash: (value: string) => string,
): CommandOf<'draftApplication'> {
  const ids = form.members.map((member) => personIdOf(keyedHash, read(member.identityNumber).number));
  const idAt = (index: number): string => ids[index] ?? '';
  const { applicationId, town, district, accountId } = filing;
  const { kind, subject, channel, village, roll, needs, causeOfHardship, filedBy } = form;
  return {
    type: 'draftApplication',
    applicationId,
    kind,
    ...(subject !== undefined && { subject: idAt(subject) }),
    channel,
    village,
    town,
    district,
    roll,
    head: idAt(form.head),
    ...(filedBy && { filedBy: filerOf(filedBy, idAt, keyedHash) }),
    facts: factsOf(form, idAt),
    needs,
    causeOfHardship,
    ...(accountId !== undefined && { accountId }),
    papers: form.papers.map(({ kind, file, member }) => ({
      kind,
      file,
      ...(member !== undefined && { personId: idAt(member) }),
    })),
  };
}

function filerOf(
  filedBy: NonNullable<NewApplication['filedBy']>,
  idAt: (index: number) => string,
  keyedHash: (value: string) => string,
) {
  if ('member' in filedBy) return { personId: idAt(filedBy.member) };
  return { personId: personIdOf(keyedHash, read(filedBy.identityNumber).number), mandate: filedBy.mandate };
}

/** The facts on the form, its members by the ids given. */
export function factsOf(form: NewApplication, idAt: (index: number) => string): HouseholdFacts {
  const { financialAssets, homes, shops, necessarySpending, cause, assisted, residence, onKinds, difficulties } = form;
  return {
    financialAssets,
    homes,
    shops,
    ...(necessarySpending && { necessarySpending }),
    ...(cause !== undefined && { cause }),
    ...(assisted && { assisted }),
    ...(residence && { residence }),
    ...(onKinds && { onKinds }),
    ...(difficulties && { difficulties }),
    ...(form.emergency && { emergency: { ...form.emergency, affected: form.emergency.affected.map(idAt) } }),
    members: form.members.map(({ name: _name, identityNumber, ...details }, at) => ({
      ...details,
      personId: idAt(at),
      birthDate: birthDateOf(identityNumber),
    })),
    vehicles: form.vehicles.map(({ owner, ...vehicle }) => ({
      ...vehicle,
      ...(owner !== undefined && { ownerId: idAt(owner) }),
    })),
    companyInterests: form.companyInterests.map(({ member, role }) => ({ personId: idAt(member), role })),
  };
}

const birthDateOf = (identityNumber: string): PlainDate => read(identityNumber).birthDate;
