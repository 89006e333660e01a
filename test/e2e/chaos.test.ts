import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { yearMonth } from '../../policy/dates.ts';
import { createPrisma, type PrismaClient } from '../../prisma/client.ts';
import { checkPayments } from '../../scripts/chaos/check-payments.ts';
import { checkCases, checkCommands, foldAll } from '../../scripts/chaos/check-record.ts';
import { figureLines, type Figure } from '../../scripts/chaos/figures.ts';
import { firstDay } from '../../scripts/chaos/lives.ts';
import { paidMonths } from '../../scripts/chaos/payroll.ts';
import { runChaos } from '../../scripts/chaos/run-chaos.ts';
import { startStack, type Stack } from '../../scripts/stack/start-stack.ts';

const seed = 20_260_701;
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'doudi-chaos-test-'));
const lines: string[] = [];
const report = (line: string) => void lines.push(line);
let stack: Stack;
let figures: Figure[];

beforeAll(async () => {
  stack = await startStack({
    dataDir,
    training: true,
    output: 'file',
    env: { DOUDI_TRAINING_START: firstDay },
    temporalCli: process.env['TEMPORAL_CLI'],
    report,
  });
  figures = await runChaos(stack, { cases: 8, kills: 4, seed, report });
}, 400_000);
afterAll(async () => {
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

test('eight cases reach their end while worker, API, Temporal and PostgreSQL are killed; nothing is lost, doubled or left hanging', () => {
  const wrong = figures.filter((figure) => figure.wrong.length > 0);
  expect(wrong.length === 0 ? '' : [...lines, ...figureLines(wrong)].join('\n')).toBe('');
});

test('every part was killed, requests were repeated and sent twice, and some commands were refused', () => {
  const valueOf = (what: string) => figures.find((figure) => figure.what === what)?.value ?? '';
  for (const part of ['Worker', 'API', 'Temporal', 'PostgreSQL'])
    expect(valueOf('parts killed with SIGKILL')).toContain(`${part} 1`);
  for (const what of ['requests repeated under their key', 'requests sent twice at once', 'commands refused'])
    expect(Number(valueOf(what))).toBeGreaterThan(0);
});

describe('the comparison notices', () => {
  let prisma: PrismaClient;
  beforeAll(() => {
    prisma = createPrisma(stack.urls.database, 2);
  });
  afterAll(() => prisma.$disconnect());

  const wrongIn = async (look: () => Promise<Figure[]>) =>
    (await look()).filter((figure) => figure.wrong.length > 0).map(({ what }) => what);

  test('a command acknowledged and not stored, one refused and stored, and one nobody was told of', async () => {
    const stored = await prisma.commandReceipt.findFirstOrThrow({ where: { caseId: { not: null } } });
    const gone = { path: '/v1/cases/x/actions', commandId: 'gone', told: { done: { seq: 1 } } };
    const refused = { path: '/v1/cases/x/actions', commandId: stored.commandId, told: { refused: 'wrong-stage' } };
    expect(await wrongIn(() => checkCommands(prisma, [gone, refused]))).toEqual([
      'acknowledged commands missing from the record',
      'refused commands that left something behind',
      'commands in the record that nobody was told of',
    ]);
  });

  test('a row that is not the fold of its events', async () => {
    const { id, headSeq } = await prisma.assistanceCase.findFirstOrThrow();
    await prisma.assistanceCase.update({ where: { id }, data: { headSeq: headSeq + 1 } });
    expect(await wrongIn(async () => checkCases(prisma, await foldAll(prisma)))).toEqual([
      'rows equal to the fold of their events',
    ]);
  });

  test('a month missed and a month paid twice', async () => {
    const paid = await prisma.paymentAttempt.findMany({ where: { status: 'settled', attempt: 1 }, take: 2 });
    const [missed, again] = paid.map(({ lineId }) => lineId);
    await prisma.paymentAttempt.updateMany({ where: { lineId: missed ?? '' }, data: { status: 'returned' } });
    await prisma.$executeRaw`
      WITH second AS (
        INSERT INTO payment_line (id, run_id, case_id, component, benefit_month, instalment, amount_fen, reason,
          decision_no, status, account_id, attempt)
        SELECT id || '-2', run_id, case_id, component, benefit_month, 2, amount_fen, 'difference', decision_no, 'settled',
          account_id, 1
        FROM payment_line WHERE id = ${again ?? ''}
        RETURNING id, account_id)
      INSERT INTO payment_attempt (line_id, attempt, account_id, status, sent_at, answered_at)
      SELECT id, 1, account_id, 'settled', '2026-08-03T09:00:00', '2026-08-03T09:00:00' FROM second`;
    const last = paidMonths.at(-1) ?? yearMonth('2026-12');
    expect(await wrongIn(async () => checkPayments(prisma, await foldAll(prisma), last))).toEqual([
      'months missed',
      'months paid twice or too much',
    ]);
  });
});
