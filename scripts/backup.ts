/** `npm run backup -- <folder>`: writes the record as it stands now into a new folder, while work goes on. */
import { loadConfig } from '../platform/config.ts';
import { takeBackup } from './backup/take.ts';

const [dir] = process.argv.slice(2);
if (dir === undefined) {
  console.error('Usage: npm run backup -- <new folder>');
  process.exit(1);
}
const begun = Date.now();
const { tables, takenAt } = await takeBackup(loadConfig(process.env).database.url, dir);
const rows = tables.reduce((sum, table) => sum + table.rows, 0);
console.log(
  `${rows} rows of ${tables.length} tables, as of ${takenAt}, in ${dir} (${((Date.now() - begun) / 1000).toFixed(1)} s).`,
);
console.log('The keys are not in it: keep DOUDI_REGISTER_KEY, without which nobody can read a name, somewhere else.');
