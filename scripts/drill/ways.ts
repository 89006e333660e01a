import type { ApiClient } from '../walk/api-client.ts';
import { CaseWalk } from '../walk/case-walk.ts';
import { inventedFamily } from '../walk/household.ts';
import { mengheTown } from '../walk/staff.ts';
import { dateOf } from '../../policy/dates.ts';

type Step = (it: CaseWalk) => Promise<unknown>;

/** From the drafted application to the posting, one step of a person after another. */
const steps: readonly Step[] = [
  (it) => it.authorise(),
  (it) => it.act(it.staff.worker, { type: 'submitApplication' }),
  (it) => it.act(it.staff.clerk, { type: 'acceptApplication' }),
  (it) => it.verify(),
  async (it) => it.visit(dateOf((await it.state()).at)),
  (it) => it.opine('C', '符合条件。'),
  (it) => it.act(it.staff.worker, { type: 'startPosting', place: '村务公开栏' }),
];

/** A case of the drill, and how far it has been led. */
export class DrillCase {
  readonly walk: CaseWalk;
  readonly #number: number;
  #done = 0;

  constructor(api: ApiClient, number: number) {
    this.walk = new CaseWalk(api, mengheTown);
    this.#number = number;
  }

  apply(): Promise<void> {
    return this.walk.apply(inventedFamily(mengheTown.village, this.#number));
  }

  /** Takes so many further steps, up to the posting. */
  async lead(count: number): Promise<void> {
    for (const step of steps.slice(this.#done, this.#done + count)) {
      await step(this.walk);
      this.#done += 1;
    }
  }

  /** Forgets what was done after a moment: the record no longer knows of it. */
  backTo(done: number): void {
    this.#done = done;
  }

  get done(): number {
    return this.#done;
  }

  toThePosting(): Promise<void> {
    return this.lead(steps.length);
  }

  confirm(): Promise<unknown> {
    return this.walk.act(this.walk.staff.approver, { type: 'confirm' });
  }
}
