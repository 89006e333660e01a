import { z } from 'zod';
import { id, personName, phone, text, words } from './values.ts';

const said = { name: personName, phone, text: words };

/** An objection 异议 to what is posted; kept sealed. */
export const newObjection = z.strictObject(said).meta({ id: 'NewObjection' });

/** A complaint 投诉 under one's real name, about a case named by posting or tracking code. */
export const newComplaint = z
  .union([z.strictObject({ postingId: text(60), ...said }), z.strictObject({ trackingCode: text(32), ...said })])
  .meta({ id: 'NewComplaint' });

/** The number under which it is dealt with. */
export const grievanceTaken = z.object({ id: z.string() }).meta({ id: 'GrievanceTaken' });

/** A grievance as staff of the case read it. */
export const grievance = z
  .object({ id, kind: z.enum(['objection', 'complaint']), name: z.string(), phone: z.string(), text: z.string() })
  .meta({ id: 'Grievance' });
