/** Creates the Schedules of the configured stack, or brings them up to date. */
import { createDataConverter } from '../../platform/codec.ts';
import { loadConfig } from '../../platform/config.ts';
import { connectClient } from '../../platform/temporal.ts';
import { programmes } from '../../policy/payment-run/programmes.ts';
import { createPrisma } from '../../prisma/client.ts';
import { createPaymentSchedules } from './payment-schedules.ts';

const config = loadConfig(process.env);
const prisma = createPrisma(config.database.url, 1);
const client = await connectClient(config.temporal, createDataConverter(config.codecKeys));
try {
  const rows = await prisma.division.findMany({ where: { level: 'district' }, select: { code: true } });
  const districts = rows.map(({ code }) => code);
  await createPaymentSchedules(client, districts, {
    taskQueue: config.temporal.taskQueue,
    training: config.training,
  });
  console.log(`Schedules: monthly payment runs of ${programmes.length} programmes in ${districts.length} districts.`);
} finally {
  await client.connection.close();
  await prisma.$disconnect();
}
