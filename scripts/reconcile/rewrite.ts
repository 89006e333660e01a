import type { Sealer } from '../../platform/sealing.ts';
import { evolve } from '../../policy/lifecycle/evolve.ts';
import { mainPersonOf } from '../../policy/lifecycle/main-person.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { PrismaClient } from '../../prisma/client.ts';
import { brokenLink, lockHead, readEvents } from '../../prisma/repositories/case-log.ts';
import { project } from '../../prisma/repositories/case-projection.ts';
import { readPeople } from '../../prisma/repositories/people.ts';
import { writePostings } from '../../prisma/repositories/postings.ts';

/** What opens the register of persons, for the masked name on a posting, and the seeds of the spot check. */
export interface RegisterSecrets {
  readonly sealer: Sealer;
}

/** Writes everything that follows from the events of a case anew; the events stay as they are. @throws if their chain is broken */
export function rewriteProjections(prisma: PrismaClient, { sealer }: RegisterSecrets, caseId: string): Promise<void> {
  return prisma.$transaction(async (tx) => {
    await lockHead(tx, caseId);
    if ((await brokenLink(tx, caseId)) !== undefined)
      throw new Error(`The entries of case ${caseId} were tampered with.`);
    const events = await readEvents(tx, caseId);
    const state = events.reduce<CaseState | undefined>((folded, event) => evolve(folded, event, caseId), undefined);
    if (!state) throw new Error(`Case ${caseId} has no entries.`);
    const { trackingHash, training } = await tx.assistanceCase.findUniqueOrThrow({ where: { id: caseId } });
    const { hash } = await tx.caseEvent.findUniqueOrThrow({ where: { caseId_seq: { caseId, seq: state.seq } } });
    await project(tx, undefined, state, { events: [], headHash: hash, trackingHash, training });
    const shown = await tx.posting.findMany({ where: { caseId }, select: { no: true } });
    const people = await readPeople(tx, sealer, [mainPersonOf(state)]);
    const name = people.get(mainPersonOf(state))?.name ?? '';
    const isShown = ({ no }: { no: number }) => shown.some((posting) => posting.no === no);
    for (const [index, posting] of state.postings.entries()) {
      const before = { ...state, postings: state.postings.slice(0, index) };
      if (!isShown(posting))
        await writePostings(tx, before, { ...state, postings: state.postings.slice(0, index + 1) }, name);
    }
    await writePostings(tx, state, state, name);
  });
}
