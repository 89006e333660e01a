import { z } from 'zod';
import { roles } from '../../policy/lifecycle/actors.ts';
import { personName, staffId } from './values.ts';

const role = z.enum(roles).exclude(['applicant', 'public', 'system']);

/** Somebody who joins. The id is the `sub` of that person's access tokens. */
export const newStaff = z
  .strictObject({
    staffId,
    role,
    division: z
      .string()
      .regex(/^(?:\d{6}|\d{9}|\d{12})$/, '区划代码应为 6、9 或 12 位 / A division code has 6, 9 or 12 digits'),
    displayName: personName,
  })
  .meta({ id: 'NewStaff' });

/** A row of the register of staff. */
export const staffView = z
  .object({
    staffId: z.string(),
    role: z.string(),
    division: z.string(),
    displayName: z.string(),
    active: z.boolean(),
    deputyOf: z.string().nullable().meta({ description: '现代理何人 The colleague this member stands in for' }),
  })
  .meta({ id: 'StaffMember' });

const action = <T extends string, S extends z.ZodRawShape>(type: T, fields: S, description: string) =>
  z.strictObject({ type: z.literal(type), ...fields }).meta({ id: `staff.${type}`, description });

/** What administrators do with a member of staff: `type` selects the form. */
export const staffAction = z
  .discriminatedUnion('type', [
    action(
      'deactivate',
      { handTo: staffId.exactOptional() },
      '离岗：名下任务移交给 handTo Leaves; tasks in hand go to `handTo`, of the same role and division',
    ),
    action('reactivate', {}, '恢复在岗 Comes back'),
    action('appointDeputy', { deputy: staffId }, '指定代理人 Names who stands in: same role and division'),
    action('endDeputy', {}, '结束代理 Nobody stands in any more'),
  ])
  .meta({ id: 'StaffAction' });

/** The member after the action. */
export const staffOutcome = staffView
  .extend({
    handedOver: z.int().meta({ description: '已移交任务的个案数 Cases whose tasks were handed over' }),
    left: z.array(z.string()).meta({ description: '未能移交的个案 Cases that refused: see to them one by one' }),
  })
  .meta({ id: 'StaffOutcome' });

export const staffQuery = {
  role: role.optional(),
  active: z.enum(['true', 'false']).optional(),
};
