import { z } from 'zod';
import { paymentLine, paymentRunDetail, paymentRunOutcome } from '../../contracts/http/payment-runs.ts';
import { paymentRunId } from '../../contracts/ids.ts';
import type { YearMonth } from '../../policy/dates.ts';
import type { RunCommand } from '../../policy/payment-run/commands.ts';
import type { ApiClient } from './api-client.ts';
import type { StaffOfPlace } from './staff.ts';

export type PaymentLine = z.output<typeof paymentLine>;

const page = z.object({ items: z.array(paymentLine), next: z.string().nullable() });

/** A district's monthly payment run walked through the API by the persons whose step it is. */
export class PaymentWalk {
  readonly #api: ApiClient;
  readonly #staff: StaffOfPlace;
  readonly #district: string;

  constructor(api: ApiClient, staff: StaffOfPlace, district: string) {
    this.#api = api;
    this.#staff = staff;
    this.#district = district;
  }

  #path(month: YearMonth): string {
    return `/v1/payment-runs/${paymentRunId({ programme: 'dibao', month, district: this.#district })}`;
  }

  run(month: YearMonth): Promise<z.output<typeof paymentRunDetail>> {
    return this.#api.asStaff(this.#staff.officer).get(this.#path(month), paymentRunDetail);
  }

  /** Every line of the run, as the district sees it. */
  async lines(month: YearMonth): Promise<PaymentLine[]> {
    const lines: PaymentLine[] = [];
    for (let cursor = ''; ;) {
      const path = `${this.#path(month)}/lines?limit=200${cursor && `&cursor=${cursor}`}`;
      const part = await this.#api.asStaff(this.#staff.officer).get(path, page);
      lines.push(...part.items);
      if (part.next === null) return lines;
      cursor = part.next;
    }
  }

  act(staffId: string, month: YearMonth, command: RunCommand, key?: string) {
    return this.#api.asStaff(staffId).post(`${this.#path(month)}/actions`, command, paymentRunOutcome, key);
  }

  /** Four persons take the run from drawn up to the bank. */
  async send(month: YearMonth): Promise<void> {
    const { officer, otherOfficer, districtApprover, finance } = this.#staff;
    await this.act(officer, month, { type: 'check' });
    await this.act(districtApprover, month, { type: 'approve' });
    await this.act(otherOfficer, month, { type: 'sendToFinance' });
    await this.act(finance, month, { type: 'sendToBank' });
  }

  /** The bank answers for every transfer under way: all arrived, or all came back for `returned`. */
  async settle(month: YearMonth, returned?: string): Promise<PaymentLine[]> {
    const sent = (await this.lines(month)).filter((line) => line.status === 'sent');
    const outcome =
      returned === undefined ? { outcome: 'settled' as const } : { outcome: 'returned' as const, reason: returned };
    const lines = sent.map(({ id, attempt }) => ({ lineId: id, attempt, ...outcome }));
    if (lines.length > 0) await this.act(this.#staff.bank, month, { type: 'recordResults', lines });
    return this.lines(month);
  }

  /** A whole month: checked, approved, sent, settled. */
  async pay(month: YearMonth): Promise<PaymentLine[]> {
    await this.send(month);
    return this.settle(month);
  }
}
