import { z } from 'zod';
import {
  newPaymentRun,
  paymentLine,
  paymentLineQuery,
  paymentRunAction,
  paymentRunDetail,
  paymentRunOutcome,
  paymentRunQuery,
  paymentRunSummary,
} from '../../../contracts/http/payment-runs.ts';
import { parsePaymentRunId, paymentRunId } from '../../../contracts/ids.ts';
import { yearMonth } from '../../../policy/dates.ts';
import { allowedRunCommands } from '../../../policy/payment-run/decide.ts';
import type { Caller } from '../../access/caller.ts';
import { withinDivision } from '../../access/divisions.ts';
import { actorOf } from '../../commands/actor.ts';
import type { AppDeps } from '../../deps.ts';
import { advanceRun } from '../../payment-runs/advance-run.ts';
import { orderRun } from '../../payment-runs/order-run.ts';
import { resource } from '../../plugin.ts';
import { invalidField, notFound } from '../../problems/problem.ts';
import { findRun, listLines, listRuns } from '../../../prisma/repositories/payment-run-lists.ts';
import { readRun, stageFrom } from '../../../prisma/repositories/payment-runs.ts';
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
        const { cursor, limit, programme, month, district, stage } = query;
        const rows = await listRuns(prisma, {
          divisions: caller.reach.includes,
          month: month === undefined ? undefined : yearMonth(month),
          programme,
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
        const { run } = await runFor(caller, id);
        const after = cursor === undefined ? undefined : keyInCursor(cursor);
        const rows = await listLines(prisma, { runId: id, status, after, limit: limit + 1 });
        const page = cutPage(rows, limit, (line) => line.id);
        return { items: page.items.map((line) => lineOf(line, stageFrom(run.status), caller.role)), next: page.next };
      },
    );

    app.post(
      '/v1/payment-runs',
      {
        config: { permission: { roles: ['districtOfficer'] }, acts: true },
        schema: {
          tags,
          summary:
            '编制发放批次（每月一日自动编制；此处为手工） Have a run drawn up by hand; a Schedule does so each month',
          description:
            '已有批次时答复 200 及该批次；编制人不得再复核、审批、拨付。A run that is there already is answered with 200; whoever orders one takes none of the steps that want other persons.',
          body: newPaymentRun,
          response: {
            200: paymentRunSummary,
            201: paymentRunSummary,
            ...problems(400, 401, 403, 413, 415, 422, 503),
          },
        },
      },
      async (request, reply) => {
        const { caller, commandId, bodyHash, body } = request;
        if (body.district !== caller.divisionCode) throw invalidField('body', 'district', notYours);
        const key = { ...body, month: yearMonth(body.month) };
        const { isNew } = await orderRun(deps, { key, commandId, bodyHash, actor: actorOf(request) });
        const { run } = await runFor(caller, paymentRunId(key));
        return reply.code(isNew ? 201 : 200).send(summaryOf(run));
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

const notYours = { zh: '不是您所在的区', en: 'Not your own district' };
