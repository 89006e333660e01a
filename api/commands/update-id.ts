import { createHash } from 'node:crypto';

/**
 * The id of the Temporal update that carries a command: 128 bits of the hash of the command's own id, since a history repeats it five
 * times a command in clear. The receipt is kept under the command's whole id.
 */
export const updateIdOf = (commandId: string): string =>
  createHash('sha256').update(commandId).digest('base64url').slice(0, 22);
