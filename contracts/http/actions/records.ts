import { z } from 'zod';
import { householdFacts } from '../facts.ts';
import { file, id, monthlyFen, plainDate, staffId, text, words, yearMonth } from '../values.ts';
import { action } from './action.ts';
import { serviceMethod } from './parts.ts';

const number = z.int().min(1).max(1_000_000);

/** Records, corrections, hands 送达、更正、交接. */
export const records = {
  recordService: action('recordService', {
    document: text(60),
    method: serviceMethod,
    servedOn: plainDate,
    receipt: file.exactOptional(),
  }),
  answerComplaint: action('answerComplaint', { complaintId: id, answer: words }),
  proposeCorrection: action('proposeCorrection', { ofSeq: number, facts: householdFacts, ground: words }),
  approveCorrection: action('approveCorrection', { correction: number }),
  correctDecision: action('correctDecision', {
    decision: number,
    by: z.enum(['authority', 'reconsideration', 'court']),
    amounts: z
      .array(z.strictObject({ from: yearMonth, amount: monthlyFen }))
      .min(1)
      .max(120),
    ground: words,
    ruling: file.exactOptional(),
    hearing: z
      .strictObject({
        servedOn: plainDate,
        method: serviceMethod,
        notice: file,
        said: z.strictObject({ on: plainDate, views: words, file: file.exactOptional() }).exactOptional(),
      })
      .exactOptional(),
  }),
  reassign: action('reassign', { from: staffId, to: staffId }),
  takeTask: action('takeTask', { task: text(120) }),
};
