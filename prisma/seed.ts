/** Writes the reference data: divisions, seeds of the spot check, the parameters of the law, and outside production the demo's staff. Run again, it changes only what differs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { loadConfig } from '../platform/config.ts';
import { createRegisterSecrets, type Sealer } from '../platform/sealing.ts';
import { addMonths, plainDate, type PlainDate } from '../policy/dates.ts';
import { drawnKinds } from '../policy/procedures/procedure-for.ts';
import { createPrisma, type PrismaClient } from './client.ts';
import { demoStaff } from './demo-staff.ts';
import { parameters, parameterVersion } from '../policy/parameters/generated.ts';
import { keepLawVersion } from './repositories/law-versions.ts';
import { civilDay, commitSeeds, type SeedPlace } from './repositories/spot-check-seeds.ts';

const QUARTERS_AHEAD = 40;

const row = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(['city', 'district', 'town', 'village']),
  parent: z.string(),
  kind: z.string().optional(),
  managedBy: z.string().optional(),
  synthetic: z.boolean().optional(),
});

/** The divisions of Changzhou, each with whether an application may be filed there. */
function readDivisions() {
  const file = path.join(import.meta.dirname, 'divisions.json');
  const { divisions } = z.object({ divisions: z.array(row) }).parse(JSON.parse(readFileSync(file, 'utf8')));
  // Prisons and the virtual communities of statistics are no place to apply.
  return divisions.map(({ kind, managedBy, synthetic, ...rest }) => ({
    ...rest,
    kind: kind ?? null,
    managedBy: managedBy ?? null,
    synthetic: synthetic ?? false,
    intake: kind !== 'virtual' && !rest.name.includes('监狱'),
  }));
}

/** What is drawn in the quarter of `today` and in ten years from then: its seeds are committed before anybody can have the cases in view. */
function drawsAhead(divisions: ReturnType<typeof readDivisions>, today: PlainDate): SeedPlace[] {
  const districts = divisions.filter(({ level }) => level === 'district');
  const quarters = Array.from({ length: QUARTERS_AHEAD + 1 }, (_, index) => addMonths(today, 3 * index));
  return districts.flatMap(({ code: district }) =>
    drawnKinds.flatMap((programme) => quarters.map((on) => ({ district, programme, on }))),
  );
}

/**
 * Writes the reference data.
 * @returns how many divisions and members of staff the data holds
 */
async function seed(
  prisma: PrismaClient,
  sealer: Sealer,
  today: PlainDate,
  withDemoStaff: boolean,
): Promise<{ divisions: number; staff: number }> {
  const divisions = readDivisions();
  const staff = withDemoStaff ? demoStaff(divisions) : [];
  await prisma.$executeRaw`
    INSERT INTO division (code, name, level, parent, kind, managed_by, synthetic, intake)
    SELECT code, name, level, parent, kind, "managedBy", synthetic, intake
    FROM jsonb_to_recordset(${JSON.stringify(divisions)}::jsonb) AS given (
      code text, name text, level text, parent text, kind text, "managedBy" text, synthetic boolean, intake boolean)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent = excluded.parent,
      kind = excluded.kind, managed_by = excluded.managed_by, synthetic = excluded.synthetic, intake = excluded.intake`;
  // Staff already there keep what an administrator made of them.
  await prisma.staff.createMany({ data: staff, skipDuplicates: true });
  await commitSeeds(prisma, sealer, drawsAhead(divisions, today), today);
  await keepLawVersion(prisma, parameterVersion, parameters);
  return { divisions: divisions.length, staff: staff.length };
}

const config = loadConfig(process.env);
const prisma = createPrisma(config.database.url, 1);
const { sealer } = createRegisterSecrets(config.registerKey);
// A training calendar that has not begun yet will begin where it was told to, or on the day the server has.
const begins = config.training ? config.trainingStart : undefined;
const today = (await civilDay(prisma, config.training)) ?? begins ?? (await civilDay(prisma, false));
if (today === undefined) throw new Error('PostgreSQL does not say which day it is.');
const counts = await seed(prisma, sealer, plainDate(today), !config.production);
await prisma.$disconnect();
console.log(`Reference data: ${counts.divisions} divisions, ${counts.staff} members of staff for the demo.`);
