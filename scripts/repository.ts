import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/** Absolute path of a file of the repository. */
export const inRepository = (path: string): string => fileURLToPath(new URL(path, root));
