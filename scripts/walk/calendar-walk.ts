import { advancedSchema } from '../../api/training/advanced.ts';
import type { Advanced } from '../../api/training/advanced.ts';
import type { ApiClient } from './api-client.ts';

/** Moves civil time of a training stack to a day (nine in the morning) or an instant, as an administrator does. */
export const moveCalendar = (api: ApiClient, administrator: string, to: string): Promise<Advanced> =>
  api.asStaff(administrator).post('/v1/training/calendar', { to }, advancedSchema);
