import { account, newAccount, newPerson, registeredPerson } from '../../../contracts/http/register.ts';
import { dateOf } from '../../../policy/dates.ts';
import { parseIdentityNumber } from '../../../policy/identity-number.ts';
import { maskAccount } from '../../../policy/masking.ts';
import { registerAccount } from '../../../prisma/repositories/accounts.ts';
import { withReceipt } from '../../../prisma/repositories/receipts.ts';
import { findNamed } from '../../../prisma/repositories/references.ts';
import { counter } from '../../access/case-roles.ts';
import { keyedId } from '../../access/derived-id.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { invalidField } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { registerHousehold } from '../../register/register-household.ts';

const common = { config: { permission: { roles: counter }, acts: true } };

/** The register of persons and of the accounts they are paid to. */
export const registerRoutes = (deps: AppDeps) =>
  resource('register', (app) => {
    const { prisma, secrets, civilClock } = deps;

    app.post(
      '/v1/persons',
      {
        ...common,
        schema: {
          tags: ['register'],
          summary:
            '登记人员（新增成员、监护人、代理人、赡养人） Register a person: new member, guardian, agent, supporter',
          body: newPerson,
          response: { 201: registeredPerson, ...problems(400, 401, 403, 413, 415, 422, 503) },
        },
      },
      async (request, reply) => {
        const { name, identityNumber } = request.body;
        const parsed = parseIdentityNumber(identityNumber, dateOf(await civilClock.now()));
        if (!parsed.ok) throw invalidField('body', 'identityNumber', parsed.faults[0] ?? unreadable);
        const { number, birthDate, sex } = parsed;
        const { commandId, bodyHash } = request;
        const person = { name, identityNumber: number, birthDate, sex };
        const [personId = ''] = await registerHousehold(deps, [{ field: '', person }]);
        const answer = { personId, birthDate, sex };
        await prisma.$transaction((tx) => withReceipt(tx, commandId, bodyHash, () => Promise.resolve(answer)));
        return reply.code(201).send(answer);
      },
    );

    app.post(
      '/v1/accounts',
      {
        ...common,
        schema: {
          tags: ['register'],
          summary: '登记发放账户 Register an account to pay to',
          body: newAccount,
          response: { 201: account, ...problems(400, 401, 403, 413, 415, 422, 503) },
        },
      },
      async (request, reply) => {
        const { commandId, bodyHash, body } = request;
        const known = await findNamed(prisma, { files: [], persons: [body.holderId], staff: [], accounts: [] });
        if (!known.birthDates.has(body.holderId)) throw invalidField('body', 'holderId', noSuchPerson);
        const accountId = keyedId(secrets.keyedHash, 'account', commandId, bodyHash);
        const { number, ...shown } = body;
        const answer = { accountId, ...shown, number: maskAccount(number) };
        await prisma.$transaction((tx) =>
          withReceipt(tx, commandId, bodyHash, async () => {
            await registerAccount(tx, secrets.sealer, { ...body, id: accountId });
            return answer;
          }),
        );
        return reply.code(201).send(answer);
      },
    );
  });

const unreadable = { zh: '身份证号有误', en: 'Not an identity number' };
const noSuchPerson = { zh: '登记簿中无此人', en: 'No such person in the register' };
