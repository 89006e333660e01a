import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { CaseGateway } from '../../../api/commands/case-gateway.ts';
import { temporalGateway } from '../../../api/commands/temporal-gateway.ts';
import { outageOf } from '../../../api/problems/outages.ts';
import { caseWorkflowId } from '../../../contracts/ids.ts';
import { civilInstant } from '../../../policy/dates.ts';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import type { CaseCommand } from '../../../policy/lifecycle/commands.ts';
import { manAlone } from '../../fixtures/households.ts';
import { delegatedTown, staffOf } from '../../fixtures/staff.ts';
import { type CaseStack, startCaseStack } from '../../workflows/case/case-stack.ts';

let stack: CaseStack;
let gateway: CaseGateway;
const staff = staffOf(delegatedTown);
const caseId = randomUUID();

beforeAll(async () => {
  stack = await startCaseStack('temporal-gateway');
  const { client } = stack;
  const taskQueue = stack.config.temporal.taskQueue;
  gateway = temporalGateway({ client, taskQueue, training: true, waitMs: 4_000 });
}, 120_000);
afterAll(async () => {
  await stack.stop();
});

const give = (actor: Actor, command: CaseCommand, commandId: string = randomUUID()) =>
  gateway.deliver({
    caseId,
    signs: { stage: 'draft', kind: 'dibao', town: delegatedTown.town },
    founds: command.type === 'draftApplication',
    message: { commandId, bodyHash: 'a', command, actor, at: civilInstant('2026-09-01T09:00:00') },
  });

describe('A command on its way to a case by Temporal', () => {
  it('founds the case with its run, whose signs say nothing personal', async () => {
    const { head, facts, people } = await stack.register(manAlone);
    const draft = { applicationId: 'a-1', channel: 'self', roll: 'rural', head, facts } as const;
    const rest = { needs: ['生活'], causeOfHardship: '病', papers: [] };
    const command = { type: 'draftApplication', ...delegatedTown, ...draft, ...rest } as const;
    expect(await give(staff.worker, command)).toEqual({ seq: 1 });
    const shown = await stack.client.workflow.getHandle(caseWorkflowId(caseId)).describe();
    expect(await shown.staticSummary()).toBe('最低生活保障个案 / case of minimum living allowance');
    expect(JSON.stringify(shown.raw.workflowExecutionInfo)).not.toContain(people[0]?.name);
  });

  it('brings back a refusal of the run as an answer', async () => {
    expect(await give(staff.clerk, { type: 'acceptApplication' })).toMatchObject({
      refused: { code: 'not-in-this-stage' },
    });
  });

  it('reaches a case whose run was lost', async () => {
    await stack.client.workflow.getHandle(caseWorkflowId(caseId)).terminate('lost');
    expect(await give(staff.worker, { type: 'submitApplication' })).toEqual({ seq: 2 });
  });

  it('whose outcome does not come in time is learnt with the same key', async () => {
    await stack.end();
    const commandId = randomUUID();
    const command: CaseCommand = { type: 'requestPapers', missing: ['户口簿'] };
    const lost = await give(staff.clerk, command, commandId).catch((error: unknown) => error);
    expect(outageOf(lost)).toBe('outcomeUnknown');
    await stack.begin();
    expect(await give(staff.clerk, command, commandId)).toEqual({ seq: 3 });
    expect(await give(staff.clerk, command, commandId)).toEqual({ seq: 3 });
  }, 60_000);

  it('is not sent while the server does not answer', async () => {
    const connection = Connection.lazy({ address: '127.0.0.1:1' });
    const barred = temporalGateway({
      client: new Client({ connection }),
      taskQueue: 'x',
      training: true,
      waitMs: 1_000,
    });
    const delivery = {
      caseId,
      signs: { stage: 'draft', kind: 'dibao', town: delegatedTown.town },
      founds: false,
      message: {
        commandId: 'c',
        bodyHash: 'b',
        command: { type: 'forward' },
        actor: staff.clerk,
        at: civilInstant('2026-09-01T09:00:00'),
      },
    } as const;
    const attempt = () => barred.deliver(delivery).catch((error: unknown) => error);
    expect(outageOf(await attempt())).toBe('outcomeUnknown');
    expect(outageOf(await attempt())).toBe('notDone');
    await connection.close();
  }, 30_000);
});
