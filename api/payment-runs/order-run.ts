import { type PaymentRunKey, paymentRunId } from '../../contracts/ids.ts';
import { dateOf, monthOf, type CivilInstant } from '../../policy/dates.ts';
import type { Actor } from '../../policy/lifecycle/actors.ts';
import { openRun, readRun } from '../../prisma/repositories/payment-runs.ts';
import { withReceipt } from '../../prisma/repositories/receipts.ts';
import type { AppDeps } from '../deps.ts';
import { invalidField } from '../problems/problem.ts';

export type OrderDeps = Pick<AppDeps, 'prisma' | 'paymentRuns' | 'civilClock' | 'training'>;

/** A run that somebody asks to be drawn up. */
export interface RunOrder {
  readonly key: PaymentRunKey;
  readonly commandId: string;
  readonly bodyHash: string;
  readonly actor: Actor;
}

/**
 * Has a run drawn up by hand. The order is in the record first: whoever gave it takes no other of the separate steps, and a
 * start that was lost is made up for by the same key, by anybody's order or by reconciliation. One run a programme, month and
 * district: a second order finds the first run and changes nothing.
 * @returns whether the run is new
 * @throws Problem for a month that lies ahead; ReceiptMismatch for another body under the same key; errors of database and
 * Temporal when the outcome is not known
 */
export function orderRun(deps: OrderDeps, { key, commandId, bodyHash, actor }: RunOrder): Promise<{ isNew: boolean }> {
  const { prisma, paymentRuns, civilClock } = deps;
  const training = deps.training !== undefined;
  const id = paymentRunId(key);
  return civilClock.during(async (at) => {
    if (key.month > monthNow(at)) throw invalidField('body', 'month', ahead);
    const first = await prisma.$transaction((tx) =>
      withReceipt(tx, commandId, bodyHash, async () => ({
        runId: id,
        isNew: await openRun(tx, key, { at, training, orderedBy: actor }),
      })),
    );
    if ((await readRun(prisma, id)).stage === 'drawingUp')
      await paymentRuns.start({ ...key, training, ...(training && { at }) });
    return { isNew: typeof first === 'object' && first !== null && 'isNew' in first && first['isNew'] === true };
  });
}

const monthNow = (at: CivilInstant) => monthOf(dateOf(at));

const ahead = {
  zh: '不得编制以后月份的批次',
  en: 'A run is not drawn up for a month that lies ahead',
};
