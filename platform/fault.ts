const FRAMES = 12;

/** An error as a log may hold it. */
export interface Fault {
  readonly fault: string;
  readonly code?: unknown;
  /** Type of the failure it was caused by. */
  readonly beneath?: unknown;
  readonly frames?: readonly string[];
}

/**
 * Name, code, type of the failure beneath and stack frames: a driver's message may repeat the values it was given, so messages
 * stay out of every log.
 */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { fault: typeof error };
  const { name, cause, stack = '' } = error;
  return {
    fault: name,
    ...('code' in error && { code: error.code }),
    ...(cause instanceof Error && 'type' in cause && { beneath: cause.type }),
    frames: stack
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, FRAMES),
  };
}
