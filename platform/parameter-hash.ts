import { createHash } from 'node:crypto';

/** The version of a table of parameters: the first twelve digits of the SHA-256 of its JSON, keys in the order of the table. */
export const parameterHash = (parameters: object): string =>
  createHash('sha256').update(JSON.stringify(parameters)).digest('hex').slice(0, 12);
