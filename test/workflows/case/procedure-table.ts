import type { Kind, Mode } from '../../../policy/kinds.ts';
import type { DeadlineName } from '../../../policy/lifecycle/deadlines.ts';
import type { Stage } from '../../../policy/lifecycle/stages.ts';
import { delegatedTown, ordinaryTown, type Place } from '../../fixtures/staff.ts';

/** The stages of an application on each way through the law, drafted and submitted first. */
export const ways = {
  'appraisal, posting, district and its posting': [
    'investigating',
    'appraising',
    'opinionDue',
    'postingDue',
    'posting',
    'forwarding',
    'confirming',
    'districtPosting',
    'confirming',
    'inPayment',
  ],
  'posting and district': [
    'investigating',
    'opinionDue',
    'postingDue',
    'posting',
    'forwarding',
    'confirming',
    'inPayment',
  ],
  'posting and town': ['investigating', 'opinionDue', 'postingDue', 'posting', 'confirming', 'inPayment'],
  'district without posting': ['investigating', 'opinionDue', 'forwarding', 'confirming', 'inPayment'],
  'paid at once': ['confirming', 'inPayment'],
} as const satisfies Record<string, readonly Stage[]>;
export type Way = keyof typeof ways;

/** A row of the table: all these kinds in all these towns go this way and have these last days, in the year of acceptance. */
export interface Row {
  readonly kinds: readonly Kind[];
  readonly acceptedOn: string;
  readonly places: readonly Place[];
  readonly mode: Mode;
  readonly way: Way;
  readonly last: Partial<Record<DeadlineName, string>>;
}

const likeDibao: readonly Kind[] = ['dibao', 'dibaoSinglePerson', 'dibaoEdge'];
const children: readonly Kind[] = ['orphan', 'deFactoUnattendedChild'];
const both = [delegatedTown, ordinaryTown];

const row = (
  kinds: readonly Kind[],
  acceptedOn: string,
  places: readonly Place[],
  way: Way,
  last: Row['last'],
  mode: Row['mode'] = 'normal',
): Row => ({ kinds, acceptedOn, places, mode, way, last });

const appraised: Way = 'appraisal, posting, district and its posting';
const district: Way = 'posting and district';
const town: Way = 'posting and town';

/** A day of acceptance in each regime, and one in the epidemic of 2020. Each step is done on the day of acceptance, the posting ends eight days later. */
export const table: readonly Row[] = [
  row(likeDibao, '2020-02-10', both, appraised, { investigation: '02-24', districtOpinion: '02-25' }, 'epidemic'),
  row(likeDibao, '2020-04-20', both, appraised, { investigation: '05-06', districtOpinion: '05-08' }),
  row(likeDibao, '2021-09-01', [delegatedTown], town, { surveyStart: '09-06', decision: '10-19' }),
  row(likeDibao, '2021-09-01', [ordinaryTown], district, { decision: '10-19', districtDecision: '09-24' }),
  row(likeDibao, '2023-09-01', [delegatedTown], town, { surveyStart: '09-06', decision: '10-07' }),
  row(likeDibao, '2023-09-01', [ordinaryTown], district, { decision: '10-19', districtDecision: '09-22' }),
  row(likeDibao, '2025-03-03', [delegatedTown], town, { postingStart: '03-19', decision: '03-31' }),
  row(likeDibao, '2025-03-03', [ordinaryTown], district, { decision: '04-15', districtDecision: '03-25' }),
  row(likeDibao, '2026-02-02', [delegatedTown], town, { investigation: '02-14', decision: '03-06' }),
  row(likeDibao, '2026-02-02', [ordinaryTown], district, { decision: '03-20', districtDecision: '03-02' }),
  row(likeDibao, '2026-09-01', [delegatedTown], town, { surveyStart: '09-04', decision: '09-29' }),
  row(likeDibao, '2026-09-01', [ordinaryTown], district, { decision: '10-19', districtDecision: '09-22' }),

  row(['tekun'], '2020-02-10', both, district, { opinion: '03-09', districtDecision: '03-17' }, 'epidemic'),
  row(['tekun'], '2020-04-20', both, district, { opinion: '05-19', districtDecision: '05-28' }),
  row(['tekun'], '2021-09-01', [delegatedTown], town, { opinion: '09-23', postingStart: '09-02', decision: '09-29' }),
  row(['tekun'], '2021-09-01', [ordinaryTown], district, { opinion: '09-23', districtDecision: '09-30' }),
  row(['tekun'], '2023-09-01', [delegatedTown], town, { opinion: '09-22', decision: '10-07' }),
  row(['tekun'], '2023-09-01', [ordinaryTown], district, { opinion: '09-22', districtDecision: '10-07' }),
  row(['tekun'], '2025-03-03', [delegatedTown], town, { opinion: '03-24', decision: '03-31' }),
  row(['tekun'], '2025-03-03', [ordinaryTown], district, { opinion: '03-24', districtDecision: '04-01' }),
  row(['tekun'], '2026-02-02', [delegatedTown], town, { opinion: '02-28', decision: '03-06' }),
  row(['tekun'], '2026-02-02', [ordinaryTown], district, { opinion: '02-28', districtDecision: '03-09' }),
  row(['tekun'], '2026-09-01', [delegatedTown], town, { opinion: '09-21', decision: '09-29' }),
  row(['tekun'], '2026-09-01', [ordinaryTown], district, { opinion: '09-21', districtDecision: '09-30' }),

  row(['rigidExpenditure'], '2025-03-03', both, district, { decision: '04-15', districtDecision: '03-25' }),
  row(['rigidExpenditure'], '2026-02-02', both, district, { decision: '03-20', districtDecision: '03-02' }),
  row(['rigidExpenditure'], '2026-09-01', both, district, { decision: '10-19', districtDecision: '09-22' }),

  ...(
    [
      ['2020-02-10', { investigation: '02-19', decision: '03-09' }, 'epidemic'],
      ['2020-04-20', { investigation: '04-28', decision: '05-19' }, 'normal'],
      ['2021-09-01', { postingStart: '09-13', decision: '09-29' }, 'normal'],
      ['2023-09-01', { postingStart: '09-13', decision: '10-07' }, 'normal'],
      ['2025-03-03', { postingStart: '03-13', decision: '03-31' }, 'normal'],
      ['2026-02-02', { postingStart: '02-12', decision: '03-06' }, 'normal'],
      ['2026-09-01', { postingStart: '09-11', decision: '09-29' }, 'normal'],
    ] as const
  ).map(([on, last, mode]) => row(['temporaryAssistance'], on, both, district, last, mode)),
  // A day before the opinions of 2026, three from then on, through holidays; the papers ten working days after the payment.
  ...(
    [
      ['2020-02-10', { decision: '02-11', papersDue: '02-24' }],
      ['2020-04-20', { decision: '04-21', papersDue: '05-06' }],
      ['2021-09-01', { decision: '09-02', papersDue: '09-15' }],
      ['2023-09-01', { decision: '09-02', papersDue: '09-15' }],
      ['2025-03-03', { decision: '03-04', papersDue: '03-17' }],
      ['2026-02-02', { decision: '02-05', papersDue: '02-14' }],
      ['2026-09-01', { decision: '09-04', papersDue: '09-15' }],
    ] as const
  ).map(([on, last]) => row(['temporaryAssistance'], on, both, 'paid at once', last, 'emergency')),

  ...(
    [
      ['2020-02-10', { opinion: '03-02', districtDecision: '03-10' }, 'epidemic'],
      ['2020-04-20', { opinion: '05-12', districtDecision: '05-21' }, 'normal'],
      ['2021-09-01', { opinion: '09-23', districtDecision: '09-30' }, 'normal'],
      ['2023-09-01', { opinion: '09-22', districtDecision: '10-07' }, 'normal'],
      ['2025-03-03', { opinion: '03-24', districtDecision: '04-01' }, 'normal'],
      ['2026-02-02', { opinion: '02-28', districtDecision: '03-09' }, 'normal'],
      ['2026-09-01', { opinion: '09-21', districtDecision: '09-30' }, 'normal'],
    ] as const
  ).map(([on, last, mode]) => row(children, on, both, 'district without posting', last, mode)),
];
