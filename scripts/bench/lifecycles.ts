import { randomUUID } from 'node:crypto';
import { addDays, type CivilInstant, dateOf } from '../../policy/dates.ts';
import type { CaseCommand } from '../../policy/lifecycle/commands.ts';
import { verificationSources } from '../../policy/lifecycle/commands.ts';
import { isChild } from '../../policy/lifecycle/main-person.ts';
import type { ApiClient } from '../walk/api-client.ts';
import { moveCalendar } from '../walk/calendar-walk.ts';
import { CaseWalk } from '../walk/case-walk.ts';
import { inventedFamily } from '../walk/household.ts';
import { mengheTown } from '../walk/staff.ts';

/** How long each staff action took over HTTP, milliseconds. */
export type Latencies = number[];

/** Runs `work` for 0 … count-1, at most `width` at once. */
export async function concurrently(
  count: number,
  width: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
}

/**
 * So many households from application to first grant through HTTP, on a training stack: everything up to the posting, eight days
 * by the calendar, then the decisions.
 * @returns the cases, what each action took, and how many updates cases were given in all
 */
export async function lifecycles(
  api: ApiClient,
  { count, width, from, firstFamily }: { count: number; width: number; from: CivilInstant; firstFamily: number },
): Promise<{ cases: CaseWalk[]; latencies: Latencies; updates: number }> {
  const latencies: Latencies = [];
  const cases: CaseWalk[] = [];
  const timed = async <T>(action: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const answer = await action();
    latencies.push(performance.now() - begun);
    return answer;
  };
  await concurrently(count, width, async (index) => {
    const it = new CaseWalk(api, mengheTown);
    const { staff } = it;
    const act = (staffId: string, command: CaseCommand) => timed(() => it.act(staffId, command, randomUUID()));
    await timed(() => it.apply(inventedFamily(mengheTown.village, firstFamily + index)));
    const { facts, application } = await it.state();
    const file = await it.file('签字页');
    for (const { personId, birthDate } of facts.members)
      await act(staff.clerk, {
        type: 'recordAuthorisation',
        personId,
        ...(isChild(birthDate, dateOf(from)) ? { by: 'guardian', signer: application.head } : { by: 'self' }),
        file,
      });
    await act(staff.worker, { type: 'submitApplication' });
    await act(staff.clerk, { type: 'acceptApplication' });
    await act(staff.clerk, { type: 'requestVerification' });
    await act(staff.centre, {
      type: 'recordVerificationAnswers',
      round: 1,
      answers: facts.members.flatMap(({ personId }) =>
        verificationSources.map((source) => ({ source, personId, finding: 'agrees' as const })),
      ),
    });
    await act(staff.clerk, {
      type: 'recordHomeVisit',
      visitedOn: dateOf(from),
      surveyors: [
        { staffId: staff.clerk, file },
        { staffId: staff.surveyor, file },
      ],
      memberPresent: { personId: application.head, file },
      agrees: true,
      summary: '情况与申报一致。',
      photos: [],
    });
    await act(staff.writer, {
      type: 'writeOpinion',
      facts,
      recheckClass: 'B',
      proposal: 'grant',
      ground: '符合条件。',
    });
    await act(staff.worker, { type: 'startPosting', place: '村务公开栏' });
    cases.push(it);
  });
  const staff = cases[0]?.staff;
  const moved = staff && (await moveCalendar(api, staff.administrator, `${addDays(dateOf(from), 8)}T09:00:00`));
  await concurrently(count, width, async (index) => {
    const it = cases[index];
    if (it) await timed(() => it.act(it.staff.approver, { type: 'confirm' }, randomUUID()));
  });
  // What the calendar lets strike are updates too, also of earlier households whose notices nobody has served.
  const struck = (moved?.steps ?? []).reduce((sum, step) => sum + step.cases, 0);
  return { cases, latencies, updates: latencies.length + struck };
}

/** The value below which `share` (0 to 1) of them lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
