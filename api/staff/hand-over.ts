import type { Actor } from '../../policy/lifecycle/actors.ts';
import { casesInHands } from '../../prisma/repositories/staff.ts';
import { derivedId } from '../access/derived-id.ts';
import { sendCommand, type CommandDeps } from '../commands/send-command.ts';
import { Problem } from '../problems/problem.ts';
import { inFlight } from '../training/in-flight.ts';

const MOST_IN_FLIGHT = 20;

export interface HandedOver {
  readonly handedOver: number;
  /** Cases that refused; the tasks there are still with the one who has left. */
  readonly left: readonly string[];
}

/**
 * Hands over everything in `from`'s hands, case by case, by the command of the case itself, each under a key of its own that a
 * repetition finds again. A case that refuses is told and holds up no other.
 * @throws errors of database and Temporal: what was handed over stays so, the same key does the rest
 */
export async function handOver(
  deps: CommandDeps,
  { from, to, actor, commandId }: { from: string; to: string; actor: Actor; commandId: string },
): Promise<HandedOver> {
  const left: string[] = [];
  const cases = await casesInHands(deps.prisma, from);
  await inFlight(cases, MOST_IN_FLIGHT, async (caseId) => {
    const command = { type: 'reassign', from, to } as const;
    const key = derivedId('hand-over', commandId, caseId);
    try {
      await sendCommand(deps, { caseId, commandId: key, bodyHash: key, command, actor });
    } catch (error) {
      if (!(error instanceof Problem) || error.slug !== 'refused') throw error;
      left.push(caseId);
    }
  });
  return { handedOver: cases.length - left.length, left: left.toSorted() };
}
