import { type DeadlineName, deadlineNames, type Limit } from '../../../policy/lifecycle/deadlines.ts';
import { everyProcedure, type NamedProcedure } from './every-procedure.ts';

/** A limit of a procedure whose length nobody has confirmed. */
export interface AssumedLimit {
  /** Where it is in the procedure, as `limits.opinion`. */
  readonly limit: string;
  readonly title: { readonly zh: string; readonly en: string } | null;
  readonly value: string;
  readonly source: string;
  /** What the procedures that have it are chosen by. */
  readonly procedures: readonly Omit<NamedProcedure, 'procedure'>[];
}

const units = { workingDay: '个工作日 working days', day: '日 days', month: '个月 months' } as const;

const isLimit = (value: object): value is Limit => 'count' in value && 'unit' in value && 'source' in value;

function limitsIn(value: unknown, path: readonly string[] = []): { path: string; limit: Limit }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isLimit(value)) return [{ path: path.join('.'), limit: value }];
  return Object.entries(value).flatMap(([key, member]) => limitsIn(member, [...path, key]));
}

const titleOf = (path: string) => {
  const name = path.split('.').at(-1) ?? '';
  return name in deadlineNames ? deadlineNames[name as DeadlineName] : undefined;
};

/** Every limit whose source says that it is assumed, over all procedures; limits alike in several are listed once. */
export function assumedLimits(): AssumedLimit[] {
  const found = new Map<string, AssumedLimit>();
  for (const { procedure, ...chosen } of everyProcedure())
    for (const { path, limit } of limitsIn(procedure)) {
      if (!limit.source.includes('assumption')) continue;
      const value = `${limit.count} ${units[limit.unit]}`;
      const key = `${path}/${value}/${limit.source}`;
      const title = titleOf(path);
      const before = found.get(key)?.procedures ?? [];
      found.set(key, {
        limit: path,
        title: title ? { zh: title.zh, en: title.en } : null,
        value,
        source: limit.source,
        procedures: [...before, chosen],
      });
    }
  return [...found.values()].sort((a, b) => (a.limit < b.limit ? -1 : a.limit > b.limit ? 1 : 0));
}
