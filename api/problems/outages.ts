import { z } from 'zod';

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
  if (/timeout exceeded when trying to connect|due to connection timeout/.test(error.message)) return 'notDone';
  if (/Connection terminated|connection error and is not queryable/.test(error.message)) return 'outcomeUnknown';
  return outageOf(error.cause, depth + 1) ?? byCodeOf(driverCode(error));
}

function byCodeOf(code: unknown): 'notDone' | 'outcomeUnknown' | undefined {
  if (typeof code === 'string') return byText.get(code);
  return typeof code === 'number' ? grpc.get(code) : undefined;
}

/** PostgreSQL's own code, which Prisma hands on beside its P2010 for a raw query. */
const driverError = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
});

function driverCode(error: Error): string | undefined {
  return driverError.safeParse(error).data?.meta.driverAdapterError.cause.originalCode;
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
  ['57P03', 'notDone'],
  ['ECONNRESET', 'outcomeUnknown'],
  ['EPIPE', 'outcomeUnknown'],
  ['ETIMEDOUT', 'outcomeUnknown'],
  ['P1008', 'outcomeUnknown'],
  ['P1017', 'outcomeUnknown'],
  ['57P01', 'outcomeUnknown'],
  ['57P02', 'outcomeUnknown'],
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
