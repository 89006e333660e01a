import { dateOf, plainDate, type PlainDate } from '../../policy/dates.ts';
import type { Actor } from '../../policy/lifecycle/actors.ts';
import type { CaseCommand } from '../../policy/lifecycle/commands.ts';
import { covers } from '../../policy/lifecycle/divisions.ts';
import { isChild } from '../../policy/lifecycle/main-person.ts';
import type { CaseState } from '../../policy/lifecycle/state.ts';
import { findState } from '../../prisma/repositories/cases.ts';
import { findNamed } from '../../prisma/repositories/references.ts';
import type { AppDeps } from '../deps.ts';
import { type FieldError, Problem } from '../problems/problem.ts';
import { mayVisit } from './visiting-posts.ts';

type Kind = 'file' | 'person' | 'staff' | 'account';

interface Mention {
  readonly field: string;
  readonly kind: Kind;
  readonly value: string;
  /** The birth date that stands beside a person. */
  readonly birthDate?: unknown;
}

/** Fields whose value, or each of whose values, is the id of a person, a member of staff, an account; a sha256 is always a file. */
const kinds: Readonly<Record<string, Kind>> = {
  personId: 'person',
  persons: 'person',
  signer: 'person',
  head: 'person',
  ownerId: 'person',
  staffId: 'staff',
  to: 'staff',
  accountId: 'account',
};
const sha256 = /^[0-9a-f]{64}$/;

const faults = {
  file: ['文件未上传', 'No such file: upload it first'],
  person: ['登记簿中无此人', 'No such person in the register'],
  staff: ['无此在岗人员', 'No such active member of staff'],
  account: ['无此账户', 'No such account'],
  birthDate: ['出生日期与登记簿不符', 'Not the birth date in the register'],
  surveyor: [
    '须为本案所在乡镇（街道）的经办人员或村（社区）工作人员',
    'No town clerk or village worker of the town of the case',
  ],
  visitor: ['须为作出决定一级的工作人员', 'Not on the staff of the level that decides'],
  guardian: ['该人未满18周岁，须由监护人签署', 'This person is under 18: a guardian signs'],
  adult: ['签字人须年满18周岁', 'Whoever signs for another has to be an adult'],
  place: ['与区划不符', 'Does not fit the divisions'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

/**
 * Refuses a command that names what does not exist: files not uploaded, persons not registered (or with another birth date),
 * staff not active or of a post that may not visit this household, accounts unknown, a village that belongs elsewhere. All faults at
 * once, each at its field. The people and the account of a new application come with its own form.
 */
export async function assertReferences(deps: ReferenceDeps, command: CaseCommand, of?: OfCase) {
  const mentions = [...mentionsIn(command, command.type === 'startSurvey' ? { surveyors: 'staff' } : {})].filter(
    ({ kind }) => command.type !== 'draftApplication' || kind === 'file',
  );
  const named = (kind: Kind) => [...new Set(mentions.filter((one) => one.kind === kind).map(({ value }) => value))];
  const known = await findNamed(deps.prisma, {
    files: named('file'),
    persons: named('person'),
    staff: named('staff'),
    accounts: named('account'),
  });
  const state = of && restsOnCase(command) ? await stateFor(deps, of) : undefined;
  const visiting = state && mayVisit(command, state, await deps.divisions());
  const errors = mentions.flatMap(({ field, kind, value, birthDate }): FieldError[] => {
    if (kind === 'file') return known.files.has(value) ? [] : [fault(field, kind)];
    if (kind === 'staff') {
      const post = known.staff.get(value);
      if (!post) return [fault(field, kind)];
      return visiting && !visiting.may(post) ? [fault(field, visiting.as)] : [];
    }
    if (kind === 'account') return known.accounts.has(value) ? [] : [fault(field, kind)];
    const registered = known.birthDates.get(value);
    if (registered === undefined) return [fault(field, kind)];
    const differs = birthDate !== undefined && birthDate !== registered;
    return differs ? [fault(field.replace(/personId$/, 'birthDate'), 'birthDate')] : [];
  });
  if (command.type === 'transferTown') errors.push(...(await placeFaults(deps, command)));
  if (command.type === 'recordAuthorisation' && state)
    errors.push(...signerFaults(command, state, known.birthDates, dateOf(await deps.civilClock.now())));
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
}

type ReferenceDeps = Pick<AppDeps, 'prisma' | 'divisions' | 'civilClock'>;

/** Which case the command is for, and who gives it. */
interface OfCase {
  readonly caseId: string;
  readonly actor: Actor;
}

const restsOnCase = ({ type }: CaseCommand): boolean =>
  type === 'startSurvey' ||
  type === 'recordHomeVisit' ||
  type === 'recordDistrictVisit' ||
  type === 'recordAuthorisation';

/** The case, if the actor may know of it; else it is answered as one that does not exist, later. */
async function stateFor({ prisma }: ReferenceDeps, { caseId, actor }: OfCase): Promise<CaseState | undefined> {
  const state = await findState(prisma, caseId);
  return state && covers(actor, state) ? state : undefined;
}

/** Of members the case itself knows the age; of a newcomer and of a guardian or agent outside the register does. */
function signerFaults(
  { personId, by, signer }: Extract<CaseCommand, { type: 'recordAuthorisation' }>,
  { facts }: CaseState,
  birthDates: ReadonlyMap<string, string>,
  today: PlainDate,
): FieldError[] {
  const isChildOutside = (id: string | undefined): boolean => {
    const born = id === undefined ? undefined : birthDates.get(id);
    return (
      born !== undefined && !facts.members.some((member) => member.personId === id) && isChild(plainDate(born), today)
    );
  };
  return [
    ...(by !== 'guardian' && isChildOutside(personId) ? [fault('by', 'guardian')] : []),
    ...(by !== 'self' && isChildOutside(signer) ? [fault('signer', 'adult')] : []),
  ];
}

const fault = (field: string, kind: keyof typeof faults): FieldError => ({
  in: 'body',
  field,
  message: faults[kind][0],
  messageEn: faults[kind][1],
});

function* mentionsIn(value: unknown, more: Record<string, Kind>, path: string[] = [], name = ''): Generator<Mention> {
  if (typeof value === 'string') {
    const kind = sha256.test(value) ? 'file' : (kinds[name] ?? more[name]);
    if (kind !== undefined) yield { field: path.join('.'), kind, value };
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* mentionsIn(item, more, [...path, String(index)], name);
  } else if (typeof value === 'object' && value !== null) {
    const birthDate = 'birthDate' in value ? value.birthDate : undefined;
    for (const [key, field] of Object.entries(value))
      for (const mention of mentionsIn(field, more, [...path, key], key))
        yield key === 'personId' && birthDate !== undefined ? { ...mention, birthDate } : mention;
  }
}

/** A village where applications may be filed, with its own town and the district that decides there. */
async function placeFaults(
  { divisions }: Pick<AppDeps, 'divisions'>,
  to: { village: string; town: string; district: string },
) {
  const tree = await divisions();
  const village = tree.find(to.village);
  const town = village && tree.find(village.parent);
  const district = town?.managedBy ?? town?.parent;
  return [
    ...(village?.level === 'village' && village.intake ? [] : [fault('village', 'place')]),
    ...(town?.code === to.town ? [] : [fault('town', 'place')]),
    ...(district === to.district ? [] : [fault('district', 'place')]),
  ];
}
