import { addDays } from '../../../policy/dates.ts';
import type { CommandOf } from '../../../policy/lifecycle/commands.ts';
import { earning, inventHousehold, type InventedHousehold } from '../../fixtures/households.ts';
import { delegatedTown, staffOf } from '../../fixtures/staff.ts';
import { answersTo, authorisationOf, draftOf, opinionOf } from '../../policy/lifecycle/a-case.ts';
import { day } from '../../policy/lifecycle/case-driver.ts';
import { StackCase, type CaseStack } from './case-stack.ts';

export const staff = staffOf(delegatedTown);

/** Cases of invented households in a delegated town, brought as far as a test needs them. Every step goes through the workflow. */
export class HouseholdCases {
  readonly #stack: () => CaseStack;
  readonly #training: boolean;
  #families: number;

  /** @param firstFamily two of these on one database need different people */
  constructor(stack: () => CaseStack, { training = true, firstFamily = 1 } = {}) {
    this.#stack = stack;
    this.#training = training;
    this.#families = firstFamily - 1;
  }

  /** Two people who live on low wages, registered; another two each time. */
  twoPeople(): Promise<InventedHousehold> {
    this.#families += 1;
    const people = [
      { name: '丁北辰', born: '1980-05-06', relation: 'head', ...earning(14_400) },
      { name: '严书瑶', born: '1982-07-08', relation: 'spouse' },
    ] as const;
    return this.#stack().register(inventHousehold(`family-${this.#families}`, people, 100 + 2 * this.#families));
  }

  async submitted(on: string, household?: InventedHousehold): Promise<StackCase> {
    const applicants = household ?? (await this.twoPeople());
    const it = new StackCase(this.#stack(), this.#training);
    await it.take(staff.clerk, on, draftOf(applicants, delegatedTown));
    for (const { personId } of applicants.facts.members)
      await it.take(staff.clerk, on, authorisationOf(personId, applicants, on));
    await it.take(staff.clerk, on, { type: 'submitApplication' });
    return it;
  }

  async accepted(on: string, household?: InventedHousehold): Promise<StackCase> {
    const it = await this.submitted(on, household);
    await it.take(staff.clerk, on, { type: 'acceptApplication' });
    return it;
  }

  async posted(on: string): Promise<StackCase> {
    const it = await this.accepted(on);
    await it.take(staff.clerk, on, { type: 'requestVerification' });
    await it.take(staff.centre, on, answersTo({ state: await it.state() }));
    await it.take(staff.clerk, on, visitBy((await it.state()).application.head, on));
    await it.take(staff.writer, on, opinionOf({ state: await it.state() }));
    await it.take(staff.worker, on, { type: 'startPosting', place: '村务公开栏' });
    return it;
  }

  /** Posted for seven days without objection: the approver may confirm. */
  async confirmable(on: string): Promise<StackCase> {
    const it = await this.posted(on);
    await it.advanceTo(`${addDays(day(on.slice(0, 10)), 8)}T00:00:00`);
    return it;
  }
}

/** A visit by two surveyors, as they found it declared. */
export const visitBy = (head: string, on: string): CommandOf<'recordHomeVisit'> => ({
  type: 'recordHomeVisit',
  visitedOn: day(on.slice(0, 10)),
  surveyors: [
    { staffId: staff.clerk.staffId, file: 'b'.repeat(64) },
    { staffId: staff.surveyor.staffId, file: 'b'.repeat(64) },
  ],
  memberPresent: { personId: head, file: 'c'.repeat(64) },
  agrees: true,
  summary: '情况属实。',
  photos: [],
});
