import { z } from 'zod';
import { civilInstantSchema } from '../schemas/civil-time.ts';

const stepSchema = z.object({
  at: civilInstantSchema,
  cases: z.int().meta({ description: '期限届满的个案数。Cases whose clocks struck.' }),
  lateRuns: z.int().meta({ description: '逾期批次。Payment runs whose step was late.' }),
  drawnUp: z.int().meta({ description: '编制的发放批次。Payment runs drawn up.' }),
});

/** How a move of the training calendar went. */
export const advancedSchema = z
  .object({
    from: civilInstantSchema,
    now: civilInstantSchema,
    steps: z.array(stepSchema),
    stuck: z.array(z.string()).meta({
      description:
        '期限未能入账的个案和批次。Cases and runs whose clock the record refuses; see the Temporal UI for why.',
    }),
  })
  .meta({ id: 'TrainingCalendarAdvanced' });

export type Advanced = z.output<typeof advancedSchema>;

/** One instant at which something was due, and how much. */
export type CalendarStep = Advanced['steps'][number];
