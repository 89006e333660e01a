import type { Wording } from '../../../policy/eligibility/condition.ts';
import { kinds } from '../../../policy/kinds.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import type { Stage } from '../../../policy/lifecycle/stages.ts';

const plainWords: Readonly<Record<Stage, Wording>> = {
  draft: { zh: '申请已登记，尚未提交。', en: 'Your application is written down and not submitted yet.' },
  submitted: { zh: '申请已提交，等待受理。', en: 'Your application is submitted and waits to be accepted.' },
  awaitingPapers: { zh: '材料不齐，等待您补正。', en: 'Papers are missing: we wait for you.' },
  investigating: { zh: '已受理，正在核对家庭状况并入户调查。', en: 'Accepted: your circumstances are being verified.' },
  notQualified: {
    zh: '核对认为不符合条件，您可以提出异议。',
    en: 'Verification says you do not qualify; you may contest it.',
  },
  appraising: { zh: '正在组织民主评议。', en: 'The village appraises the application.' },
  opinionDue: { zh: '乡镇（街道）正在提出初审意见。', en: 'The town is writing its opinion.' },
  postingDue: { zh: '初审通过，即将公示。', en: 'The opinion is favourable and will be posted.' },
  posting: { zh: '正在公示。', en: 'The application is posted.' },
  reinvestigating: { zh: '公示收到异议，正在复查。', en: 'An objection came in and is being looked into.' },
  forwarding: { zh: '公示结束，即将上报。', en: 'The posting is over; the application goes to the district.' },
  confirming: { zh: '正在审核确认。', en: 'The decision is being made.' },
  districtPosting: { zh: '正在区级公示。', en: 'The application is posted by the district.' },
  inPayment: { zh: '已确认，正在发放。', en: 'Confirmed: payments are made every month.' },
  suspended: { zh: '发放已暂停，请联系乡镇（街道）。', en: 'Payments are held: please turn to the town.' },
  gradualExit: { zh: '处于渐退期，到期后停发。', en: 'You are in the gradual exit; payments end with it.' },
  ended: { zh: '救助已终止。', en: 'The benefit has ended.' },
  lapsed: { zh: '逾期未补正，申请终止；可以重新申请。', en: 'Papers did not come in time; you may apply again.' },
  notAccepted: { zh: '不予受理，理由见告知书。', en: 'Not accepted; the notice says why.' },
  refused: { zh: '不予确认，理由与救济途径见告知书。', en: 'Refused; the notice says why and what you can do.' },
  withdrawn: { zh: '申请已撤回；可以重新申请。', en: 'Withdrawn; you may apply again.' },
  terminated: { zh: '程序已终止，理由见告知书。', en: 'The procedure was ended; the notice says why.' },
};

/** What being in payment means where nothing is paid every month. */
const confirmed = {
  once: { zh: '已确认，救助金一次性发放。', en: 'Confirmed: the help is paid once.' },
  none: { zh: '已认定，可以申请相应的社会救助。', en: 'Confirmed: you may apply for the help that goes with it.' },
} as const;

/** Where nobody visits and nothing is posted: the allowances for children. */
const unseen: Partial<Record<Stage, Wording>> = {
  investigating: { zh: '已受理，正在核对。', en: 'Accepted: your circumstances are being verified.' },
  forwarding: { zh: '初审通过，即将上报。', en: 'The opinion is favourable; the application goes to the district.' },
};

/** Where a case stands, in plain words for the applicant. */
export function plainWordsOf({ stage, kind, procedure }: Pick<CaseState, 'stage' | 'kind' | 'procedure'>): Wording {
  const { payment } = kinds[kind];
  if (stage === 'inPayment' && payment !== 'monthly') return confirmed[payment];
  return (procedure?.posting === false ? unseen[stage] : undefined) ?? plainWords[stage];
}
