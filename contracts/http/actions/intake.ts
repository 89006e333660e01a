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
  recordSupporterConsent: action('recordSupporterConsent', {
    personId: id,
    file,
    supporter: text(40).exactOptional().meta({
      description:
        '家庭情况中该义务人的记号：写明后，补正告知不再要求 Mark of this supporter in the facts: no notice asks for the consent then',
    }),
  }),
  registerRelative: action('registerRelative', { staffId, personId: id, relation: text(40) }),
  submitApplication: action('submitApplication', {}),
  requestPapers: action('requestPapers', {
    missing: z.array(text(200)).max(50).meta({
      description:
        '所缺材料；未签署的核对授权和赡养人同意由系统补列，仅缺签字的填空数组 Papers missing; the case adds signatures that lack by itself: empty if nothing else is missing',
    }),
  }),
  supplyPapers: action('supplyPapers', {
    papers: papers.meta({
      description: '告知书未列材料、只缺签字的可填空数组 May be empty only where the notice asked for signatures alone',
    }),
  }),
  acceptApplication: action('acceptApplication', {}),
  declineApplication: action('declineApplication', { reason: words }),
  withdraw: action('withdraw', { reason: words.exactOptional() }),
  terminate: action('terminate', { ground: words }),
};
