import { paymentRunWorkflowId } from '../../contracts/ids.ts';
import { paymentRunStart } from '../../contracts/payment-run-start.ts';
import { type PaymentRunInput, paymentRunWorkflow } from '../../contracts/payment-run.ts';
import type { CivilInstant, YearMonth } from '../../policy/dates.ts';
import type { Programme } from '../../policy/payment-run/programmes.ts';
import type { Sides } from './case-runs.ts';
import { gather, type Difference } from './difference.ts';
import { endWorkflow, runningOf, statusOf, statusWords, type Running } from './running.ts';

interface RunRow {
  readonly programme: Programme;
  readonly month: YearMonth;
  readonly district: string;
  readonly stage: string;
  readonly training: boolean;
  readonly at: CivilInstant;
}

const AT_A_TIME = 20;

/** Compares the payment runs of the record that are not settled with the running workflows. */
export async function comparePaymentRuns(sides: Sides): Promise<Difference[]> {
  const running = await runningOf(sides.client, paymentRunWorkflow);
  const rows = await sides.prisma.$queryRaw<RunRow[]>`
    SELECT programme, to_char(month, 'YYYY-MM') AS month, district_code AS district, status AS stage, training, at
    FROM payment_run WHERE status <> 'settled' ORDER BY id`;
  return gather(rows, AT_A_TIME, (row) => compareOne(sides, row, running.get(paymentRunWorkflowId(row))));
}

async function compareOne(sides: Sides, row: RunRow, run: Running | undefined): Promise<Difference[]> {
  const about = paymentRunWorkflowId(row);
  const start = { words: 'start it from the record', apply: () => startRun(sides, row) };
  if (!run) {
    const status = await statusOf(sides.client, about);
    if (status === 'RUNNING') return [];
    return [
      { about, words: `The record says "${row.stage}", but the payment run ${statusWords(status)}.`, remedy: start },
    ];
  }
  if (run.stuck !== undefined) return [{ about, words: `It does not go on: ${run.stuck}.` }];
  // A run shows its stage only once it is drawn up.
  const differs = row.stage !== 'drawingUp' && run.stage !== row.stage && (await stageNow(sides, row)) === row.stage;
  if (!differs) return [];
  const words = `The record says "${row.stage}", its workflow "${run.stage ?? 'nothing'}".`;
  const anew = {
    words: 'start it anew from the record',
    apply: () => endWorkflow(sides.client, about).then(start.apply),
  };
  return [{ about, words, remedy: anew }];
}

async function stageNow({ prisma }: Sides, { programme, month, district }: RunRow): Promise<string | undefined> {
  const row = await prisma.paymentRun.findFirst({
    where: { programme, month: new Date(`${month}-01`), districtCode: district },
  });
  return row?.status;
}

async function startRun(
  { client, taskQueue }: Sides,
  { programme, month, district, training, at }: RunRow,
): Promise<void> {
  const input: PaymentRunInput = { programme, month, district, training, ...(training && { at }) };
  await client.workflow.start(paymentRunWorkflow, paymentRunStart(input, taskQueue));
}
