import { dateOf, type PlainDate } from '../../policy/dates.ts';
import { maskPostedName } from '../../policy/masking.ts';
import { isChildOn, mainPersonOf } from '../../policy/lifecycle/main-person.ts';
import type { Kind } from '../../policy/kinds.ts';
import { isClosed } from '../../policy/lifecycle/stages.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import type { Prisma } from '../generated/client.ts';

/** Id of a posting in URLs. */
export const postingId = (caseId: string, no: number): string => `${caseId}-${no}`;

/** Puts up the posting just started, masked for the web under `name` (of the person the case bears the name of), and takes down what has ended, with the case at the latest (R-POST). */
export async function writePostings(
  tx: Prisma.TransactionClient,
  before: CaseState | undefined,
  after: CaseState,
  name: string,
): Promise<void> {
  const known = before?.postings.length ?? 0;
  for (const posting of after.postings.slice(known)) {
    const ending = posting.proceeding !== undefined;
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
        headName: maskPostedName(name, isChildOn(after, mainPersonOf(after), posting.from)),
        members: after.assessment?.countedMembers.length ?? after.facts.members.length,
        amountFen: ending ? 0 : (after.assessment?.amount ?? 0),
        ending,
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

/** A posting as it is shown to the public while it runs. */
export interface ShownPosting {
  readonly id: string;
  readonly caseId: string;
  readonly kind: Kind;
  readonly scope: string;
  readonly village: string;
  readonly town: string;
  readonly place: string;
  readonly headName: string;
  readonly members: number;
  readonly amountFen: number;
  readonly ending: boolean;
  readonly fromDate: string;
  readonly lastDay: string;
  readonly sha256: string;
}

/** Postings that run on `today`, by id, of a village or town if one is named; `after` an id, at most `limit`. */
export function listRunningPostings(
  tx: Prisma.TransactionClient,
  filter: {
    readonly today: PlainDate;
    readonly village?: string | undefined;
    readonly town?: string | undefined;
    readonly id?: string;
    readonly after: string;
    readonly limit: number;
  },
): Promise<ShownPosting[]> {
  const { today, village = null, town = null, id = null, after, limit } = filter;
  return tx.$queryRaw<ShownPosting[]>`
    SELECT p.id, p.case_id AS "caseId", c.kind, p.scope, p.village_code AS village, p.town_code AS town, p.place,
      p.head_name AS "headName", p.members, p.amount_fen AS "amountFen", p.ending, p.from_date::text AS "fromDate",
      p.last_day::text AS "lastDay", p.sha256
    FROM posting p JOIN assistance_case c ON c.id = p.case_id
    WHERE p.ended_on IS NULL AND p.last_day >= ${today}::date AND p.id > ${after}
      AND (${village}::text IS NULL OR p.village_code = ${village}) AND (${town}::text IS NULL OR p.town_code = ${town})
      AND (${id}::text IS NULL OR p.id = ${id})
    ORDER BY p.id LIMIT ${limit}`;
}
