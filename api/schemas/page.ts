import { z } from 'zod';

const MAX_LIMIT = 200;

/** The query of every list: where the last page ended, and how many rows this one may have. */
export const pageQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/, '游标无效 / The cursor is not valid')
    .optional()
    .meta({ description: '上一页的 next。The `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(50),
});

/** A page of a list; `next` is null at its end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A cursor that stands for the key of the last row shown. Opaque to callers, not secret. */
export const cursorOf = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');

/** The key in a cursor. */
export const keyInCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString('utf8');

/** Cuts a page from rows sorted by key, of which one more than `limit` was read to see whether there is another page. */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null };
}
