import { z } from 'zod';
import {
  paymentLine,
  paymentLineQuery,
  paymentRunAction,
  paymentRunDetail,
  paymentRunOutcome,
  paymentRunQuery,
  paymentRunSummary,
} from '../../../contracts/http/payment-runs.ts';
import { parsePaymentRunId } from '../../../contracts/ids.ts';
import { yearMonth } from '../../../policy/dates.ts';
import { allowedRunCommands } from '../../../policy/payment-run/decide.ts';
import type { Caller } from '../../access/caller.ts';
import { withinDivision } from '../../access/divisions.ts';
import { actorOf } from '../../commands/actor.ts';
import type { AppDeps } from '../../deps.ts';
import { advanceRun } from '../../payment-runs/advance-run.ts';
import { resource } from '../../plugin.ts';
import { notFound } from '../../problems/problem.ts';
import { findRun, listLines, listRuns } from '../../../prisma/repositories/payment-run-lists.ts';
import { readRun } from '../../../prisma/repositories/payment-runs.ts';
import { problems } from '../../problems/schema.ts';
import { cutPage, keyInCursor, pageOf, pageQuery } from '../../schemas/page.ts';
import { detailOf, lineOf, summaryOf } from './views.ts';

const readers = ['districtOfficer', 'districtApprover', 'financeOfficer', 'bank', 'cityBureau', 'auditor'] as const;
const actors = ['districtOfficer', 'districtApprover', 'financeOfficer', 'bank'] as const;

const params = z.strictObject({ id: z.string().regex(/^[A-Za-z]+-\d{4}-\d{2}-\d{6}$/) });
const tags = ['payment runs'];

/** Monthly payment runs 发放批次: who has drawn up, checked, approved, sent and settled what. */
export const paymentRunsRoutes = (deps: AppDeps) =>
  resource('payment-runs', (app) => {
    const { prisma } = deps;
    /** A run outside the caller's division is none. */
    const runFor = async (caller: Caller, id: string) => {
      const found = await findRun(prisma, id);
      if (found === null || !withinDivision(caller, found.run.districtCode)) throw notFound();
      return found;
    };

    app.get(
      '/v1/payment-runs',
      {
        config: { permission: { roles: readers } },
        schema: {
          tags,
          summary: '发放批次 Payment runs, the latest month first',
          querystring: pageQuery.extend(paymentRunQuery),
          response: { 200: pageOf(paymentRunSummary), ...problems(400, 401, 403, 503) },
        },
      },
      async ({ caller, query }) => {
        const { cursor, limit, month, district, stage } = query;
        const rows = await listRuns(prisma, {
          divisions: caller.reach.includes,
          month: month === undefined ? undefined : yearMonth(month),
          district,
          stage,
          after: cursor === undefined ? undefined : keyInCursor(cursor),
          limit: limit + 1,
        });
        const page = cutPage(rows, limit, (run) => run.id);
        return { items: page.items.map(summaryOf), next: page.next };
      },
    );

    app.get(
      '/v1/payment-runs/:id',
      {
        config: { permission: { roles: readers } },
        schema: {
          tags,
          summary: '一个发放批次 One payment run, with its steps and what the caller may do',
          params,
          response: { 200: paymentRunDetail, ...problems(400, 401, 403, 404, 503) },
        },
      },
      async (request) => {
        const { caller, params } = request;
        const found = await runFor(caller, params.id);
        const allowed = allowedRunCommands(await readRun(prisma, params.id), actorOf(request));
        return detailOf(found, allowed, caller.role);
      },
    );

    app.get(
      '/v1/payment-runs/:id/lines',
      {
        config: { permission: { roles: readers } },
        schema: {
          tags,
          summary: '发放明细 Lines of a run, accounts masked',
          params,
          querystring: pageQuery.extend(paymentLineQuery),
          response: { 200: pageOf(paymentLine), ...problems(400, 401, 403, 404, 503) },
        },
      },
      async ({ caller, params: { id }, query: { cursor, limit, status } }) => {
        await runFor(caller, id);
        const after = cursor === undefined ? undefined : keyInCursor(cursor);
        const rows = await listLines(prisma, { runId: id, status, after, limit: limit + 1 });
        const page = cutPage(rows, limit, (line) => line.id);
        return { items: page.items.map((line) => lineOf(line, caller.role)), next: page.next };
      },
    );

    app.post(
      '/v1/payment-runs/:id/actions',
      {
        config: { permission: { roles: actors }, acts: true },
        schema: {
          tags,
          summary: '办理发放批次 Check, approve, send, record results, pay again, cancel',
          params,
          body: paymentRunAction,
          response: { 200: paymentRunOutcome, ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
        },
      },
      async (request) => {
        const { caller, params, body: command, commandId, bodyHash } = request;
        const key = parsePaymentRunId(params.id);
        await runFor(caller, params.id);
        if (key === undefined) throw notFound();
        return { stage: await advanceRun(deps, { key, command, commandId, bodyHash, actor: actorOf(request) }) };
      },
    );
  });
