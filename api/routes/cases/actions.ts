import { z } from 'zod';
import { caseAction } from '../../../contracts/http/actions.ts';
import { actionOutcome } from '../../../contracts/http/case.ts';
import { id, staffId } from '../../../contracts/http/values.ts';
import { caseActors } from '../../access/case-roles.ts';
import { actorOf, ON_BEHALF_OF } from '../../commands/actor.ts';
import { assertReferences } from '../../commands/references.ts';
import { assertRole, sendCommand } from '../../commands/send-command.ts';
import type { AppDeps } from '../../deps.ts';
import { actHeaders } from '../../plugins/app/idempotency.ts';
import { resource } from '../../plugin.ts';
import { problems } from '../../problems/schema.ts';
import { outcomeOf } from '../../views/case.ts';
import { dayOf } from '../../views/day.ts';

const headers = actHeaders.extend({
  [ON_BEHALF_OF]: staffId
    .optional()
    .meta({ description: '代理时填写被代理人编号 As a deputy: the colleague acted for, as registered' }),
});

/** What staff do with a case. */
export const caseActionRoutes = (deps: AppDeps) =>
  resource('case-actions', (app) => {
    app.post(
      '/v1/cases/:id/actions',
      {
        config: { permission: { roles: caseActors }, acts: true },
        schema: {
          tags: ['cases'],
          summary: '办理一步 Take a step in a case',
          description:
            '`type` 决定字段；不允许时答复 409 并列出可办操作。`type` selects the fields; a step that the case refuses is answered with 409, the reason, and what is allowed.',
          params: z.strictObject({ id }),
          headers,
          body: caseAction,
          response: { 200: actionOutcome, ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503) },
        },
      },
      async (request) => {
        const actor = actorOf(request);
        const { params, body: command, commandId, bodyHash } = request;
        assertRole(actor, command.type);
        await assertReferences(deps, command, { caseId: params.id, actor });
        const done = await sendCommand(deps, { caseId: params.id, commandId, bodyHash, command, actor });
        return outcomeOf(done, actor, await dayOf(deps));
      },
    );
  });
