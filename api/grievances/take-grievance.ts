import {
  forgetGrievance,
  type Grievance,
  type GrievanceKind,
  storeGrievance,
} from '../../prisma/repositories/grievances.ts';
import { readReceipt } from '../../prisma/repositories/receipts.ts';
import { keyedId } from '../access/derived-id.ts';
import type { CaseworkDeps } from '../casework-deps.ts';
import { publicActor } from '../commands/actor.ts';
import { type CommandDeps, sendCommand } from '../commands/send-command.ts';
import { Problem } from '../problems/problem.ts';

/** An objection or complaint of the public, under the key by which a repetition is known. */
export interface GrievanceOrder {
  readonly kind: GrievanceKind;
  readonly caseId: string;
  readonly said: Grievance;
  readonly commandId: string;
  readonly bodyHash: string;
}

/** The id that a repetition of the order gets, if it was carried out before: also when what it is about is over since. */
export async function takenBefore(
  { prisma, secrets }: Pick<CaseworkDeps, 'prisma' | 'secrets'>,
  kind: GrievanceKind,
  { commandId, bodyHash }: { readonly commandId: string; readonly bodyHash: string },
) {
  const receipt = await readReceipt(prisma, commandId, bodyHash);
  return receipt === undefined ? undefined : { id: idOf(secrets, kind, commandId, bodyHash) };
}

const idOf = ({ keyedHash }: CaseworkDeps['secrets'], kind: GrievanceKind, commandId: string, bodyHash: string) =>
  keyedId(keyedHash, kind, commandId, bodyHash);

/**
 * Keeps what somebody of the public said, sealed, and tells the case its id alone. What the case refuses is not kept.
 * @returns the id; a repetition gets the same
 * @throws as `sendCommand` does
 */
export async function takeGrievance(deps: CommandDeps & Pick<CaseworkDeps, 'secrets'>, order: GrievanceOrder) {
  const { prisma, secrets } = deps;
  const { kind, caseId, said, commandId, bodyHash } = order;
  const id = idOf(secrets, kind, commandId, bodyHash);
  const command =
    kind === 'objection'
      ? ({ type: 'raiseObjection', objectionId: id } as const)
      : ({ type: 'recordComplaint', complaintId: id } as const);
  await storeGrievance(prisma, secrets.sealer, { id, kind, caseId, said });
  try {
    await sendCommand(deps, { caseId, commandId, bodyHash, command, actor: publicActor });
  } catch (error) {
    if (error instanceof Problem && error.slug === 'refused') {
      await forgetGrievance(prisma, id);
      // What is allowed instead is for staff to know.
      throw new Problem('refused', { ...error.details, allowedActions: [] });
    }
    throw error;
  }
  return { id };
}
