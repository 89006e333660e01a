import { z } from 'zod';
import { verificationSources } from '../../../policy/lifecycle/commands.ts';
import { id, text, words } from '../values.ts';
import { action } from './action.ts';
import { papers } from './parts.ts';

const round = z.int().min(1).max(999).meta({ description: '核对轮次 Number of the round' });

const answer = z
  .strictObject({
    source: z.enum(verificationSources),
    personId: id,
    finding: z.enum(['agrees', 'differs', 'noRecord']),
    note: words.exactOptional(),
  })
  .meta({ id: 'VerificationAnswer' });

/** Verification 核对. */
export const verification = {
  requestVerification: action('requestVerification', { persons: z.array(id).min(1).max(60).exactOptional() }),
  startVerification: action('startVerification', { round }),
  recordVerificationAnswers: action('recordVerificationAnswers', { round, answers: z.array(answer).min(1).max(400) }),
  concludeVerification: action('concludeVerification', { round, ground: words, papers }),
  clearDoubt: action('clearDoubt', {
    doubt: text(200),
    outcome: z.enum(['cleared', 'amountChanged', 'stopped']),
    by: z.enum(['phone', 'letter', 'visit']),
    note: words,
  }),
  findNotQualified: action('findNotQualified', { round, ground: words }),
  contestVerification: action('contestVerification', { round, evidence: papers }),
  reexamine: action('reexamine', { round, upheld: z.boolean(), ground: words }),
};
