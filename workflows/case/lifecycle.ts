import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import {
  advanceCase,
  advanceCaseTo,
  caseRunView,
  lawChanged,
  type CaseInput,
  type CaseMessage,
} from '../../contracts/case.ts';
import type { CivilInstant } from '../../policy/dates.ts';
import { refusedAtOnce } from '../../policy/lifecycle/decide.ts';
import { RunTooLong } from '../until-stored.ts';
import { Alarm } from './alarm.ts';
import { CaseRun } from './case-run.ts';
import { Inbox, type Letter } from './inbox.ts';

/**
 * The life of a case 个案, from application to exit: carries out what staff command and lets clocks strike, one at a time, until
 * the case is over. What each step means is in `policy/lifecycle`; where it is stored, in `activities/case-store`.
 * A Cancel from outside changes nothing: withdrawal is a command.
 */
export async function caseLifecycle(input: CaseInput): Promise<void> {
  const inbox = new Inbox();
  const run = new CaseRun(input);

  setHandler(advanceCase, (message) => inbox.command(message), {
    validator: (message: CaseMessage) => {
      if (inbox.size === 0) refuseEarly(run, message);
    },
  });
  setHandler(advanceCaseTo, (to) => inbox.advance(to), {
    validator: (_to: CivilInstant) => {
      if (!input.training) throw ApplicationFailure.nonRetryable('Civil time moves by the clock here.', 'NotTraining');
    },
  });
  setHandler(lawChanged, (change) => {
    inbox.lawChanged(change);
  });
  setHandler(caseRunView, () => run.view(inbox.size));

  await CancellationScope.nonCancellable(() => live(input, inbox, run));
}

async function live(input: CaseInput, inbox: Inbox, run: CaseRun): Promise<void> {
  try {
    await serve(input, inbox, run);
  } catch (error) {
    if (!(error instanceof RunTooLong)) throw error;
    inbox.failAll(
      ApplicationFailure.retryable('The record is away; repeat the command with its key.', 'OutcomeUnknown'),
    );
    await condition(allHandlersFinished);
    await continueAsNew<typeof caseLifecycle>(input);
  }
  if (!run.isOver) await continueAsNew<typeof caseLifecycle>(input);
}

/** Comes back when the run has nothing left to do, or has become too long or too old. */
async function serve(input: CaseInput, inbox: Inbox, run: CaseRun): Promise<void> {
  const alarm = new Alarm();
  await run.load();
  for (;;) {
    if (inbox.size === 0 && (run.isOver || run.isOld || workflowInfo().continueAsNewSuggested)) {
      // A command may come in before the last answers have gone out.
      await condition(() => inbox.size > 0 || allHandlersFinished());
      if (inbox.first() === undefined) return;
    }
    if (!input.training) alarm.set(run.nextWake);
    await condition(() => inbox.size > 0 || alarm.hasStruck);
    const letter = inbox.first();
    if (letter) {
      await answer(run, letter);
      inbox.done();
    } else if (run.nextDue !== undefined && run.nextDue === run.nextWake.at) {
      await run.strikeUpTo(run.nextDue);
    }
  }
}

async function answer(run: CaseRun, letter: Letter): Promise<void> {
  switch (letter.kind) {
    case 'command':
      letter.answer(await run.carryOut(letter.message));
      return;
    case 'advance':
      await run.strikeUpTo(letter.to);
      letter.answer(run.nextDue === undefined ? {} : { nextDue: run.nextDue });
      return;
    case 'lawChanged':
      await run.recount(letter.change);
  }
}

/**
 * Refuses what the case cannot take now, before anything is written to its history. Clocks that are due may yet change that, as may
 * what waits in the inbox.
 */
function refuseEarly(run: CaseRun, message: CaseMessage): void {
  const { state, nextDue } = run;
  if (!state || (nextDue !== undefined && nextDue <= message.at) || run.knows(message.commandId)) return;
  if (message.command.type === 'draftApplication') return;
  const refused = refusedAtOnce(state, message.actor, message.command.type);
  if (refused) throw ApplicationFailure.nonRetryable(refused.code, 'Refused', refused);
}
