import { z } from 'zod';
import { newStaff, staffAction, staffOutcome, staffQuery, staffView } from '../../../contracts/http/staff.ts';
import { staffId } from '../../../contracts/http/values.ts';
import type { Staff } from '../../../prisma/generated/client.ts';
import { withReceipt } from '../../../prisma/repositories/receipts.ts';
import { addStaff, listStaff } from '../../../prisma/repositories/staff.ts';
import { withinDivision } from '../../access/divisions.ts';
import { actorOf } from '../../commands/actor.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { invalidField, refused } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { cutPage, keyInCursor, pageOf, pageQuery } from '../../schemas/page.ts';
import { changeStaff } from '../../staff/change-staff.ts';
import { postFault } from '../../staff/posts.ts';

const tags = ['staff'];
const permission = { roles: ['administrator'] as const };

/** One who leaves may have tasks in hundreds of cases. */
const TIME_LIMIT_MS = 5 * 60_000;

/** The register of staff, kept by administrators, each within their own division; every change is recorded with who made it. */
export const staffRoutes = (deps: AppDeps) =>
  resource('staff', (app) => {
    const { prisma, divisions } = deps;

    app.get(
      '/v1/staff',
      {
        config: { permission },
        schema: {
          tags,
          summary: '人员名册 The register of staff, those who have left included',
          querystring: pageQuery.extend(staffQuery),
          response: { 200: pageOf(staffView), ...problems(400, 401, 403, 503) },
        },
      },
      async ({ caller, query: { cursor, limit, role, active } }) => {
        const rows = await listStaff(prisma, {
          reach: caller.reach,
          role,
          active: active === undefined ? undefined : active === 'true',
          after: cursor === undefined ? undefined : keyInCursor(cursor),
          limit: limit + 1,
        });
        const page = cutPage(rows, limit, ({ id }) => id);
        return { items: page.items.map(viewOf), next: page.next };
      },
    );

    app.post(
      '/v1/staff',
      {
        config: { permission, acts: true },
        schema: {
          tags,
          summary: '登记人员 Add a member of staff; signing in belongs to the OIDC issuer',
          body: newStaff,
          response: { 201: staffView, ...problems(400, 401, 403, 409, 413, 415, 422, 503) },
        },
      },
      async ({ caller, commandId, bodyHash, body }, reply) => {
        const { staffId: id, role, division, displayName } = body;
        const fault = postFault(await divisions(), role, division);
        if (fault) throw invalidField('body', 'division', fault);
        if (!withinDivision(caller, division)) throw invalidField('body', 'division', notYours);
        const member = { id, role, divisionCode: division, displayName };
        await prisma.$transaction((tx) =>
          withReceipt(tx, commandId, bodyHash, async () => {
            if (!(await addStaff(tx, member, caller.staffId))) throw refused('staff-known', known, []);
            return { staffId: id };
          }),
        );
        return reply.code(201).send(viewOf({ ...member, active: true, deputyOf: null }));
      },
    );

    app.post(
      '/v1/staff/:id/actions',
      {
        config: { permission, acts: true, timeLimitMs: TIME_LIMIT_MS },
        schema: {
          tags,
          summary: '离岗移交、恢复、代理 Leaving with handing over, coming back, deputies',
          params: z.strictObject({ id: staffId }),
          body: staffAction,
          response: { 200: staffOutcome, ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503) },
        },
      },
      async (request) => {
        const { caller, params, body: action, commandId, bodyHash } = request;
        const actor = actorOf(request);
        const done = await changeStaff(deps, { staffId: params.id, action, caller, actor, commandId, bodyHash });
        return { ...viewOf(done.member), handedOver: done.handedOver, left: [...done.left] };
      },
    );
  });

const viewOf = ({ id, role, divisionCode, displayName, active, deputyOf }: Staff): z.output<typeof staffView> => ({
  staffId: id,
  role,
  division: divisionCode,
  displayName,
  active,
  deputyOf,
});

const notYours = { zh: '不在您的辖区内', en: 'Not within your division' };
const known = { zh: '该人员编号已登记', en: 'This id is on the register already' };
