import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';

/** What the API answered when it did not do what was asked (RFC 9457). */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  /** The last part of the problem's type, as `refused`. */
  readonly slug: string;
  /** Machine-readable reason of a refusal. */
  readonly reason: string | undefined;

  constructor(what: string, status: number, body: ProblemBody) {
    const said = body.detailEn ?? body.titleEn ?? '';
    const fields = body.errors?.map((fault) => `${fault.field}: ${fault.messageEn}`).join('; ') ?? '';
    super([`${what}: ${status}`, body.reason, said, fields].filter(Boolean).join(' · '));
    this.status = status;
    this.slug = body.type?.split(':').at(-1) ?? '';
    this.reason = body.reason;
  }
}

interface ProblemBody {
  readonly type?: string;
  readonly titleEn?: string;
  readonly detailEn?: string;
  readonly reason?: string;
  readonly errors?: readonly { readonly field: string; readonly messageEn: string }[];
}

export interface ApiClientOptions {
  /** Where the API listens, without a slash at the end. */
  readonly url: string;
  /** A token for the member of staff. */
  readonly token: (staffId: string) => Promise<string>;
  /** How long a request is repeated, under the same key, while the API is away or does not know the outcome. */
  readonly patienceMs?: number;
  /** Told of each repetition. */
  readonly onRepeat?: (why: string) => void;
}

/** One who calls the API: a member of staff, or the public. Answers are read by their schema. */
export interface ApiCaller {
  get<S extends z.ZodType>(path: string, answer: S): Promise<z.output<S>>;
  /** Every POST carries a key; give one to ask the same thing again. @throws ApiProblem */
  post<S extends z.ZodType>(path: string, body: unknown, answer: S, key?: string): Promise<z.output<S>>;
}

/** A client of the API as any other program would write it: HTTP, tokens, keys, and patience while a part is away. */
export class ApiClient {
  readonly #options: ApiClientOptions;
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(options: ApiClientOptions) {
    this.#options = options;
  }

  asStaff(staffId: string): ApiCaller {
    const token = this.#tokens.get(staffId) ?? this.#options.token(staffId);
    this.#tokens.set(staffId, token);
    return this.#caller(async () => ({ authorization: `Bearer ${await token}` }));
  }

  asPublic(): ApiCaller {
    return this.#caller(() => Promise.resolve({}));
  }

  #caller(identify: () => Promise<Record<string, string>>): ApiCaller {
    return {
      get: async (path, answer) => answer.parse(await this.#ask('GET', path, await identify())),
      post: async (path, body, answer, key = randomUUID()) => {
        const multipart = body instanceof FormData;
        const headers = {
          ...(await identify()),
          'idempotency-key': key,
          ...(multipart ? {} : { 'content-type': 'application/json' }),
        };
        return answer.parse(await this.#ask('POST', path, headers, multipart ? body : JSON.stringify(body)));
      },
    };
  }

  async #ask(method: string, path: string, headers: Record<string, string>, body?: string | FormData) {
    const { url, patienceMs = 30_000, onRepeat } = this.#options;
    const what = `${method} ${path}`;
    for (const begun = Date.now(); ;) {
      const answer = await attempt(`${url}${path}`, { method, headers, ...(body !== undefined && { body }) });
      const away = answer.status === 503 || answer.status === 0;
      if (!away && answer.status < 400) return answer.body;
      if (answer.status === 0 && Date.now() - begun > patienceMs)
        throw new Error(
          `${what}: nothing answers at ${url}. Is the stack up (npm start), and are ports and data folder its own?`,
        );
      if (!away || Date.now() - begun > patienceMs) throw new ApiProblem(what, answer.status, asProblem(answer.body));
      onRepeat?.(`${what}: ${answer.status === 0 ? 'no answer' : '503'}`);
      await sleep(Math.min(answer.retryAfterMs, 1_000));
    }
  }
}

interface Answer {
  /** 0 when none came. */
  readonly status: number;
  readonly body: unknown;
  readonly retryAfterMs: number;
}

async function attempt(url: string, request: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, request);
    const body: unknown = await response.json();
    return { status: response.status, body, retryAfterMs: Number(response.headers.get('retry-after') ?? 1) * 1000 };
  } catch (error) {
    const detailEn = error instanceof Error ? error.message : String(error);
    return { status: 0, body: { detailEn }, retryAfterMs: 250 };
  }
}

const asProblem = (body: unknown): ProblemBody => (typeof body === 'object' && body !== null ? body : {});
