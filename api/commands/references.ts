import type { CaseCommand } from '../../policy/lifecycle/commands.ts';
import { findNamed } from '../../prisma/repositories/references.ts';
import type { AppDeps } from '../deps.ts';
import { type FieldError, Problem } from '../problems/problem.ts';

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

const faults: Readonly<Record<Kind | 'birthDate', readonly [zh: string, en: string]>> = {
  file: ['文件未上传', 'No such file: upload it first'],
  person: ['登记簿中无此人', 'No such person in the register'],
  staff: ['无此在岗人员', 'No such active member of staff'],
  account: ['无此账户', 'No such account'],
  birthDate: ['出生日期与登记簿不符', 'Not the birth date in the register'],
};

/**
 * Refuses a command that names what does not exist: files not uploaded, persons not registered (or with another birth date),
 * staff not active, accounts unknown, a village that belongs elsewhere. All faults at once, each at its field. The people and the
 * account of a new application come with its own form.
 */
export async function assertReferences(deps: Pick<AppDeps, 'prisma' | 'divisions'>, command: CaseCommand) {
  const mentions = [...mentionsIn(command, command.type === 'startSurvey' ? { surveyors: 'staff' } : {})].filter(
    ({ kind }) => command.type !== 'draftApplication' || kind === 'file',
  );
  const of = (kind: Kind) => [...new Set(mentions.filter((one) => one.kind === kind).map(({ value }) => value))];
  const known = await findNamed(deps.prisma, {
    files: of('file'),
    persons: of('person'),
    staff: of('staff'),
    accounts: of('account'),
  });
  const errors = mentions.flatMap(({ field, kind, value, birthDate }): FieldError[] => {
    if (kind === 'file') return known.files.has(value) ? [] : [fault(field, kind)];
    if (kind === 'staff') return known.staff.has(value) ? [] : [fault(field, kind)];
    if (kind === 'account') return known.accounts.has(value) ? [] : [fault(field, kind)];
    const registered = known.birthDates.get(value);
    if (registered === undefined) return [fault(field, kind)];
    const differs = birthDate !== undefined && birthDate !== registered;
    return differs ? [fault(field.replace(/personId$/, 'birthDate'), 'birthDate')] : [];
  });
  if (command.type === 'transferTown') errors.push(...(await placeFaults(deps, command)));
  if (errors.length > 0) throw new Problem('invalid-input', { errors });
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
  const wrong = (field: string): FieldError => ({
    in: 'body',
    field,
    message: '与区划不符',
    messageEn: 'Does not fit the divisions',
  });
  return [
    ...(village?.level === 'village' && village.intake ? [] : [wrong('village')]),
    ...(town?.code === to.town ? [] : [wrong('town')]),
    ...(district === to.district ? [] : [wrong('district')]),
  ];
}
