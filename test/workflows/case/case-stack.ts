import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { createActivities } from '../../../activities/index.ts';
import { advanceCase, advanceCaseTo, caseRunView, caseWorkflow, type CaseAnswer } from '../../../contracts/case.ts';
import { caseWorkflowId } from '../../../contracts/ids.ts';
import { createDataConverter } from '../../../platform/codec.ts';
import type { Config } from '../../../platform/config.ts';
import { createRegisterSecrets } from '../../../platform/sealing.ts';
import { connectClient } from '../../../platform/temporal.ts';
import { civilInstant } from '../../../policy/dates.ts';
import { parseIdentityNumber } from '../../../policy/identity-number.ts';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import type { CaseCommand } from '../../../policy/lifecycle/commands.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { createPrisma } from '../../../prisma/client.ts';
import { registerPeople } from '../../../prisma/repositories/people.ts';
import { bundleOptions } from '../../../worker/bundle-options.ts';
import { createWorker } from '../../../worker/worker.ts';
import type { InventedHousehold } from '../../fixtures/households.ts';
import { ownDatabase, testConfig } from '../../services.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export interface CaseStackOptions {
  /** Waits pass quickly: an hour and more 200,000 times as fast, less 50 times (`short-waits.ts`). */
  readonly shortWaits?: boolean;
  /** Keys of the payloads other than the run's. */
  readonly codecKeys?: Config['codecKeys'];
  /** Another Temporal server than the run's. */
  readonly temporalAddress?: string;
}

/** A worker with the real activities on the run's servers, and cases on them. */
export async function startCaseStack(
  taskQueue: string,
  { shortWaits, temporalAddress, codecKeys }: CaseStackOptions = {},
) {
  const own = await ownDatabase(testConfig(taskQueue));
  const config = { ...own, temporal: { ...own.temporal, ...(temporalAddress && { address: temporalAddress }) } };
  const prisma = createPrisma(config.database.url, 8);
  const dataConverter = createDataConverter(codecKeys ?? config.codecKeys);
  const client = await connectClient(config.temporal, dataConverter);
  const connection = await NativeConnection.connect({ address: config.temporal.address });
  const root = path.resolve(__dirname, '../../..');
  const workflowBundle = await bundleWorkflowCode({
    ...bundleOptions(root),
    workflowInterceptorModules: shortWaits ? [path.join(__dirname, 'short-waits.ts')] : [],
    logger: new DefaultLogger('ERROR'),
  });
  const real = createActivities({ prisma, registerKey: config.registerKey });
  const parts = {
    connection,
    temporal: config.temporal,
    workflowBundle,
    dataConverter,
    poolSize: 8,
    shutdownGraceSeconds: 1,
  };
  let worker: Worker;
  let running: Promise<void>;
  const begin = async (activities: object = real) => {
    worker = await createWorker({ ...parts, activities });
    running = worker.run();
  };
  const end = async () => {
    worker.shutdown();
    await running;
  };
  await begin();
  return {
    prisma,
    client,
    config,
    activities: real,
    begin,
    end,
    /** Registers the people of an invented household; the household comes back under their ids of the register. */
    async register(household: InventedHousehold): Promise<InventedHousehold> {
      const people = household.people.map(({ name, identityNumber }) => {
        const parsed = parseIdentityNumber(identityNumber);
        if (!parsed.ok) throw new Error('A synthetic identity number is wrong.');
        return { name, identityNumber, birthDate: parsed.birthDate, sex: parsed.sex };
      });
      const ids = await prisma.$transaction((tx) =>
        registerPeople(tx, createRegisterSecrets(config.registerKey), people),
      );
      const idOf = (old: string) => ids[household.people.findIndex(({ personId }) => personId === old)] ?? old;
      return {
        head: idOf(household.head),
        facts: {
          ...household.facts,
          members: household.facts.members.map((member) => ({ ...member, personId: idOf(member.personId) })),
        },
        people: household.people.map((person) => ({ ...person, personId: idOf(person.personId) })),
      };
    },
    async stop() {
      await end();
      await connection.close();
      await client.connection.close();
      await prisma.$disconnect();
    },
  };
}

export type CaseStack = Awaited<ReturnType<typeof startCaseStack>>;

/** A case on the stack: commands go the way of the API's, the state comes from PostgreSQL. */
export class StackCase {
  readonly caseId = randomUUID();
  readonly #stack: CaseStack;
  readonly #training: boolean;

  constructor(stack: CaseStack, training = true) {
    this.#stack = stack;
    this.#training = training;
  }

  get handle(): WorkflowHandle {
    return this.#stack.client.workflow.getHandle(caseWorkflowId(this.caseId));
  }

  /** Gives a command under `commandId`; starts the workflow where none runs. */
  give(actor: Actor, when: string, command: CaseCommand, commandId: string = randomUUID()): Promise<CaseAnswer> {
    const at = civilInstant(when.length === 10 ? `${when}T09:00:00` : when);
    const message = { commandId, bodyHash: JSON.stringify(command), command, actor, at };
    return this.#stack.client.workflow.executeUpdateWithStart(advanceCase, {
      updateId: commandId,
      args: [message],
      startWorkflowOperation: new WithStartWorkflowOperation(caseWorkflow, {
        workflowId: caseWorkflowId(this.caseId),
        taskQueue: this.#stack.config.temporal.taskQueue,
        args: [{ caseId: this.caseId, training: this.#training }],
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    });
  }

  /** Gives a command that has to be taken. @throws if the case refuses it. */
  async take(actor: Actor, when: string, command: CaseCommand): Promise<void> {
    const answer = await this.give(actor, when, command);
    if ('refused' in answer) throw new Error(`${command.type} was refused: ${answer.refused.en}`);
  }

  advanceTo(when: string) {
    return this.handle.executeUpdate(advanceCaseTo, { args: [civilInstant(when)] });
  }

  view() {
    return this.handle.query(caseRunView);
  }

  async state(): Promise<CaseState> {
    const row = await this.#stack.prisma.assistanceCase.findUniqueOrThrow({ where: { id: this.caseId } });
    return row.state as unknown as CaseState;
  }

  events() {
    return this.#stack.prisma.caseEvent.findMany({ where: { caseId: this.caseId }, orderBy: { seq: 'asc' } });
  }
}
