import { proxyActivities, proxyLocalActivities, setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { PaymentRunActivities } from '../../activities/payment-runs.ts';
import { paymentRunId } from '../../contracts/ids.ts';
import type {
  PaymentRunAnswer,
  PaymentRunInput,
  PaymentRunMessage,
  PaymentRunOpened,
  PaymentRunView,
} from '../../contracts/payment-run.ts';
import { caseKind, caseStage, division, dueDate, stuckReason } from '../../contracts/search-attributes.ts';
import { addDays, type CivilInstant, dateOf } from '../../policy/dates.ts';
import { runCommands } from '../../policy/payment-run/commands.ts';
import { responsibleRole } from '../../policy/payment-run/deadlines.ts';
import { runStages } from '../../policy/payment-run/stages.ts';
import { batch, database } from '../activity-options.ts';
import { untilStored } from '../until-stored.ts';

const store = proxyLocalActivities<PaymentRunActivities>(database);
const said = (summary: string) => ({ ...database, summary });
const opening = said('登记批次 / open the run');
const finishing = said('编制完毕 / drawing up ends');
const escalating = said('期限届满，督办上移一级 / limits passed: the next level is told');
const applying = ({ command: { type } }: PaymentRunMessage) =>
  said(Object.hasOwn(runCommands, type) ? `${runCommands[type].zh} / ${runCommands[type].en}` : type);
const { drawUpPaymentShard } = proxyActivities<PaymentRunActivities>({
  ...batch,
  // Then `untilStored` says that the run is stuck, and goes on.
  retry: { ...batch.retry, maximumAttempts: 5 },
  summary: '编制发放明细 / draw up a shard',
});

/** Parts the roll was drawn up in before the record said how many: such runs may still be replayed. */
const SHARDS_BEFORE = 4;

/** The run's side of the record in PostgreSQL: each call comes back once it is stored, however long that takes. */
export class PaymentRunRecord {
  /** What the record said last; undefined before it was read. */
  known: PaymentRunView | undefined;
  readonly #input: PaymentRunInput;
  #stuck: string | undefined;

  constructor(input: PaymentRunInput) {
    this.#input = input;
  }

  open(): Promise<PaymentRunOpened> {
    return this.#stored(() => store.openPaymentRun.executeWithOptions(opening, [this.#input]));
  }

  /** Every shard, then the end of the drawing up. After an interruption all are drawn again, and find their lines there. */
  async drawUp({ shards = SHARDS_BEFORE }: PaymentRunOpened): Promise<PaymentRunView> {
    await Promise.all(
      Array.from({ length: shards }, (_, shard) =>
        untilStored(() => drawUpPaymentShard(this.#input, shard, shards), this.#onStuck),
      ),
    );
    return this.#stored(() => store.finishDrawingUp.executeWithOptions(finishing, [this.#input]));
  }

  async apply(message: PaymentRunMessage): Promise<{ answer: PaymentRunAnswer; run: PaymentRunView }> {
    const applied = await untilStored(
      () => store.applyPaymentCommand.executeWithOptions(applying(message), [paymentRunId(this.#input), message]),
      this.#onStuck,
    );
    this.#show(applied.run);
    return applied;
  }

  escalate(until: CivilInstant): Promise<PaymentRunView> {
    return this.#stored(() =>
      store.escalatePaymentRun.executeWithOptions(escalating, [paymentRunId(this.#input), until]),
    );
  }

  async #stored<V extends PaymentRunView>(attempt: () => Promise<V>): Promise<V> {
    const run = await untilStored(attempt, this.#onStuck);
    this.#show(run);
    return run;
  }

  readonly #onStuck = (reason: string | undefined): void => {
    if (reason === this.#stuck) return;
    this.#stuck = reason;
    upsertSearchAttributes([{ key: stuckReason, value: reason ?? null }]);
  };

  /** What administrators see in the Temporal UI; search attributes only when they change, since each costs an event. */
  #show(run: PaymentRunView): void {
    const { known } = this;
    this.known = run;
    if (known?.stage === run.stage && known.nextDue === run.nextDue && known.level === run.level) return;
    const lastDay = run.nextDue === undefined ? null : addDays(dateOf(run.nextDue), -1);
    const { district } = this.#input;
    upsertSearchAttributes([
      ...(known === undefined
        ? [
            { key: caseKind, value: 'paymentRun' },
            { key: division, value: district },
          ]
        : []),
      { key: caseStage, value: run.stage },
      { key: dueDate, value: lastDay },
    ]);
    const { zh, en } = runStages[run.stage];
    const role = responsibleRole(run.stage, 0);
    const supervisor = responsibleRole(run.stage, run.level);
    setCurrentDetails(
      [
        `发放批次 / payment run ${run.runId} · **${zh} / ${en}**\n`,
        ...(lastDay === null ? [] : [`- **期限 limit**: ${lastDay}`]),
        ...(role === undefined ? [] : [`- **待办 to do**: ${role} ${district}`]),
        ...(supervisor === undefined || supervisor === role ? [] : [`- **督办 seen to by**: ${supervisor}`]),
      ].join('\n'),
    );
  }
}
