import { standingLimits } from '../procedures/limits.ts';
import type { Deciders } from './context.ts';
import { happened } from './context.ts';
import { recount, startClock } from './deadlines.ts';
import { complaints, documents, named } from './objects.ts';
import { refusal } from './refusals.ts';
import { noSuchTask } from './standing.ts';
import type { DocumentRecord } from './state.ts';
import { clocksOfNewLaw } from './standard-raise.ts';
import { tasksOf } from './tasks.ts';

type Records = 'recordService' | 'recordComplaint' | 'answerComplaint' | 'reassign' | 'takeTask' | 'recountDeadlines';

/** Records of service 送达, complaints 投诉, hands 交接 and the calendar. */
export const decideRecords: Deciders<Records> = {
  recordService: (context, { type: _type, ...service }) => {
    const document = named(documents, context, service.document);
    if ('code' in document) return document;
    if (service.servedOn > context.today || service.servedOn < document.on)
      return refusal(
        'service-date',
        '送达日期须在文书制作日与今日之间。',
        'The day of service lies between the document and today.',
      );
    // The clock of service runs until no decision is left that its people have not been told of.
    const untold = context.state.documents.filter((known) => isUntold(known) && known.number !== document.number);
    const told = isUntold(document) && untold.length === 0;
    return [happened(context, 'serviceRecorded', service, { stopped: told ? [{ name: 'notice' }] : [] })];
  },

  recordComplaint: (context, { complaintId }) => {
    if (context.state.complaints.some((known) => known.id === complaintId))
      return refusal('complaint-recorded', '该投诉已登记。', 'This complaint has been recorded already.');
    const clock = startClock(context.law, 'complaint', context.today, standingLimits.complaint, complaintId);
    return [happened(context, 'complaintRecorded', { complaintId }, { started: [clock] })];
  },

  answerComplaint: (context, { type: _type, ...said }) => {
    const complaint = named(complaints, context, said.complaintId);
    return 'code' in complaint
      ? complaint
      : [happened(context, 'complaintAnswered', said, { stopped: [{ name: 'complaint', of: said.complaintId }] })];
  },

  reassign: (context, { type: _type, ...hands }) =>
    Object.values(context.state.assignees).includes(hands.from) ? [happened(context, 'reassigned', hands)] : [],

  takeTask: (context, { task }) => {
    const { state, actor } = context;
    if (!tasksOf(state).some((open) => open.name === task && open.role === actor.role)) return noSuchTask();
    return state.assignees[task] === actor.staffId
      ? []
      : [happened(context, 'taskTaken', { task, staffId: actor.staffId })];
  },

  recountDeadlines: (context, { year }) => {
    const moved = year === undefined ? [] : recount(context.state, context.law, year);
    const started = [...moved, ...clocksOfNewLaw(context)];
    if (started.length === 0) return [];
    return [happened(context, 'deadlinesRecounted', year === undefined ? {} : { year }, { started })];
  },
};

const decisionNotices: readonly string[] = [
  'confirmationNotice',
  'refusalNotice',
  'nonAcceptanceNotice',
  'terminationNotice',
  'increaseNotice',
  'reductionNotice',
  'stopNotice',
  'gradualExitNotice',
  'correctionNotice',
];

const isUntold = (document: DocumentRecord): boolean =>
  decisionNotices.includes(document.kind) && document.served === undefined;
