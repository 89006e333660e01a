import { z } from 'zod';
import { serviceMethods, type Paper } from '../../../policy/lifecycle/commands.ts';
import { file, id, staffId, text } from '../values.ts';

/** A paper of the household's. */
export const paper = z
  .strictObject({ kind: text(100), file, personId: id.exactOptional() })
  .meta({ id: 'Paper' }) satisfies z.ZodType<Paper>;

/** Papers, some or none. */
export const papers = z.array(paper).max(100);

/** Somebody who surveyed: a member of staff or a contracted social worker. */
export const surveyor = z
  .strictObject({
    staffId: staffId.exactOptional(),
    socialWorkerLicence: text(40).exactOptional(),
    file: file.meta({ description: '签字页 The signed sheet' }),
  })
  .refine(
    (one) => (one.staffId === undefined) !== (one.socialWorkerLicence === undefined),
    '填写人员编号或社工证号之一 / Either a member of staff or a social worker by licence',
  )
  .meta({ id: 'Surveyor' });

export const serviceMethod = z.enum(serviceMethods);

export const proposal = z.enum(['grant', 'refuse']);
