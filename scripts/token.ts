/** `npm run token -- <role> [division] | <staffId>`: prints an access token of a development stack. */
import './plain-faults.ts';
import { isStaffRole, staffRoles } from '../api/access/caller.ts';
import { prefixOf } from '../api/access/divisions.ts';
import { openDevelopmentIssuer } from '../api/development/issuer.ts';
import { loadConfig } from '../platform/config.ts';
import { createPrisma } from '../prisma/client.ts';
import { findStaff, listActiveStaff } from '../prisma/repositories/staff.ts';

const LIFETIME_SECONDS = 3600;

const [who, division = ''] = process.argv.slice(2);
const config = loadConfig(process.env);
if (who === undefined) {
  await listStaff();
  fail(`Usage: npm run token -- <role> [division] | <staffId>\nRoles: ${staffRoles.join(', ')}`);
}
if (config.devIssuerKey === undefined) fail('This stack signs no tokens of its own: ask its OIDC issuer.');

const prisma = createPrisma(config.database.url, 1);
const member = isStaffRole(who)
  ? (await listActiveStaff(prisma)).find((row) => row.role === who && row.divisionCode.startsWith(prefixOf(division)))
  : await findStaff(prisma, who);
await prisma.$disconnect();
if (member?.active !== true) fail(`No active member of staff is "${who}"${division && ` in ${division}`}.`);

const issuer = await openDevelopmentIssuer(config.devIssuerKey);
if (process.stdout.isTTY)
  console.error(`${member.role} ${member.id} in ${member.divisionCode}, good for ${LIFETIME_SECONDS / 60} minutes:`);
console.log(await issuer.sign(member.id, LIFETIME_SECONDS));

/** Everybody a token can be had for: role, division, id. */
async function listStaff(): Promise<void> {
  const database = createPrisma(config.database.url, 1);
  for (const { role, divisionCode, id } of await listActiveStaff(database))
    console.log(`${role.padEnd(18)} ${divisionCode.padEnd(12)} ${id}`);
  await database.$disconnect();
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
