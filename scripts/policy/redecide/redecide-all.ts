import type { PrismaClient } from '../../../prisma/client.ts';
import type { StoredEvent } from '../../../prisma/repositories/case-log.ts';
import { keptLaw } from './kept-law.ts';
import { type CaseOutcome, type Difference, redecideCase } from './redecide-case.ts';

/** Cases read at a time: what bounds the memory. */
const PAGE = 50;

/** What was computed again in all. */
export interface Tally extends Omit<CaseOutcome, 'differences'> {
  readonly cases: number;
  /** Values that differ. */
  readonly differences: number;
  /** Cases with at least one. */
  readonly casesThatDiffer: number;
}

/**
 * Computes every decision of the record again, case by case in the order of their ids, each case as of one moment; `report` is
 * given every difference as it is found.
 */
export async function redecideAll(prisma: PrismaClient, report: (difference: Difference) => void): Promise<Tally> {
  const law = keptLaw(prisma);
  let tally: Tally = { cases: 0, decisions: 0, notComputed: 0, proposals: 0, differences: 0, casesThatDiffer: 0 };
  for (let after = ''; ;) {
    const page = await nextCases(prisma, after);
    for (const { id, events } of page) {
      const outcome = await redecideCase(id, events, law);
      outcome.differences.forEach(report);
      tally = added(tally, outcome);
    }
    const last = page.at(-1);
    if (!last) return tally;
    after = last.id;
  }
}

const added = (tally: Tally, { decisions, notComputed, proposals, differences }: CaseOutcome): Tally => ({
  cases: tally.cases + 1,
  decisions: tally.decisions + decisions,
  notComputed: tally.notComputed + notComputed,
  proposals: tally.proposals + proposals,
  differences: tally.differences + differences.length,
  casesThatDiffer: tally.casesThatDiffer + (differences.length > 0 ? 1 : 0),
});

interface CaseWithEvents {
  readonly id: string;
  readonly events: readonly StoredEvent[];
}

/** The next cases after one, with their events: one statement, so that no event appended meanwhile tears a case. */
function nextCases(prisma: PrismaClient, after: string): Promise<CaseWithEvents[]> {
  return prisma.$queryRaw`
    SELECT c.id, coalesce(e.events, '[]'::json) AS events
    FROM (SELECT id FROM assistance_case WHERE id > ${after} ORDER BY id LIMIT ${PAGE}) c
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('seq', seq, 'data', data, 'prevHash', prev_hash, 'hash', hash) ORDER BY seq) AS events
      FROM case_event WHERE case_id = c.id
    ) e ON true
    ORDER BY c.id`;
}
