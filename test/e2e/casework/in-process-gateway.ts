import type { CaseGateway } from '../../../api/commands/case-gateway.ts';
import { createCaseStore, type CaseStoreDeps } from '../../../activities/case-store.ts';
import type { CaseAnswer } from '../../../contracts/case.ts';
import { isRefusal, type Answer } from '../../../policy/lifecycle/context.ts';
import { nextDeadline } from '../../../policy/lifecycle/deadlines.ts';
import { decide } from '../../../policy/lifecycle/decide.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { strike } from '../../../policy/lifecycle/strikes.ts';
import type { CaseMessage } from '../../../contracts/case.ts';

/** Cases without Temporal: the same lifecycle and the same record, one message at a time, clocks before commands. */
export function inProcessGateway(deps: CaseStoreDeps): CaseGateway {
  const store = createCaseStore(deps);
  let last: Promise<unknown> = Promise.resolve();
  return {
    deliver({ caseId, message }) {
      const answer = last.then(() => carryOut(caseId, message));
      last = answer.catch(() => undefined);
      return answer;
    },
  };

  async function carryOut(caseId: string, message: CaseMessage): Promise<CaseAnswer> {
    const { command, at } = message;
    let { state } = await store.loadCase(caseId);
    const place = state ?? (command.type === 'draftApplication' ? command : undefined);
    if (!place) throw new Error(`Case ${caseId} is not in the record.`);
    const { law, version } = await store.loadLaw({ ...place, year: Number(at.slice(0, 4)) });

    const append = async (events: Answer, commandId?: string): Promise<CaseAnswer> => {
      if (isRefusal(events)) return { refused: events };
      const appended = await store.appendToCase({
        caseId,
        training: true,
        expectedSeq: state?.seq ?? 0,
        lawVersion: version,
        ...(commandId !== undefined && { commandId, bodyHash: message.bodyHash }),
        events,
      });
      if (appended.outcome === 'settled') return appended.answer;
      if (appended.outcome === 'refused') return { refused: appended.refusal };
      if (appended.outcome !== 'stored') throw new Error(`The record says ${appended.outcome}.`);
      ({ state } = await store.loadCase(caseId));
      return { seq: state?.seq ?? 0 };
    };

    for (let due = dueBy(state, at); state && due; due = dueBy(state, at)) await append(strike(state, due, law));
    return append(decide(state, message, law, caseId), message.commandId);
  }
}

const dueBy = (state: CaseState | undefined, at: string) => {
  const next = state && nextDeadline(state);
  return next && next.due <= at ? next : undefined;
};
