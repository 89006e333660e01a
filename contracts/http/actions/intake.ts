import { z } from 'zod';
import { householdFacts } from '../facts.ts';
import { file, id, staffId, text, words } from '../values.ts';
import { action } from './action.ts';
import { papers } from './parts.ts';

/** Intake 申请受理. */
export const intake = {
  amendApplication: action('amendApplication', {
    facts: householdFacts.exactOptional(),
    accountId: id.exactOptional(),
    papers: papers.exactOptional(),
  }),
  recordAuthorisation: action('recordAuthorisation', {
    personId: id,
    by: z.enum(['self', 'guardian', 'agent']),
    signer: id.exactOptional(),
    file,
    mandate: file.exactOptional(),
  }),
  recordSupporterConsent: action('recordSupporterConsent', { personId: id, file }),
  registerRelative: action('registerRelative', { staffId, personId: id, relation: text(40) }),
  submitApplication: action('submitApplication', {}),
  requestPapers: action('requestPapers', { missing: z.array(text(200)).min(1).max(50) }),
  supplyPapers: action('supplyPapers', { papers: papers.min(1) }),
  acceptApplication: action('acceptApplication', {}),
  declineApplication: action('declineApplication', { reason: words }),
  withdraw: action('withdraw', { reason: words.exactOptional() }),
  terminate: action('terminate', { ground: words }),
};
