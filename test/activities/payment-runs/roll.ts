import { randomInt, randomUUID } from 'node:crypto';
import { createPaymentRunActivities } from '../../../activities/payment-runs.ts';
import type { PaymentRunInput } from '../../../contracts/payment-run.ts';
import {
  type CivilInstant,
  civilInstant,
  firstDayOf,
  plainDate,
  type YearMonth,
  yearMonth,
} from '../../../policy/dates.ts';
import type { Actor, Role } from '../../../policy/lifecycle/actors.ts';
import type { RunCommand } from '../../../policy/payment-run/commands.ts';
import type { Programme } from '../../../policy/payment-run/programmes.ts';
import type { PrismaClient } from '../../../prisma/client.ts';

/** Every test takes a district of its own, so that tests may share a database. */
const someDistrict = (): string => String(randomInt(900_000, 999_999));

const dateOf = (month: YearMonth): Date => new Date(firstDayOf(month));

/** Spans as `[from, to, yuan]`; no `to` means open. */
export type Span = readonly [from: string, to: string | undefined, yuan: number];

/** One district's roll and its runs, driven as the workflow drives them. */
export class Roll {
  readonly district: string;
  readonly prisma: PrismaClient;
  readonly activities: ReturnType<typeof createPaymentRunActivities>;
  now: CivilInstant = civilInstant('2026-01-01T06:00:00');

  readonly programme: Programme;

  constructor(prisma: PrismaClient, programme: Programme = 'dibao', district = someDistrict()) {
    this.programme = programme;
    this.district = district;
    this.prisma = prisma;
    this.activities = createPaymentRunActivities({ prisma, now: () => this.now });
  }

  /** A case of the roll's programme with the right to the spans, and an account unless none is wanted. */
  async household(spans: readonly Span[], account: string | null = `account-${randomUUID()}`): Promise<string> {
    const id = randomUUID();
    await this.prisma.assistanceCase.create({
      data: {
        id,
        applicationId: randomUUID(),
        kind: this.programme,
        trackingHash: id,
        villageCode: `${this.district}001001`,
        townCode: `${this.district}001`,
        districtCode: this.district,
        stage: 'inPayment',
        headSeq: 1,
        headHash: '',
        state: {},
        payeeAccountId: account,
        openedOn: new Date(plainDate('2025-12-01')),
        updatedAt: new Date(plainDate('2025-12-01')),
      },
    });
    await this.grant(id, spans);
    return id;
  }

  /** Replaces the rights of a case, as a correction does. */
  async grant(
    caseId: string,
    spans: readonly Span[],
    decisionNo = 1,
    component: string = this.programme,
  ): Promise<void> {
    await this.prisma.grant.deleteMany({ where: { caseId, component } });
    await this.prisma.grant.createMany({
      data: spans.map(([from, to, yuan]) => ({
        caseId,
        component,
        fromMonth: dateOf(yearMonth(from)),
        toMonth: to === undefined ? null : dateOf(yearMonth(to)),
        amountFen: yuan * 100,
        decisionNo,
      })),
    });
  }

  /** The case gets another account, by whom (for whom, if a deputy), as its record says it. */
  async changeAccount(caseId: string, accountId: string, by: { staffId: string; onBehalfOf?: string }): Promise<void> {
    const seq = 1 + (await this.prisma.caseEvent.count({ where: { caseId } }));
    const data = { type: 'accountChanged', version: 1, at: this.now, by, data: { accountId } };
    await this.prisma.caseEvent.create({
      data: { caseId, seq, type: data.type, version: 1, at: this.now, actor: by.staffId, data, prevHash: '', hash: '' },
    });
    await this.prisma.assistanceCase.update({ where: { id: caseId }, data: { payeeAccountId: accountId } });
  }

  /** The household moves to another district's roll. */
  async move(caseId: string, to: Roll): Promise<void> {
    await this.prisma.assistanceCase.update({ where: { id: caseId }, data: { districtCode: to.district } });
  }

  async hold(caseId: string, from: string, to?: string): Promise<void> {
    const toMonth = to === undefined ? null : dateOf(yearMonth(to));
    await this.prisma.paymentHold.create({ data: { caseId, fromMonth: dateOf(yearMonth(from)), toMonth } });
  }

  release = (caseId: string) => this.prisma.paymentHold.deleteMany({ where: { caseId } });

  input = (month: string): PaymentRunInput => ({
    programme: this.programme,
    district: this.district,
    month: yearMonth(month),
    training: false,
  });

  runId = (month: string): string => `${this.programme}-${month}-${this.district}`;

  /** Draws the month's run up as its workflow does. */
  async drawUp(month: string, shards = 3) {
    const input = this.input(month);
    await this.activities.openPaymentRun(input);
    await Promise.all(
      Array.from({ length: shards }, (_, shard) => this.activities.drawUpPaymentShard(input, shard, shards)),
    );
    return this.activities.finishDrawingUp(input);
  }

  /** Gives a command, with a key of its own unless one is named. */
  async give(month: string, role: Role, command: RunCommand, by: { staffId?: string; commandId?: string } = {}) {
    const { staffId = role, commandId = randomUUID() } = by;
    const actor: Actor = { staffId, role, division: this.district };
    const message = { commandId, bodyHash: JSON.stringify(command), command, actor, at: this.now };
    return (await this.activities.applyPaymentCommand(this.runId(month), message)).answer;
  }

  /** Takes the run to the bank. */
  async toBank(month: string): Promise<void> {
    await this.give(month, 'districtOfficer', { type: 'check' });
    await this.give(month, 'districtApprover', { type: 'approve' });
    await this.give(month, 'districtOfficer', { type: 'sendToFinance' });
    await this.give(month, 'financeOfficer', { type: 'sendToBank' });
  }

  /** Takes the run to the bank and has every line of it arrive. */
  async pay(month: string): Promise<void> {
    await this.toBank(month);
    const sent = await this.prisma.paymentLine.findMany({ where: { runId: this.runId(month), status: 'sent' } });
    const lines = sent.map(({ id, attempt }) => ({ lineId: id, attempt, outcome: 'settled' as const }));
    if (lines.length > 0) await this.give(month, 'bank', { type: 'recordResults', lines });
  }

  /** The ledger of a case: `2026-01/1 regular 500 settled`. */
  async lines(caseId: string): Promise<string[]> {
    const orderBy = [{ benefitMonth: 'asc' as const }, { instalment: 'asc' as const }];
    const rows = await this.prisma.paymentLine.findMany({ where: { caseId }, orderBy });
    return rows.map(
      (row) =>
        `${row.benefitMonth.toISOString().slice(0, 7)}/${row.instalment} ${row.reason} ${row.amountFen / 100} ${row.status}`,
    );
  }

  async recoveries(caseId: string): Promise<string[]> {
    const orderBy = [{ benefitMonth: 'asc' as const }, { instalment: 'asc' as const }];
    const rows = await this.prisma.recovery.findMany({ where: { caseId }, orderBy });
    return rows.map((row) => `${row.benefitMonth.toISOString().slice(0, 7)}/${row.instalment} ${row.amountFen / 100}`);
  }

  /** Ids of the run's lines with their status. */
  runLines = (month: string) =>
    this.prisma.paymentLine.findMany({ where: { runId: this.runId(month) }, orderBy: { id: 'asc' } });
}
