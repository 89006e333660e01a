import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { caseStart } from '../../../contracts/case-start.ts';
import { caseWorkflowId } from '../../../contracts/ids.ts';
import { civilInstant } from '../../../policy/dates.ts';
import { Life } from '../../../scripts/demo/life.ts';
import { Timeline } from '../../../scripts/demo/timeline.ts';
import type { Stack } from '../../../scripts/stack/start-stack.ts';
import type { ApiClient } from '../../../scripts/walk/api-client.ts';
import { CaseWalk } from '../../../scripts/walk/case-walk.ts';
import { inventedFamily, syntheticNumber } from '../../../scripts/walk/household.ts';
import { mengheTown } from '../../../scripts/walk/staff.ts';
import type { Secret } from './spoor.ts';

const first = inventedFamily(mengheTown.village);
const second = inventedFamily(mengheTown.village, 1);
const relative = { name: '卫听澜', identityNumber: syntheticNumber('1960-02-29', 901) };
const objector = { name: '钱多问', phone: '0519-85680000' };

/** Whom and what the households are known by: kept in clear nowhere, not even in the record. */
export const identities = (trackingCode: string): Secret[] => [
  ...[first, second].flatMap((form, family) => [
    ...form.members.flatMap(({ name, identityNumber }, member) => [
      { what: `name of member ${member} of family ${family}`, text: name },
      { what: `identity number of member ${member} of family ${family}`, text: identityNumber },
    ]),
    { what: `account of family ${family}`, text: form.account?.number ?? '' },
  ]),
  { what: 'name of a person registered by itself', text: relative.name },
  { what: 'identity number of a person registered by itself', text: relative.identityNumber },
  { what: 'name of the objector', text: objector.name },
  { what: 'phone of the objector', text: objector.phone },
  { what: 'what the objector said', text: '该户有经营收入。' },
  { what: 'tracking code', text: trackingCode },
];

/**
 * Families through HTTP: one to its first payment with an objection on the way, while PostgreSQL is killed; one that stays, whose
 * run waits by a timer as in production. And requests that carry identity numbers where none belong.
 */
export async function throughHttp(stack: Stack, api: ApiClient, client: Client, taskQueue: string) {
  const life = new Life(api, new Timeline(() => undefined), civilInstant('2023-09-04T09:00:00'));
  const { staff } = life.case;
  await life.apply();
  stack.parts.postgres.kill('SIGKILL');
  await life.payUntil('2023-10');
  await api.asStaff(staff.worker).post('/v1/persons', relative, z.looseObject({ personId: z.string() }));

  const waiting = new CaseWalk(api, mengheTown);
  const identityNumber = second.members[0]?.identityNumber ?? '';
  await waiting.apply(second, `apply-${identityNumber}`);
  await waiting.authorise();
  await misplaced(stack.urls.api, identityNumber);
  await client.workflow.getHandle(caseWorkflowId(waiting.caseId)).terminate('to be started as in production');
  const { stage, kind, town } = await waiting.state();
  await client.workflow.start(
    'caseLifecycle',
    caseStart({ caseId: waiting.caseId, training: false }, taskQueue, { stage, kind, town }),
  );
  await sleep(2_000);
  return { paid: life.case, waiting };
}

/** What a hasty client might do: an identity number as id, query, header, user agent, wrong field. */
async function misplaced(url: string, identityNumber: string): Promise<void> {
  const headers = { 'user-agent': identityNumber, 'x-request-id': identityNumber, 'idempotency-key': identityNumber };
  const json = { ...headers, 'content-type': 'application/json' };
  const answers = await Promise.all([
    fetch(`${url}/v1/cases/${identityNumber}`, { headers }),
    fetch(`${url}/v1/cases?stage=${identityNumber}`, { headers }),
    fetch(`${url}/v1/postings?village=${identityNumber}`, { headers }),
    fetch(`${url}/${identityNumber}`, { headers }),
    fetch(`${url}/v1/public/applications/${identityNumber}`, { headers }),
    fetch(`${url}/v1/public/complaints`, { method: 'POST', headers: json, body: `{"name":"${identityNumber}` }),
    fetch(`${url}/v1/public/complaints`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ trackingCode: identityNumber, name: objector.name, phone: objector.phone, text: '' }),
    }),
  ]);
  const statuses = answers.map(({ status }) => status);
  if (statuses.some((status) => status < 400 || status >= 500)) throw new Error(`answered ${statuses.join(', ')}`);
}
