import { z } from 'zod';
import { isCivilInstant, isPlainDate } from '../../policy/dates.ts';

const noDay = '日期须存在，写作 YYYY-MM-DD / A day that exists, as YYYY-MM-DD';

/** A civil day. */
export const plainDateSchema = z.string().refine(isPlainDate, noDay).meta({ description: 'Civil day, YYYY-MM-DD' });

/** A civil second in Shanghai, without zone. */
export const civilInstantSchema = z
  .string()
  .refine(isCivilInstant, '时刻须存在，写作 YYYY-MM-DDTHH:MM:SS / A second that exists, as YYYY-MM-DDTHH:MM:SS')
  .meta({ description: 'Civil instant in Shanghai, YYYY-MM-DDTHH:MM:SS' });
