import { maskIdentityNumber, maskName } from '../../../policy/masking.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { recordPersonLookup } from '../../../prisma/repositories/access-records.ts';
import { findAccount } from '../../../prisma/repositories/accounts.ts';
import { readPeople } from '../../../prisma/repositories/people.ts';
import type { Caller } from '../../access/caller.ts';
import type { AppDeps } from '../../deps.ts';
import { forbidden } from '../../problems/problem.ts';

/**
 * Who the members are and where payments go, from the register. Masked, unless the caller gives a purpose: then in full, each
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
  const ids = members.map((member) => member.personId);
  return prisma.$transaction(async (tx) => {
    if (purpose !== undefined)
      for (const personId of ids) await recordPersonLookup(tx, { staffId: caller.staffId, personId, purpose });
    const people = await readPeople(tx, secrets.sealer, ids);
    const account = state.accountId === undefined ? undefined : await findAccount(tx, state.accountId);
    return {
      account: account ?? null,
      members: members.map(({ personId, relation }) => {
        const { name = '', identityNumber = '' } = people.get(personId) ?? {};
        return purpose === undefined
          ? { personId, relation, name: maskName(name), identityNumber: maskIdentityNumber(identityNumber) }
          : { personId, relation, name, identityNumber };
      }),
    };
  });
}

const noNames = { zh: '系统管理员不查看完整姓名', en: 'Administrators do not see names in full' };
