import { z } from 'zod';
import { commandRules } from '../../../policy/lifecycle/command-rules.ts';
import type { CommandType } from '../../../policy/lifecycle/commands.ts';

/** The form of a command: its type, its fields, nothing else. */
export const action = <T extends CommandType, S extends z.ZodRawShape>(type: T, fields: S) =>
  z
    .strictObject({ type: z.literal(type), ...fields })
    .meta({ id: type, description: `${commandRules[type].zh} ${commandRules[type].en}` });
