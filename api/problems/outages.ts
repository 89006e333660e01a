import { z } from 'zod';
import { outcomeUnknown } from './problem.ts';

/**
 * What an error of the database or of Temporal means for the caller: `notDone` if nothing can have happened, `outcomeUnknown`
 * if it may have, undefined if it is no outage. Told by codes, so that no driver need be imported here.
 */
export function outageOf(error: unknown, depth = 0): 'notDone' | 'outcomeUnknown' | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined;
  const known = byCodeOf('code' in error ? error.code : undefined);
  if (known !== undefined) return known;
  if (notDoneNames.has(error.name)) return 'notDone';
  if (unknownNames.has(error.name)) return 'outcomeUnknown';
  if ('type' in error && typeof error.type === 'string' && unknownTypes.has(error.type)) return 'outcomeUnknown';
  if (/timeout exceeded when trying to connect|due to connection timeout/.test(error.message)) return 'notDone';
  if (/Connection terminated|connection error and is not queryable/.test(error.message)) return 'outcomeUnknown';
  return outageOf(error.cause, depth + 1) ?? byCodeOf(driverCode(error));
}

function byCodeOf(code: unknown): 'notDone' | 'outcomeUnknown' | undefined {
  if (typeof code === 'string') return byText.get(code);
  return typeof code === 'number' ? grpc.get(code) : undefined;
}

/** PostgreSQL's own code, or the driver's word where no server answered, which Prisma hands on beside its P2010 for a raw query. */
const driverError = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ originalCode: z.string().optional(), kind: z.string() }) }),
  }),
});

function driverCode(error: Error): string | undefined {
  const cause = driverError.safeParse(error).data?.meta.driverAdapterError.cause;
  return cause?.originalCode ?? cause?.kind;
}

const byText = new Map<string, 'notDone' | 'outcomeUnknown'>([
  ['ECONNREFUSED', 'notDone'],
  ['ENOTFOUND', 'notDone'],
  ['EHOSTUNREACH', 'notDone'],
  ['P1001', 'notDone'],
  ['P1002', 'notDone'],
  ['P2024', 'notDone'],
  ['P2028', 'notDone'],
  ['P2037', 'notDone'],
  ['53300', 'notDone'],
  ['55P03', 'notDone'],
  ['DatabaseNotReachable', 'notDone'],
  ['57P03', 'notDone'],
  ['ECONNRESET', 'outcomeUnknown'],
  ['EPIPE', 'outcomeUnknown'],
  ['ETIMEDOUT', 'outcomeUnknown'],
  ['P1008', 'outcomeUnknown'],
  ['P1017', 'outcomeUnknown'],
  ['57P01', 'outcomeUnknown'],
  ['57P02', 'outcomeUnknown'],
  ['ConnectionClosed', 'outcomeUnknown'],
  ['SocketTimeout', 'outcomeUnknown'],
]);

/**
 * Status codes of gRPC: cancelled, deadline exceeded, resource exhausted (refused before it was taken), failed precondition (no
 * worker has got anywhere with the run for some time: it takes nothing until one does), unavailable.
 */
const grpc = new Map<number, 'notDone' | 'outcomeUnknown'>([
  [1, 'outcomeUnknown'],
  [4, 'outcomeUnknown'],
  [8, 'notDone'],
  [9, 'outcomeUnknown'],
  [14, 'outcomeUnknown'],
]);

const notDoneNames = new Set(['PrismaClientInitializationError', 'JWKSTimeout']);
const unknownNames = new Set(['WorkflowUpdateRPCTimeoutOrCancelledError', 'PrismaClientRustPanicError']);

/**
 * Types of failed updates that say nothing of the case: the run's own word after a long outage, and the server's where a worker
 * answered a task without the update (as when the server was started again meanwhile) or the run ended before it.
 */
const unknownTypes = new Set(['OutcomeUnknown', 'UnprocessedUpdate', 'AcceptedUpdateCompletedWorkflow']);

/**
 * Reads what a command has led to, after it was carried out: an outage in the reading leaves the outcome unknown to the caller,
 * and never means that nothing was done.
 * @throws Problem `outcome-unknown` for an outage; else whatever `read` throws
 */
export async function afterDelivery<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw outageOf(error) === undefined ? error : outcomeUnknown();
  }
}
