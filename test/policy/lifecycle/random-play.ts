import fc from 'fast-check';
import { addDays, dateOf, plainDate } from '../../../policy/dates.ts';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import { commandRules } from '../../../policy/lifecycle/command-rules.ts';
import type { CaseCommand, CommandType } from '../../../policy/lifecycle/commands.ts';
import { allowedCommands } from '../../../policy/lifecycle/decide.ts';
import type { CaseEvent } from '../../../policy/lifecycle/events.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { valueOn } from '../../../policy/parameters/snapshot.ts';
import { tasksOf } from '../../../policy/lifecycle/tasks.ts';
import { kindNames, kinds } from '../../../policy/kinds.ts';
import { knownSince } from '../../../policy/procedures/procedure-for.ts';
import { snapshotFor } from '../../../policy/parameters/snapshot-for.ts';
import { entitledTo } from '../../fixtures/kinds.ts';
import { coupleWithChild, earning, elderlyCouple, manAlone, withMember } from '../../fixtures/households.ts';
import { delegatedTown, deputy, inRole, ordinaryTown, type StaffOfPlace } from '../../fixtures/staff.ts';
import { ACase } from './a-case.ts';
import { plausible } from './plausible-commands.ts';

/** People as they are, a deputy of a surveyor, and two who hold two posts. */
export const actorsOf = (s: StaffOfPlace): Actor[] => [
  ...Object.values(s),
  deputy(s.approver.staffId, s.clerk.staffId),
  inRole(s.clerk.staffId, 'townApprover', s.clerk.division),
  inRole(s.officer.staffId, 'districtApprover', s.officer.division),
];

/** One move of chance: after so many days somebody gives some command. */
export interface Move {
  readonly days: number;
  readonly actor: number;
  readonly command: number;
  readonly pick: number;
}

export const moves = fc.array(
  fc.record<Move>({
    days: fc.constantFrom(0, 0, 0, 0, 1, 3, 8, 40),
    actor: fc.nat(40),
    command: fc.nat(1000),
    pick: fc.nat(1000),
  }),
  { minLength: 10, maxLength: 90 },
);

const places = fc.constantFrom(delegatedTown, ordinaryTown);
const starts = fc.constantFrom('2020-04-20', '2021-09-01', '2023-09-01', '2026-06-15', '2026-09-01');

/** How far a history is led straight on before chance takes over. */
const undecided = [
  'draft',
  'accepted',
  'posted',
  'notQualified',
  'takenDown',
  'notQualifiedLater',
  'objected',
] as const;
const decided = ['payment', 'recheck', 'recheck', 'exit', 'suspended', 'moved', 'moved'] as const;

/** A household's dibao: where, for whom and when a random history begins, and how far it is led straight on first. */
const dibaoWorlds = fc.record({
  about: fc.constant({}),
  place: places,
  household: fc.constantFrom(coupleWithChild, elderlyCouple, manAlone),
  start: starts,
  lead: fc.constantFrom(...undecided, ...decided),
  drawn: fc.boolean(),
});

/** The other kinds of help, the sudden emergency among them. */
const otherWorlds = fc
  .record({
    place: places,
    kind: fc.constantFrom(...kindNames.filter((kind) => kind !== 'dibao')),
    start: starts,
    lead: fc.constantFrom(
      'draft' as const,
      'accepted' as const,
      'payment' as const,
      'recheck' as const,
      'suspended' as const,
      'moved' as const,
    ),
    drawn: fc.boolean(),
    emergency: fc.boolean(),
  })
  .filter(({ kind, start }) => start >= knownSince(kind))
  .map(({ kind, emergency, ...world }) => {
    const standard = valueOn(snapshotFor(['320400']), 'dibao.standard', plainDate(world.start)).value / 100;
    const sudden = emergency && kind === 'temporaryAssistance';
    const { household, subject } = entitledTo(kind, { standard, ...(sudden && { emergencyOn: world.start }) });
    const lead: 'draft' | 'quickAid' | typeof world.lead = sudden && world.lead !== 'draft' ? 'quickAid' : world.lead;
    return { ...world, lead, household, about: { kind, ...(subject !== undefined && { subject }) } };
  });

/** Every kind of help, dibao half of the time. */
export const worlds = fc.oneof(dibaoWorlds, otherWorlds);
/** Those in which the application is not decided yet when chance takes over. */
export const undecidedWorlds = worlds.filter(
  ({ lead }) => lead === 'quickAid' || undecided.some((one) => one === lead),
);
export type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

const types = Object.keys(commandRules) as CommandType[];
/** These would end nearly every history early. */
const rare: readonly CommandType[] = ['withdraw', 'terminate', 'declineApplication', 'registerRelative', 'endCase'];
/** The income a head of 2026, on which other kinds rest from benefits of January 2027 on, is not published yet. */
const horizonOf = ({ about }: World): string => ('kind' in about ? '2026-11-30' : '2027-12-01');

function begin({ place, household, about, start, lead, drawn }: World): ACase {
  const c = new ACase(place, household, about);
  const on = plainDate(start);
  switch (lead) {
    case 'draft':
      return c.draft(start);
    case 'accepted':
      return c.accept(start);
    case 'quickAid':
      return c.submit(start).confirm(start);
    case 'notQualified':
      c.accept(start).verify(start);
      c.give(c.staff.clerk, start, { type: 'findNotQualified', round: 1, ground: '存款超限。' });
      break;
    case 'takenDown':
    case 'notQualifiedLater':
    case 'objected':
      c.accept(start).verify(start).visit(start);
      if (c.state.stage === 'appraising') c.appraise(start);
      c.opine(start).post(start).object(addDays(on, 2));
      if (lead !== 'objected') takeDown(c, addDays(on, 2));
      if (lead === 'notQualifiedLater') {
        c.give(c.staff.clerk, addDays(on, 2), { type: 'findNotQualified', round: 2, ground: '存款超限。' });
        c.passTo(addDays(on, 9));
      }
      break;
    case 'posted':
      c.untilPosted(start);
      break;
    default:
      c.untilPayment(start, addDays(on, 20));
  }
  c.drawn = drawn;
  if ((lead === 'recheck' || lead === 'exit') && c.state.procedure?.term !== 'once')
    c.report(addDays(on, 40), { kind: 'tookUpWork' }).verify(addDays(on, 41));
  if ((lead === 'suspended' || lead === 'moved') && c.state.procedure?.term !== 'once') {
    if (kinds[c.state.kind].payment === 'monthly') c.suspend(addDays(on, 40));
    if (lead === 'moved') c.move(addDays(on, 41), place === delegatedTown ? ordinaryTown : delegatedTown);
  }
  if (lead === 'exit') {
    // 1.2 times the standard a head, before the costs of work.
    const standard = valueOn(c.law.parameters, 'dibao.standard', addDays(on, 41)).value / 100;
    const wages = Math.ceil(12 * standard * (1.2 * household.facts.members.length + 0.3));
    const facts = withMember(household, household.head, earning(wages));
    if (start > '2021') c.propose(addDays(on, 41), 'gradualExit', { facts }).hear(addDays(on, 41));
    if (start > '2021') c.adjust(addDays(on, 42), 'gradualExit', 6);
  }
  return c;
}

/** A doubt changes the facts under an opinion that hangs: it comes down before its time. */
function takeDown(c: ACase, on: string): void {
  c.verify(on, 'differs');
  const doubt = c.state.doubts[0]?.id ?? '';
  c.give(c.staff.clerk, on, { type: 'clearDoubt', doubt, outcome: 'amountChanged', by: 'visit', note: '存款。' });
}

/** Mostly somebody does what a worklist asks; else anything the stage and role allow; now and then anything at all. */
function chosen(c: ACase, { actor: who, command, pick }: Move): readonly [Actor, CommandType] | undefined {
  const actors = actorsOf(c.here);
  const anybody = actors[who % actors.length] ?? c.here.clerk;
  const tasks = tasksOf(c.state);
  const task = tasks[command % Math.max(1, tasks.length)];
  if (task && pick % 10 > 0 && pick % 10 < 7) {
    const holders = actors.filter((actor) => actor.role === task.role);
    const type = types.find((name) => task.name.split(':')[0] === name);
    return type && [holders[who % Math.max(1, holders.length)] ?? anybody, type];
  }
  const fitting = pick % 10 === 0 ? types : allowedCommands(c.state, anybody);
  const type = fitting[command % Math.max(1, fitting.length)];
  return type === undefined || (rare.includes(type) && pick % 4 > 0) ? undefined : [anybody, type];
}

/** What one move led to. */
export interface Step {
  readonly c: ACase;
  readonly move: Move;
  readonly actor: Actor;
  readonly command: CaseCommand;
  readonly on: string;
  readonly before: CaseState;
  readonly events: readonly CaseEvent[];
}

/** Plays a random history and shows each step that the case took. */
export function play(world: World, history: readonly Move[], see?: (step: Step) => void): ACase {
  const c = begin(world);
  for (const move of history) {
    const on = `${addDays(dateOf(c.state.at), move.days)}T09:00:00`;
    if (on > horizonOf(world)) break;
    c.passTo(on);
    const choice = chosen(c, move);
    if (!choice) continue;
    const [actor, type] = choice;
    const before = c.state;
    const known = c.events.length;
    const command = plausible(c, type, move.pick);
    if (c.tries(actor, on, command)) see?.({ c, move, actor, command, on, before, events: c.events.slice(known) });
  }
  return c;
}
