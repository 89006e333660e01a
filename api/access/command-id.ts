import { createHash } from 'node:crypto';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Names a command by who sends it and its Idempotency-Key: the update id, and the key of its receipt. */
export function commandIdOf(caller: { readonly staffId: string } | 'public', key: string): string {
  return sha256(JSON.stringify([caller === 'public' ? null : caller.staffId, key]));
}

/** What the same key must come with again: method, path and body, whatever the order of the body's fields. */
export function bodyHashOf(method: string, path: string, body: unknown): string {
  return sha256(JSON.stringify([method, path, canonical(body)]));
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return fields.map(([key, field]) => [key, canonical(field)]);
}
