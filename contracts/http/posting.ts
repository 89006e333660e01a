import { z } from 'zod';

/** A posting 公示 as the public sees it: nothing that the law does not want shown (policy.md R-POST). */
export const postingView = z
  .object({
    id: z.string(),
    scope: z.enum(['village', 'district']),
    village: z.string(),
    town: z.string(),
    place: z.string(),
    headName: z.string().meta({ description: '户主姓名（脱敏） Masked name of the head' }),
    members: z.int(),
    amountFen: z.int().meta({ description: '拟保障金额，分/月 Proposed amount, fen a month' }),
    fromDate: z.string(),
    lastDay: z.string(),
    sha256: z.string().meta({ description: '公示单的校验值 Hash of the sheet as posted' }),
  })
  .meta({ id: 'Posting' });

/** An application as its applicant finds it by the tracking code. */
export const trackedApplication = z
  .object({
    stage: z.object({ zh: z.string(), en: z.string() }),
    dates: z.array(z.object({ zh: z.string(), en: z.string(), on: z.string() })),
    asked: z.array(z.object({ zh: z.string(), en: z.string(), lastDay: z.string().optional() })).meta({
      description: '需要申请人做什么 What is asked of the applicant',
    }),
    documents: z.array(z.object({ number: z.string(), title: z.string(), on: z.string() })),
  })
  .meta({ id: 'TrackedApplication' });
