/** Creates the Schedules of the configured stack, or brings them up to date. */
import { createDataConverter } from '../../platform/codec.ts';
import { ConfigError, loadConfig } from '../../platform/config.ts';
import { connectClient } from '../../platform/temporal.ts';
import { programmes } from '../../policy/payment-run/programmes.ts';
import { createPrisma } from '../../prisma/client.ts';
import { calendarsInUse } from '../../prisma/repositories/training-calendar.ts';
import { createPaymentSchedules } from './payment-schedules.ts';

const config = loadConfig(process.env);
const prisma = createPrisma(config.database.url, 1);
const client = await connectClient(config.temporal, createDataConverter(config.codecKeys));
try {
  const { training, real } = await calendarsInUse(prisma);
  if (training && !config.training)
    throw new ConfigError([
      'DOUDI_TRAINING: the cases of this database live by a training calendar; without it their clocks would never strike. Start with DOUDI_TRAINING=true, or with another data folder (DOUDI_DATA_DIR).',
    ]);
  if (real && config.training)
    throw new ConfigError([
      'DOUDI_TRAINING: this database holds cases that live by real time. Start without it, or with another data folder (DOUDI_DATA_DIR).',
    ]);
  const rows = await prisma.division.findMany({ where: { level: 'district' }, select: { code: true } });
  const districts = rows.map(({ code }) => code);
  await createPaymentSchedules(client, districts, {
    taskQueue: config.temporal.taskQueue,
    training: config.training,
  });
  console.log(`Schedules: monthly payment runs of ${programmes.length} programmes in ${districts.length} districts.`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await client.connection.close();
  await prisma.$disconnect();
}
