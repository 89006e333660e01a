import { maskIdentityNumber, maskName } from '../../../policy/masking.ts';
import { outsidePersons } from '../../../policy/lifecycle/outside-persons.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { recordPersonLookup } from '../../../prisma/repositories/access-records.ts';
import { findAccount } from '../../../prisma/repositories/accounts.ts';
import { readPeople } from '../../../prisma/repositories/people.ts';
import type { Caller } from '../../access/caller.ts';
import type { AppDeps } from '../../deps.ts';
import { forbidden } from '../../problems/problem.ts';

/**
 * Who the members and the others in the case are, and where payments go, from the register. Masked, unless the caller gives a purpose: then in full, each
 * look-up recorded in the transaction that reads it. Administrators never see names in full.
 */
export async function registerOf(
  { prisma, secrets }: Pick<AppDeps, 'prisma' | 'secrets'>,
  state: CaseState,
  caller: Caller,
  purpose: string | undefined,
) {
  if (purpose !== undefined && caller.role === 'administrator') throw forbidden(noNames);
  const { members } = state.facts;
  const outsiders = outsidePersons(state);
  const ids = [...members, ...outsiders].map((person) => person.personId);
  return prisma.$transaction(async (tx) => {
    if (purpose !== undefined)
      for (const personId of ids) await recordPersonLookup(tx, { staffId: caller.staffId, personId, purpose });
    const people = await readPeople(tx, secrets.sealer, ids);
    const account = state.accountId === undefined ? undefined : await findAccount(tx, state.accountId);
    const shown = (personId: string) => {
      const { name = '', identityNumber = '' } = people.get(personId) ?? {};
      return purpose === undefined
        ? { personId, name: maskName(name), identityNumber: maskIdentityNumber(identityNumber) }
        : { personId, name, identityNumber };
    };
    return {
      account: account ?? null,
      members: members.map(({ personId, relation }) => ({ ...shown(personId), relation })),
      outsiders: outsiders.map(({ personId, parts }) => ({ ...shown(personId), parts: [...parts] })),
    };
  });
}

const noNames = { zh: '系统管理员不查看完整姓名', en: 'Administrators do not see names in full' };
