import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { inRepository } from '../repository.ts';

const row = z.object({
  code: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z.string(),
  managedBy: z.string().optional(),
});

/** The divisions of Changzhou from the reference data, without a database. */
export const readDivisions = () =>
  z.object({ divisions: z.array(row) }).parse(JSON.parse(readFileSync(inRepository('prisma/divisions.json'), 'utf8')))
    .divisions;
