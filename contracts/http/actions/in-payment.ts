import { z } from 'zod';
import { changeKinds, outcomes, recheckClasses } from '../../../policy/lifecycle/commands.ts';
import { householdFacts } from '../facts.ts';
import { districtCode, file, id, plainDate, townCode, villageCode, words } from '../values.ts';
import { action } from './action.ts';
import { papers, serviceMethod } from './parts.ts';

const outcome = z.enum(outcomes);

/** While in payment 动态管理. */
export const inPayment = {
  reportChange: action('reportChange', {
    kind: z.enum(changeKinds),
    happenedOn: plainDate,
    personId: id.exactOptional(),
    note: words,
    papers,
  }),
  changeAccount: action('changeAccount', { accountId: id }),
  changeHead: action('changeHead', { head: id }),
  transferTown: action('transferTown', {
    village: villageCode,
    town: townCode,
    district: districtCode,
    movedOn: plainDate,
  }),
  proposeAdjustment: action('proposeAdjustment', {
    facts: householdFacts,
    recheckClass: z.enum(recheckClasses),
    rightAtLastDecision: z.boolean(),
    changedSince: z.boolean(),
    outcome,
    withinPovertyAlleviation: z.boolean().exactOptional(),
    ground: words,
  }),
  serveViewsNotice: action('serveViewsNotice', {
    servedOn: plainDate,
    method: serviceMethod,
    receipt: file.exactOptional(),
  }),
  recordViews: action('recordViews', { views: words, file: file.exactOptional() }),
  decideAdjustment: action('decideAdjustment', {
    outcome,
    gradualExitMonths: z.int().min(1).max(24).exactOptional(),
    ground: words,
  }),
  suspendPayment: action('suspendPayment', { ground: z.enum(['unreachable', 'doubtUncleared']), note: words }),
  releasePayment: action('releasePayment', { arrears: z.boolean(), ground: words }),
  endCase: action('endCase', {
    reason: z.enum(['ownWish', 'movedOut', 'custody', 'memberDied']),
    happenedOn: plainDate,
    note: words,
  }),
};
