import type { z } from 'zod';
import type { staffAction } from '../../contracts/http/staff.ts';
import type { Actor } from '../../policy/lifecycle/actors.ts';
import type { Prisma, Staff } from '../../prisma/generated/client.ts';
import { readReceipt, withReceipt } from '../../prisma/repositories/receipts.ts';
import {
  casesInHands,
  deactivateStaff,
  findStaff,
  reactivateStaff,
  setDeputy,
} from '../../prisma/repositories/staff.ts';
import { type Caller, isStaffRole } from '../access/caller.ts';
import { withinDivision } from '../access/divisions.ts';
import type { AppDeps } from '../deps.ts';
import { invalidField, notFound, refused } from '../problems/problem.ts';
import { handOver, type HandedOver } from './hand-over.ts';

export type StaffDeps = Pick<AppDeps, 'prisma' | 'cases' | 'civilClock' | 'divisions'>;
type Tx = Prisma.TransactionClient;
type Action = z.output<typeof staffAction>;

export interface StaffOrder {
  readonly staffId: string;
  readonly action: Action;
  readonly caller: Caller;
  readonly actor: Actor;
  readonly commandId: string;
  readonly bodyHash: string;
}

/**
 * Changes the register of staff, and hands over what a member who leaves had in hand. The register first: from then on (ten
 * seconds later at the most) the member takes nothing on. The same key goes on with a handing over that was interrupted.
 * @throws Problem `not-found` for a member outside the caller's division, `invalid-input` for a colleague of another post,
 * `refused` if the register says no; ReceiptMismatch for another body under the same key
 */
export async function changeStaff(deps: StaffDeps, order: StaffOrder): Promise<{ member: Staff } & HandedOver> {
  const { prisma } = deps;
  const { staffId, action, caller, commandId, bodyHash } = order;
  await memberFor(prisma, caller, staffId);
  if ((await readReceipt(prisma, commandId, bodyHash)) === undefined)
    await prisma.$transaction((tx) =>
      withReceipt(tx, commandId, bodyHash, async () => {
        await change(tx, order, await memberFor(tx, caller, staffId));
        return { staffId, change: action.type };
      }),
    );
  const to = action.type === 'deactivate' ? action.handTo : undefined;
  const handed = to === undefined ? { handedOver: 0, left: [] } : await handOver(deps, { ...order, from: staffId, to });
  return { member: await memberFor(prisma, caller, staffId), ...handed };
}

async function memberFor(tx: Tx, caller: Caller, staffId: string): Promise<Staff> {
  const member = await findStaff(tx, staffId);
  if (member === null || !isStaffRole(member.role) || !withinDivision(caller, member.divisionCode)) throw notFound();
  return member;
}

async function change(tx: Tx, { action, caller }: StaffOrder, member: Staff): Promise<void> {
  const by = caller.staffId;
  switch (action.type) {
    case 'deactivate':
      if (member.id === by) throw refused('not-yourself', notYourself, []);
      if (action.handTo !== undefined) await assertColleague(tx, member, action.handTo, 'handTo');
      else if ((await casesInHands(tx, member.id)).length > 0) throw refused('tasks-in-hand', tasksInHand, []);
      return deactivateStaff(tx, member.id, by, action.handTo);
    case 'reactivate':
      return reactivateStaff(tx, member.id, by);
    case 'appointDeputy':
      await assertColleague(tx, member, action.deputy, 'deputy');
      return setDeputy(tx, member.id, by, action.deputy);
    case 'endDeputy':
      return setDeputy(tx, member.id, by);
  }
}

/** A deputy, and whoever takes tasks over, acts in the same role for the same division. */
async function assertColleague(tx: Tx, member: Staff, id: string, field: string): Promise<void> {
  const colleague = id === member.id ? null : await findStaff(tx, id);
  const fits = colleague?.active === true && colleague.role === member.role;
  if (!fits || colleague.divisionCode !== member.divisionCode) throw invalidField('body', field, noColleague);
}

const notYourself = { zh: '不得停用本人', en: 'Nobody deactivates themselves: ask another administrator' };
const tasksInHand = {
  zh: '名下尚有任务，请写明移交给何人（handTo）',
  en: 'There are tasks in hand: say who takes them over (handTo)',
};
const noColleague = {
  zh: '须为同岗位、同区划的另一名在岗人员',
  en: 'Another active member of the same role and division is needed',
};
