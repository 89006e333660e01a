import { z } from 'zod';
import { kindNames } from '../../policy/kinds.ts';
import { bilingual } from './case.ts';

/** The seed of the spot check 抽查 of a district, kind and quarter, as the public sees it: committed at once, opened when the quarter is over. */
export const spotCheckSeedView = z
  .object({
    id: z.string().meta({ description: '种子编号：种类-区划-季度首日 Id of the seed: kind, district, first day' }),
    kind: z.enum(kindNames).meta({ description: '救助种类 Kind of help' }),
    kindWords: bilingual,
    district: z.string(),
    from: z.string().meta({ description: '季度首日 First day of the quarter' }),
    to: z.string().nullable().meta({
      description:
        '季度末日；无则为旧种子，已停用 Its last day; null: a seed of before there were quarters, out of use',
    }),
    commitment: z.string().meta({ description: '种子的 SHA-256 The sha256 of the seed' }),
    committedAt: z.string().nullable().meta({
      description:
        '承诺的实际时刻（服务器时钟，北京时间）；无则当时未记录 Real moment of the commitment, by the server’s clock in Shanghai; null: not written down then',
    }),
    committedOn: z.string().nullable().meta({
      description:
        '承诺时的业务日期；培训环境为培训日历 Civil day of the commitment; on a training stack that of its calendar',
    }),
    beforehand: z.boolean().meta({
      description:
        '是否在季度开始之前承诺；否则在该季度首次抽取之前 Whether committed before the quarter began; if not, before its first draw',
    }),
    seed: z.string().nullable().meta({
      description: '种子，季度结束后公开 The seed, open once the quarter is over',
    }),
  })
  .meta({ id: 'SpotCheckSeed' });
