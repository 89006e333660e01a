import { z } from 'zod';
import { file, id, monthlyFen, plainDate, text, words } from '../values.ts';
import { action } from './action.ts';
import { proposal, surveyor } from './parts.ts';

/** Confirmation 审核确认. */
export const confirmation = {
  forward: action('forward', {}),
  recordDistrictVisit: action('recordDistrictVisit', {
    visitedOn: plainDate,
    visitors: z.array(surveyor).min(1).max(6),
    agrees: z.boolean(),
    summary: words,
  }),
  writeDistrictOpinion: action('writeDistrictOpinion', { proposal, ground: words }),
  confirm: action('confirm', {}),
  refuse: action('refuse', { ground: words }),
  publish: action('publish', { place: text(200) }),
  completePapers: action('completePapers', {
    personId: id,
    reason: words,
    amount: monthlyFen,
    signatures: z
      .array(z.strictObject({ personId: id, file }))
      .min(1)
      .max(30),
  }),
};
