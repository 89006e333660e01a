/**
 * What an error of the database or of Temporal means for the caller: `notDone` if nothing can have happened, `outcomeUnknown`
 * if it may have, undefined if it is no outage. Told by codes, so that no driver need be imported here.
 */
export function outageOf(error: unknown, depth = 0): 'notDone' | 'outcomeUnknown' | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined;
  const code = 'code' in error ? error.code : undefined;
  const byCode = (typeof code === 'string' && byText.get(code)) || (typeof code === 'number' && grpc.get(code));
  if (byCode) return byCode;
  if (notDoneNames.has(error.name)) return 'notDone';
  if (unknownNames.has(error.name)) return 'outcomeUnknown';
  if (/Connection terminated|timeout exceeded when trying to connect/.test(error.message)) return 'notDone';
  return outageOf(error.cause, depth + 1);
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
  ['57P03', 'notDone'],
  ['ECONNRESET', 'outcomeUnknown'],
  ['EPIPE', 'outcomeUnknown'],
  ['ETIMEDOUT', 'outcomeUnknown'],
  ['P1008', 'outcomeUnknown'],
  ['P1017', 'outcomeUnknown'],
  ['57P01', 'outcomeUnknown'],
  ['57P02', 'outcomeUnknown'],
]);

/** Status codes of gRPC: deadline exceeded, resource exhausted (refused before it was taken), unavailable, cancelled. */
const grpc = new Map<number, 'notDone' | 'outcomeUnknown'>([
  [1, 'outcomeUnknown'],
  [4, 'outcomeUnknown'],
  [8, 'notDone'],
  [14, 'outcomeUnknown'],
]);

const notDoneNames = new Set(['PrismaClientInitializationError', 'JWKSTimeout']);
const unknownNames = new Set(['WorkflowUpdateRPCTimeoutOrCancelledError', 'PrismaClientRustPanicError']);
