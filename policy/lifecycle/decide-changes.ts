import { openProceeding, procedureToday } from './proceedings.ts';
import type { Deciders } from './context.ts';
import { happened } from './context.ts';
import { isMember, unknownPerson } from './decide-intake.ts';
import { startClock } from './deadlines.ts';
import { mayNotBeHead } from './head.ts';
import { refusal } from './refusals.ts';
import { sameHead } from './standing.ts';

type Changes = 'reportChange' | 'changeAccount' | 'changeHead' | 'transferTown';

/** Changes while in payment 变化 [D57 §§15, 30; policy.md §6]. */
export const decideChanges: Deciders<Changes> = {
  reportChange: (context, { type: _type, ...change }) => {
    const { state, law, today } = context;
    if (change.happenedOn > today)
      return refusal('in-future', '变化日期不得晚于今日。', 'The change may not lie in the future.');
    if (change.personId !== undefined && change.kind !== 'memberAdded' && !isMember(state, change.personId))
      return unknownPerson(change.personId);
    const told = state.facts.members.filter(
      ({ personId }) => change.personId === undefined || personId === change.personId,
    );
    if (told.length > 0 && told.every(({ birthDate }) => change.happenedOn < birthDate))
      return refusal(
        'before-birth',
        '变化日期早于当事人出生。',
        'The change lies before the birth of whom it is about.',
      );
    if (change.kind === 'selfCareChanged' && !procedureToday(context).selfCare)
      return refusal('no-self-care', '该救助种类不评估自理能力。', 'This kind of help does not rest on self-care.');
    const named = change.kind === 'memberDied' || change.kind === 'memberLeft' || change.kind === 'memberAdded';
    if (named && change.personId === undefined)
      return refusal('person-missing', '须写明是哪一名成员。', 'Say which member.');
    const reason = {
      kind: change.kind,
      on: change.happenedOn,
      ...(change.personId !== undefined && { personId: change.personId }),
    };
    const known = state.proceeding?.reasons.some(
      (other) =>
        other.kind === reason.kind &&
        other.personId === reason.personId &&
        (other.on === reason.on || reason.kind === 'memberDied'),
    );
    if (known) return refusal('change-reported', '该变化已报告，正在办理。', 'This change has been reported already.');
    const limit = { count: 3, unit: 'month' as const, source: 'N22 一(三)' };
    const death = change.kind === 'memberDied' ? [startClock(law, 'death', reason.on, limit, reason.personId)] : [];
    return [happened(context, 'changeReported', change, { started: death }), ...openProceeding(context, reason)];
  },

  changeAccount: (context, { accountId }) =>
    accountId === context.state.accountId
      ? refusal('same-account', '账户未变更。', 'This is the account already in use.')
      : [happened(context, 'accountChanged', { accountId })],

  changeHead: (context, { head }) => {
    if (head === context.state.application.head) return sameHead();
    if (!isMember(context.state, head)) return unknownPerson(head);
    return mayNotBeHead(context.state, head, context.today) ?? [happened(context, 'headChanged', { head })];
  },

  transferTown: (context, { type: _type, ...move }) => {
    const { state, today } = context;
    const { acceptedOn } = state.application;
    if (move.village === state.village)
      return refusal('same-village', '迁入地与现所在地相同。', 'The household is in this village already.');
    if (move.movedOn > today) return refusal('in-future', '日期不得晚于今日。', 'The date may not lie in the future.');
    if (acceptedOn !== undefined && move.movedOn < acceptedOn)
      return refusal(
        'before-acceptance',
        `迁移日期早于受理日（${acceptedOn}），请核实后填写受理之后的迁入日期。`,
        `The move lies before the acceptance on ${acceptedOn}: look again on which later day the household moved.`,
      );
    if (state.movedOn !== undefined && move.movedOn < state.movedOn)
      return refusal(
        'before-last-move',
        `迁移日期早于上一次迁移（${state.movedOn}），请核实迁入日期；两次迁移应按先后登记。`,
        `The move lies before the last one, on ${state.movedOn}: look again on which day; moves are recorded in their order.`,
      );
    // A recheck or change under way goes along: tasks, clocks, postings and rounds go on at the new place.
    return [happened(context, 'townTransferred', move)];
  },
};
