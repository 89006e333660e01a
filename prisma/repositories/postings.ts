import { dateOf } from '../../policy/dates.ts';
import { maskName } from '../../policy/masking.ts';
import { isClosed } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { Prisma } from '../generated/client.ts';

/** Id of a posting in URLs. */
export const postingId = (caseId: string, no: number): string => `${caseId}-${no}`;

/** Puts up the posting just started, masked for the web, and takes down what has ended, with the case at the latest (R-POST). */
export async function writePostings(
  tx: Prisma.TransactionClient,
  before: CaseState | undefined,
  after: CaseState,
  headName: string,
): Promise<void> {
  const known = before?.postings.length ?? 0;
  for (const posting of after.postings.slice(known)) {
    const sheet = after.documents.findLast((document) => document.kind === 'postingSheet');
    await tx.posting.create({
      data: {
        id: postingId(after.caseId, posting.no),
        caseId: after.caseId,
        no: posting.no,
        scope: posting.scope,
        villageCode: after.village,
        townCode: after.town,
        place: posting.place,
        headName: maskName(headName),
        members: after.assessment?.countedMembers.length ?? after.facts.members.length,
        amountFen: after.assessment?.amount ?? 0,
        fromDate: new Date(posting.from),
        lastDay: new Date(posting.lastDay),
        sha256: sheet?.sha256 ?? '',
      },
    });
  }
  const ended = after.postings.filter((posting) => posting.endedOn !== undefined).map((posting) => posting.no);
  if (isClosed(after.stage) || ended.length > 0) {
    await tx.posting.updateMany({
      where: { caseId: after.caseId, endedOn: null, ...(!isClosed(after.stage) && { no: { in: ended } }) },
      data: { endedOn: new Date(dateOf(after.at)) },
    });
  }
}
