import type { Payload } from '@temporalio/common';
import { z } from 'zod';

const base64 = z.base64();

/** A payload in the protobuf JSON form that Temporal's codec protocol prescribes: bytes in base64. */
const payload = z.looseObject({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() });

/** The payloads of one request. */
export const payloads = z.array(payload).max(5_000);

type JsonPayload = z.output<typeof payload>;

export function fromJson({ metadata, data }: JsonPayload): Payload {
  const entries = Object.entries(metadata ?? {}).map(([key, value]) => [key, bytes(value)] as const);
  return { metadata: Object.fromEntries(entries), ...(data !== undefined && { data: bytes(data) }) };
}

export function toJson({ metadata, data }: Payload): JsonPayload {
  const entries = Object.entries(metadata ?? {}).map(([key, value]) => [key, text(value)] as const);
  return { metadata: Object.fromEntries(entries), ...(data && { data: text(data) }) };
}

const bytes = (value: string): Uint8Array => Buffer.from(value, 'base64');
const text = (value: Uint8Array): string => Buffer.from(value).toString('base64');
