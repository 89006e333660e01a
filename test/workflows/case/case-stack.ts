import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { advanceCase, advanceCaseTo, caseRunView, caseWorkflow, type CaseAnswer } from '../../../contracts/case.ts';
import { caseWorkflowId } from '../../../contracts/ids.ts';
import { stuckReason } from '../../../contracts/search-attributes.ts';
import { createRegisterSecrets } from '../../../platform/sealing.ts';
import { civilInstant } from '../../../policy/dates.ts';
import { parseIdentityNumber } from '../../../policy/identity-number.ts';
import type { Actor } from '../../../policy/lifecycle/actors.ts';
import type { CaseCommand } from '../../../policy/lifecycle/commands.ts';
import type { CaseState } from '../../../policy/lifecycle/state.ts';
import { registerPeople } from '../../../prisma/repositories/people.ts';
import type { InventedHousehold } from '../../fixtures/households.ts';
import { startWorkerStack, type WorkerStackOptions } from '../worker-stack.ts';

/** A worker with the real activities, people for its register, and cases on it. */
export async function startCaseStack(taskQueue: string, options?: WorkerStackOptions) {
  const stack = await startWorkerStack(taskQueue, options);
  const { prisma, config } = stack;
  return {
    ...stack,
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

  async stuckReason(): Promise<string | undefined> {
    return (await this.handle.describe()).typedSearchAttributes.get(stuckReason);
  }

  async state(): Promise<CaseState> {
    const row = await this.#stack.prisma.assistanceCase.findUniqueOrThrow({ where: { id: this.caseId } });
    return row.state as unknown as CaseState;
  }

  events() {
    return this.#stack.prisma.caseEvent.findMany({ where: { caseId: this.caseId }, orderBy: { seq: 'asc' } });
  }
}
