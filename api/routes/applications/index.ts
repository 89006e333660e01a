import type { z } from 'zod';
import { applicationFiled, newApplication, type NewApplication } from '../../../contracts/http/application.ts';
import { trackingCode } from '../../../platform/tracking-code.ts';
import { dateOf } from '../../../policy/dates.ts';
import { contradictionsIn } from '../../../policy/eligibility/contradictions.ts';
import type { CommandOf } from '../../../policy/lifecycle/commands.ts';
import { readReceipt } from '../../../prisma/repositories/receipts.ts';
import { counter } from '../../access/case-roles.ts';
import { derivedId, keyedId } from '../../access/derived-id.ts';
import { intakePlace } from '../../access/intake-place.ts';
import { actorOf } from '../../commands/actor.ts';
import { assertReferences } from '../../commands/references.ts';
import { allowedActions, sendCommand } from '../../commands/send-command.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { contradictory, entryOf } from '../../problems/contradictions.ts';
import { problems } from '../../problems/schema.ts';
import { registerHousehold } from '../../register/register-household.ts';
import { draftOf, factsOf, peopleOn } from './household.ts';

/** Filing an application 登记申请. */
export const applicationRoutes = (deps: AppDeps) =>
  resource('applications', (app) => {
    app.post(
      '/v1/applications',
      {
        config: { permission: { roles: counter }, acts: true },
        schema: {
          tags: ['applications'],
          summary: '登记申请 Draft an application',
          description:
            '登记人员与账户（加密保存）并建立个案草稿；答复中的 personId 用于后续操作。Registers the people and the account (sealed) and drafts the case; later steps name people by the ids in the answer.',
          body: newApplication,
          response: { 201: applicationFiled, ...problems(400, 401, 403, 409, 413, 415, 422, 503) },
        },
      },
      async (request, reply) => {
        const actor = actorOf(request);
        const { body: form, commandId, bodyHash } = request;
        const { town, district } = await intakePlace(deps, request.caller, form.village);
        const { keyedHash } = deps.secrets;
        const caseId = derivedId('case', commandId);
        const accountId = form.account && keyedId(keyedHash, 'account', commandId, bodyHash);
        const filing = { applicationId: derivedId('application', commandId), town, district, accountId };
        const command = draftOf(form, filing, keyedHash);
        if ((await readReceipt(deps.prisma, commandId, bodyHash)) === undefined) await register(form, command);
        const { seq, state } = await sendCommand(deps, { caseId, commandId, bodyHash, command, actor });
        const agent = command.filedBy?.mandate === undefined ? undefined : command.filedBy.personId;
        const filed: z.output<typeof applicationFiled> = {
          caseId,
          applicationId: filing.applicationId,
          trackingCode: trackingCode(keyedHash, caseId),
          persons: command.facts.members.map(({ personId }, index) => ({ index, personId })),
          ...(accountId !== undefined && { accountId }),
          ...(agent !== undefined && { filedBy: agent }),
          seq,
          allowedActions: allowedActions(state, actor),
        };
        return reply.code(201).header('location', `/v1/cases/${caseId}`).send(filed);
      },
    );

    /** Everything that can be refused is, before people and account are registered and a run is started. */
    async function register(form: NewApplication, command: CommandOf<'draftApplication'>): Promise<void> {
      await assertReferences(deps, command);
      // Nobody on the form has an id that its writer knows: members are told by their place.
      const facts = factsOf(form, String);
      const contradictions = contradictionsIn(facts, dateOf(await deps.civilClock.now()));
      if (contradictions.length > 0) throw contradictory(contradictions.map((one) => entryOf(one, facts.members, '')));
      await registerHousehold(deps, peopleOn(form), accountOf(form, command));
    }
  });

/** The account on the form as the register takes it. */
function accountOf({ account }: NewApplication, { accountId, facts }: CommandOf<'draftApplication'>) {
  if (account === undefined || accountId === undefined) return undefined;
  const { holder, ...fields } = account;
  return { ...fields, id: accountId, holderId: facts.members[holder]?.personId ?? '' };
}
