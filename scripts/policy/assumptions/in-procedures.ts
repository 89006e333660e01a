import { deadlineNames, type Limit } from '../../../policy/lifecycle/deadlines.ts';
import { standingLimits } from '../../../policy/procedures/limits.ts';
import { everyProcedure, type NamedProcedure } from './every-procedure.ts';

/** A limit of a procedure whose length nobody has confirmed. */
export interface AssumedLimit {
  /** Where it is in the procedure, as `limits.opinion`; `standing.…` for those outside the procedures. */
  readonly limit: string;
  readonly title: { readonly zh: string; readonly en: string } | null;
  readonly value: string;
  readonly source: string;
  /** What the procedures that have it are chosen by; none where it is the same for all. */
  readonly procedures: readonly Omit<NamedProcedure, 'procedure'>[];
}

const units = { workingDay: '个工作日 working days', day: '日 days', month: '个月 months' } as const;

const isLimit = (value: object): value is Limit => 'count' in value && 'unit' in value && 'source' in value;

function limitsIn(value: unknown, path: readonly string[] = []): { path: string; limit: Limit }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isLimit(value)) return [{ path: path.join('.'), limit: value }];
  return Object.entries(value).flatMap(([key, member]) => limitsIn(member, [...path, key]));
}

/** Limits that are not clocks of their own. */
const otherTitles = {
  opinionAnew: { zh: '重新出具初审意见', en: 'an opinion written anew' },
  higherLevel: { zh: '逾期未办，上一级办理', en: 'a missed task, at the level above' },
} as const satisfies Partial<Record<keyof typeof standingLimits, AssumedLimit['title']>>;

const titles: Readonly<Record<string, AssumedLimit['title']>> = { ...deadlineNames, ...otherTitles };

const titleOf = (path: string): AssumedLimit['title'] => titles[path.split('.').at(-1) ?? ''] ?? null;

/** Every limit whose source says that it is assumed, over all procedures and outside them; alike in several it is listed once. */
export function assumedLimits(): AssumedLimit[] {
  const found = new Map<string, AssumedLimit>();
  const add = (where: object, chosen: AssumedLimit['procedures']) => {
    for (const { path, limit } of limitsIn(where)) {
      if (!limit.source.includes('assumption')) continue;
      const row = inWords(path, limit);
      const key = `${path}/${row.value}/${row.source}`;
      found.set(key, { ...row, procedures: [...(found.get(key)?.procedures ?? []), ...chosen] });
    }
  };
  for (const { procedure, ...chosen } of everyProcedure()) add(procedure, [chosen]);
  add({ standing: standingLimits }, []);
  return [...found.values()].sort((a, b) => (a.limit < b.limit ? -1 : a.limit > b.limit ? 1 : 0));
}

function inWords(path: string, { count, unit, source }: Limit): Omit<AssumedLimit, 'procedures'> {
  const title = titleOf(path);
  return {
    limit: path,
    title: title ? { zh: title.zh, en: title.en } : null,
    value: `${count} ${units[unit]}`,
    source,
  };
}
