import { heartbeat } from '@temporalio/activity';
import { paymentRunId } from '../contracts/ids.ts';
import type {
  PaymentRunAnswer,
  PaymentRunInput,
  PaymentRunMessage,
  PaymentRunOpened,
  PaymentRunView,
} from '../contracts/payment-run.ts';
import type { CivilInstant } from '../policy/dates.ts';
import { type Refusal, refusal } from '../policy/lifecycle/refusals.ts';
import { linesNamedBy } from '../policy/payment-run/commands.ts';
import { decideRun, drawnUp, escalateRun, moveRun, settledWhen } from '../policy/payment-run/decide.ts';
import type { PaymentRun } from '../policy/payment-run/run.ts';
import type { PrismaClient } from '../prisma/client.ts';
import type { Prisma } from '../prisma/generated/client.ts';
import { drawShard, type DrawnShard, type DrawShard, rollSize } from '../prisma/repositories/payment-draw.ts';
import { hasOpenLines, readLines, saveChanges, sendDueLines } from '../prisma/repositories/payment-lines.ts';
import { lockRun, openRun, readRun, saveRun, stageFrom } from '../prisma/repositories/payment-runs.ts';
import { ReceiptMismatch, withReceipt } from '../prisma/repositories/receipts.ts';
import { refusalOfConstraint } from './constraint-refusals.ts';

type Tx = Prisma.TransactionClient;

/** How often a shard says that its worker lives; the statement itself cannot. */
const HEARTBEAT_MS = 5_000;

/** A shard of so many cases takes about a second for three years of arrears, and a few milliseconds for a month. */
const CASES_A_SHARD = 2_000;
const MOST_SHARDS = 4;

export interface PaymentRunDeps {
  readonly prisma: PrismaClient;
  /** The server's civil time in Shanghai. */
  readonly now: () => CivilInstant;
}

/** Rolls the transaction back, receipt included, and comes out as an answer. */
class Refused extends Error {
  override name = 'Refused';
  readonly refusal: Refusal;

  constructor(why: Refusal) {
    super(why.code);
    this.refusal = why;
  }
}

/** What a run's workflow asks of the world. Each may be repeated: effects are found done, and drawn lines never drawn again. */
export function createPaymentRunActivities({ prisma, now }: PaymentRunDeps) {
  const view = (run: PaymentRun): PaymentRunView => ({
    runId: run.id,
    stage: run.stage,
    level: run.level,
    nextDue: run.nextDue,
    now: now(),
  });

  async function endDrawingUp(tx: Tx, input: PaymentRunInput): Promise<PaymentRun> {
    const before = await lockRun(tx, paymentRunId(input));
    const after = drawnUp(before, input.at ?? now(), !(await hasOpenLines(tx, before.id)));
    if (after !== before) await saveRun(tx, before, after);
    return after;
  }

  return {
    /**
     * Writes the row of a run if it is new, and says where the run stands, and in how many shards its roll is to be drawn up. With
     * nobody on the roll the drawing up ends at once.
     */
    async openPaymentRun(input: PaymentRunInput): Promise<PaymentRunOpened> {
      const { at = now(), training } = input;
      return prisma.$transaction(async (tx) => {
        await openRun(tx, input, { at, training });
        const run = await readRun(tx, paymentRunId(input));
        if (run.stage !== 'drawingUp') return view(run);
        const shards = Math.min(Math.ceil((await rollSize(tx, input)) / CASES_A_SHARD), MOST_SHARDS);
        return shards === 0 ? view(await endDrawingUp(tx, input)) : { ...view(run), shards };
      });
    },

    /** Draws up one shard of the roll, saying every five seconds that it is at it. */
    async drawUpPaymentShard(input: PaymentRunInput, shard: number, of: number): Promise<DrawnShard> {
      const alive = setInterval(heartbeat, HEARTBEAT_MS);
      try {
        const part: DrawShard = { runId: paymentRunId(input), shard, of };
        return await drawShard(prisma, part, input);
      } finally {
        clearInterval(alive);
      }
    },

    /** Ends the drawing up once every shard is done. */
    async finishDrawingUp(input: PaymentRunInput): Promise<PaymentRunView> {
      return prisma.$transaction(async (tx) => view(await endDrawingUp(tx, input)));
    },

    /** Moves a late step up, as often as limits have passed at `until`. */
    async escalatePaymentRun(runId: string, until: CivilInstant): Promise<PaymentRunView> {
      return prisma.$transaction(async (tx) => view(await escalateUntil(tx, await lockRun(tx, runId), until)));
    },

    /** Decides a command and stores effect, steps and receipt in one transaction. The first outcome is given again. */
    async applyPaymentCommand(
      runId: string,
      message: PaymentRunMessage,
    ): Promise<{ answer: PaymentRunAnswer; run: PaymentRunView }> {
      let answer: PaymentRunAnswer;
      try {
        const outcome = await prisma.$transaction((tx) =>
          withReceipt(tx, message.commandId, message.bodyHash, async () => ({
            runId,
            status: (await apply(tx, runId, message)).stage,
          })),
        );
        answer = answerFrom(outcome);
      } catch (error) {
        if (error instanceof Refused) answer = { refused: error.refusal };
        else if (error instanceof ReceiptMismatch) answer = { refused: keyReused };
        else {
          const refused = refusalOfConstraint(error);
          if (refused === undefined) throw error;
          answer = { refused };
        }
      }
      return { answer, run: view(await readRun(prisma, runId)) };
    },
  };
}

export type PaymentRunActivities = ReturnType<typeof createPaymentRunActivities>;

/** The receipt's outcome as it was given first. Throws if the key was given to something else than a run's command. */
function answerFrom(outcome: Prisma.JsonValue): PaymentRunAnswer {
  const status = typeof outcome === 'object' && outcome !== null && 'status' in outcome && outcome['status'];
  if (typeof status !== 'string') throw new Error('the receipt belongs to no command of a payment run');
  return { status: stageFrom(status) };
}

const keyReused = refusal('keyReused', '同一请求编号用于不同内容', 'the same key came with another body');

async function apply(tx: Tx, runId: string, message: PaymentRunMessage): Promise<PaymentRun> {
  const { command, actor, at, commandId } = message;
  const current = await escalateUntil(tx, await lockRun(tx, runId), at);
  const before = { ...current, lines: await readLines(tx, runId, linesNamedBy(command)) };
  const outcome = decideRun(before, command, actor, at);
  if ('refused' in outcome) throw new Refused(outcome.refused);
  const { decided } = outcome;
  await saveChanges(tx, decided.changes, decided.at);
  if (decided.sendsDueLines) await sendDueLines(tx, runId, decided.at);
  const after = settledWhen(moveRun(before, decided), !(await hasOpenLines(tx, runId)));
  const note = 'note' in command ? command.note : 'ground' in command ? command.ground : undefined;
  await saveRun(tx, before, after, { actor, commandId, ...(note === undefined ? {} : { note }) });
  return after;
}

async function escalateUntil(tx: Tx, before: PaymentRun, until: CivilInstant): Promise<PaymentRun> {
  let after: PaymentRun = before;
  for (let next = escalateRun(after, until); next !== after; next = escalateRun(after, until)) after = next;
  if (after !== before) await saveRun(tx, before, after);
  return after;
}
