import { z } from 'zod';
import { kindNames } from '../../policy/kinds.ts';
import { bilingual } from './case.ts';

/** A posting 公示 as the public sees it: nothing that the law does not want shown (policy.md R-POST). */
export const postingView = z
  .object({
    id: z.string(),
    kind: z.enum(kindNames).meta({ description: '救助种类 Kind of help' }),
    kindWords: bilingual,
    scope: z.enum(['village', 'district']),
    village: z.string(),
    town: z.string(),
    place: z.string(),
    headName: z
      .string()
      .meta({ description: '户主或者救助对象姓名（脱敏） Masked name of the head, or of whom it is for' }),
    members: z.int(),
    amountFen: z.int().meta({
      description:
        '拟保障金额，分：按月、一次性，或者无（认定类、终止） Proposed amount in fen: a month, once, or none',
    }),
    ending: z.boolean().meta({ description: '公示的是拟终止 What hangs is an intended ending' }),
    fromDate: z.string(),
    lastDay: z.string(),
    sha256: z.string().meta({ description: '公示单的校验值 Hash of the sheet as posted' }),
  })
  .meta({ id: 'Posting' });

/** An application as its applicant finds it by the tracking code. */
export const trackedApplication = z
  .object({
    kind: bilingual.meta({ description: '申请的救助 What was applied for' }),
    stage: bilingual,
    dates: z.array(z.object({ zh: z.string(), en: z.string(), on: z.string() })),
    asked: z.array(z.object({ zh: z.string(), en: z.string(), lastDay: z.string().optional() })).meta({
      description: '需要申请人做什么 What is asked of the applicant',
    }),
    documents: z.array(z.object({ number: z.string(), title: z.string(), on: z.string() })),
  })
  .meta({ id: 'TrackedApplication' });
