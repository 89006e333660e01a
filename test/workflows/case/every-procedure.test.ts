import { addDays, type PlainDate } from '../../../policy/dates.ts';
import { type Kind, kinds, kindNames } from '../../../policy/kinds.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import { deciderOf } from '../../../policy/lifecycle/decider.ts';
import { visitDue } from '../../../policy/lifecycle/decision-visit.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { verificationNeeded } from '../../../policy/lifecycle/verified.ts';
import { snapshotFor } from '../../../policy/parameters/snapshot-for.ts';
import { valueOn } from '../../../policy/parameters/snapshot.ts';
import { knownSince, modesOf } from '../../../policy/procedures/procedure-for.ts';
import { regimes } from '../../../policy/procedures/regimes.ts';
import { type Entitled, entitledTo } from '../../fixtures/kinds.ts';
import { delegatedTown, type Place, type StaffOfPlace, staffOf } from '../../fixtures/staff.ts';
import { answersTo, appraisalOn, authorisationOf, draftOf, opinionOf, visitOf } from '../../policy/lifecycle/a-case.ts';
import { day } from '../../policy/lifecycle/case-driver.ts';
import { StackCase, startCaseStack, type CaseStack } from './case-stack.ts';
import { type Row, table, ways } from './procedure-table.ts';

let stack: CaseStack;
beforeAll(async () => {
  stack = await startCaseStack('case-every-procedure');
}, 120_000);
afterAll(() => stack.stop());

let families = 0;
async function entitled(kind: Kind, { acceptedOn, mode }: Row): Promise<Entitled> {
  families += 1;
  const standard = valueOn(snapshotFor(['320400']), 'dibao.standard', day(acceptedOn)).value / 100;
  const invented = entitledTo(kind, {
    standard,
    family: `every-${families}`,
    firstSequence: 3 * families,
    ...(mode === 'emergency' && { emergencyOn: acceptedOn }),
  });
  const household = await stack.register(invented.household);
  const idOf = (old: string) =>
    household.people[invented.household.people.findIndex(({ personId }) => personId === old)]?.personId ?? old;
  const { emergency } = household.facts;
  return {
    kind,
    household: {
      ...household,
      facts: {
        ...household.facts,
        ...(emergency && { emergency: { ...emergency, affected: emergency.affected.map(idOf) } }),
      },
    },
    ...(invented.subject !== undefined && { subject: idOf(invented.subject) }),
  };
}

/** Leads an application as its own procedure asks: whatever the state says is due next, by whom the law says. */
class Applied {
  readonly it = new StackCase(stack);
  readonly staff: StaffOfPlace;
  readonly #about: Entitled;
  readonly #place: Place;

  constructor(about: Entitled, place: Place) {
    this.#about = about;
    this.#place = place;
    this.staff = staffOf(place);
  }

  async submitted(on: PlainDate): Promise<CaseState> {
    const { kind, subject, household } = this.#about;
    const { clerk } = this.staff;
    const about = { kind, ...(subject !== undefined && { subject }) };
    await this.it.take(clerk, on, draftOf(household, this.#place, about));
    for (const { personId } of household.facts.members)
      await this.it.take(clerk, on, authorisationOf(personId, household, on));
    await this.it.take(clerk, on, { type: 'submitApplication' });
    return this.it.state();
  }

  async investigated(on: PlainDate): Promise<void> {
    const { clerk, centre, writer, approver } = this.staff;
    await this.it.take(clerk, on, { type: 'acceptApplication' });
    const state = await this.it.state();
    if (verificationNeeded(state)) {
      await this.it.take(clerk, on, { type: 'requestVerification' });
      await this.it.take(centre, on, answersTo({ state: await this.it.state() }));
    }
    const by = state.procedure?.survey === 'remoteAllowed' ? ({ by: 'video' } as const) : {};
    if (state.procedure?.survey !== 'none') {
      const visit = visitOf({ staff: this.staff, household: this.#about.household }, on);
      await this.it.take(clerk, on, { ...visit, ...by });
    }
    if (state.procedure?.appraisal === 'always') await this.it.take(clerk, on, appraisalOn(on));
    await this.it.take(writer, on, opinionOf({ state: await this.it.state() }));
    if (deciderOf(await this.it.state()) === 'district') await this.it.take(approver, on, { type: 'signOpinion' });
  }

  /** From the opinion to the last stage before the decision. */
  async arrived(on: PlainDate): Promise<void> {
    const after = addDays(on, 8);
    if ((await this.it.state()).stage === 'postingDue') {
      await this.it.take(this.staff.worker, on, { type: 'startPosting', place: '村务公开栏' });
      await this.it.advanceTo(`${after}T00:00:00`);
    }
    if ((await this.it.state()).stage === 'forwarding')
      await this.it.take(this.staff.clerk, after, { type: 'forward' });
    await this.visited(after);
    if ((await this.it.state()).procedure?.districtPosting === undefined) return;
    const opinion = { type: 'writeDistrictOpinion', proposal: 'grant', ground: '材料齐全。' } as const;
    await this.it.take(this.staff.officer, after, opinion);
    await this.it.advanceTo(`${addDays(after, 8)}T00:00:00`);
  }

  /** The visit before the decision, where the draw asks for one. */
  async visited(on: PlainDate): Promise<void> {
    const state = await this.it.state();
    if (!visitDue(state)) return;
    const { clerk, writer, approver, officer, otherOfficer } = this.staff;
    const [recorder, visitors] =
      deciderOf(state) === 'town' ? [clerk, [writer, approver]] : [officer, [officer, otherOfficer]];
    const visit = { type: 'recordDistrictVisit', visitedOn: on, agrees: true, summary: '情况属实。' } as const;
    const file = 'b'.repeat(64);
    await this.it.take(recorder, on, { ...visit, visitors: visitors.map(({ staffId }) => ({ staffId, file })) });
  }

  async confirmed(on: PlainDate): Promise<CaseState> {
    const { otherApprover, districtApprover } = this.staff;
    const decider = deciderOf(await this.it.state()) === 'town' ? otherApprover : districtApprover;
    await this.it.take(decider, on, { type: 'confirm' });
    return this.it.state();
  }
}

async function through(kind: Kind, place: Place, row: Row): Promise<{ applied: Applied; state: CaseState }> {
  const on = day(row.acceptedOn);
  const applied = new Applied(await entitled(kind, row), place);
  const submitted = await applied.submitted(on);
  if (submitted.stage === 'confirming') return { applied, state: await applied.confirmed(on) };
  await applied.investigated(on);
  await applied.arrived(on);
  return { applied, state: await applied.confirmed(addDays(on, 17)) };
}

const townsOf = ({ places }: Row): string =>
  places.length > 1 ? 'any town' : places[0] === delegatedTown ? 'a town that decides' : 'a town that forwards';

test.each(table.map((row) => [row.kinds.join(', '), row.acceptedOn, townsOf(row), row.mode, row.way, row] as const))(
  '%s of %s in %s, mode %s: %s',
  async (_kinds, _acceptedOn, _towns, mode, way, row) => {
    for (const kind of row.kinds) {
      const runs = await Promise.all(row.places.map((place) => through(kind, place, row)));
      for (const { applied, state } of runs) {
        expect(state.kind).toBe(kind);
        expect(state.procedure).toMatchObject({ kind, mode });
        const events = (await applied.it.events()).map(({ data }) => data as unknown as CaseEvent);
        const path = events.flatMap(({ stage }) => stage ?? []).filter((stage, at, all) => stage !== all[at - 1]);
        expect(path).toEqual(['draft', 'submitted', ...ways[way]]);
        const started = events.flatMap((event) => event.started ?? []);
        const lastDays = Object.fromEntries(
          Object.keys(row.last).map((name) => [name, started.find((clock) => clock.name === name)?.lastDay.slice(5)]),
        );
        expect(lastDays).toEqual(row.last);
        expect(state.grants.length).toBe(kinds[kind].payment === 'none' ? 0 : 1);
        expect(await stack.prisma.document.count({ where: { caseId: state.caseId } })).toBe(state.documents.length);
      }
    }
  },
  120_000,
);

test('the table holds every kind, regime, delegation and mode there is', () => {
  const missing = kindNames.flatMap((kind) =>
    regimes
      .filter(({ from }) => from >= knownSince(kind))
      .flatMap(({ code, from }, at, all) =>
        modesOf(kind)
          // The only epidemic on the calendar fell into the first regime.
          .filter((mode) => mode !== 'epidemic' || code === 'R2012')
          .filter((mode) => {
            const next = all[at + 1]?.from ?? '9999';
            const places = table
              .filter((row) => row.kinds.includes(kind) && row.mode === mode)
              .filter((row) => row.acceptedOn >= from && row.acceptedOn < next)
              .flatMap((row) => row.places);
            return new Set(places.map((place) => place.town)).size < 2;
          })
          .map((mode) => `${kind} ${code} ${mode}`),
      ),
  );
  expect(missing).toEqual([]);
});
