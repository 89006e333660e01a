import type { PlainDate } from '../dates.ts';

/** Regimes of the law by date (policy.md §2), oldest first. */
export const regimes = [
  { code: 'R2012', from: '2012-12-12', zh: '民发〔2012〕220号', en: 'Measures of 2012' },
  { code: 'R2021', from: '2021-07-01', zh: '民发〔2021〕57号', en: 'Measures of 2021' },
  { code: 'R2022', from: '2022-10-20', zh: '民发〔2022〕83号', en: 'Notice of 2022' },
  { code: 'R2025', from: '2025-01-01', zh: '刚性支出困难家庭认定办法', en: 'Rigid-expenditure measures of 2025' },
  { code: 'R2026a', from: '2026-01-29', zh: '临时救助制度意见', en: 'Temporary-assistance opinions of 2026' },
  { code: 'R2026b', from: '2026-07-01', zh: '社会救助法', en: 'Social Assistance Law' },
] as const;

export type Regime = (typeof regimes)[number]['code'];

const order = (regime: Regime): number => regimes.findIndex(({ code }) => code === regime);

/** Whether `regime` is `first` or a later one: what came with `first` goes on until a later rule changes it. */
export const since = (regime: Regime, first: Regime): boolean => order(regime) >= order(first);

/** The first day of `regime`. */
export const inForceFrom = (regime: Regime): PlainDate => (regimes[order(regime)] ?? regimes[0]).from as PlainDate;

/** From this day every reduction, stop or grant of a gradual exit needs the recipient's views first [L26 §48]. */
export const viewsHeardFrom = inForceFrom('R2026b');

/**
 * The regime in force on `date` (R-REG): the day of acceptance for an application, the day of opening for every later proceeding.
 * @throws if the date lies before the first regime.
 */
export function regimeOn(date: PlainDate): Regime {
  const inForce = regimes.filter((regime) => regime.from <= date).at(-1);
  if (!inForce)
    throw new RangeError(`No regime of dibao is known for ${date}: the first begins on ${regimes[0].from}.`);
  return inForce.code;
}
