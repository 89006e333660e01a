/**
 * `npm run staff -- add <role> <division> <id> <name>`: puts a member on the register of staff from the console of a server, above
 * all the first administrator, who adds the others through the API. The id is the `sub` of that person's tokens.
 */
import { newStaff } from '../contracts/http/staff.ts';
import { DivisionTree } from '../api/access/divisions.ts';
import { staffRoles } from '../api/access/caller.ts';
import { postFault } from '../api/staff/posts.ts';
import { loadConfig } from '../platform/config.ts';
import { createPrisma } from '../prisma/client.ts';
import { listDivisions } from '../prisma/repositories/divisions.ts';
import { addStaff } from '../prisma/repositories/staff.ts';

const [command, role, division, staffId, displayName] = process.argv.slice(2);
const form = newStaff.safeParse({ role, division, staffId, displayName });
if (command !== 'add' || !form.success) {
  const faults = form.error?.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`) ?? [];
  fail(
    ['Usage: npm run staff -- add <role> <division> <id> <name>', `Roles: ${staffRoles.join(', ')}`, ...faults].join(
      '\n',
    ),
  );
}

const prisma = createPrisma(loadConfig(process.env).database.url, 1);
const fault = postFault(new DivisionTree(await listDivisions(prisma)), form.data.role, form.data.division);
const { staffId: id, division: divisionCode, ...post } = form.data;
const added =
  fault === undefined && (await prisma.$transaction((tx) => addStaff(tx, { id, divisionCode, ...post }, 'console')));
await prisma.$disconnect();
if (fault) fail(`division: ${fault.en}`);
if (!added) fail(`${id} is on the register already.`);
console.log(`${id} is ${post.role} in ${divisionCode}.`);

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
