import { z } from 'zod';
import { grievanceTaken, newComplaint } from '../../../contracts/http/grievances.ts';
import { trackedApplication } from '../../../contracts/http/posting.ts';
import { text } from '../../../contracts/http/values.ts';
import { trackingHash } from '../../../platform/tracking-code.ts';
import { findTracked } from '../../../prisma/repositories/cases.ts';
import { listRunningPostings } from '../../../prisma/repositories/postings.ts';
import { Misses } from '../../access/misses.ts';
import type { AppDeps } from '../../deps.ts';
import { takeGrievance, takenBefore } from '../../grievances/take-grievance.ts';
import { resource } from '../../plugin.ts';
import { notFound } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { dayOf } from '../../views/day.ts';
import { trackedView } from './tracked.ts';

const MOST_MISSES = 20;
const WINDOW_MS = 10 * 60_000;

/** What the public may ask without sign-in: its own application by the tracking code, and a complaint under its name. */
export const publicRoutes = (deps: AppDeps) =>
  resource('public', (app) => {
    const { prisma, secrets } = deps;
    const misses = new Misses(MOST_MISSES, WINDOW_MS);

    app.get(
      '/v1/public/applications/:trackingCode',
      {
        config: { permission: 'public' },
        schema: {
          tags: ['public'],
          summary: '凭查询码查询进度 Where my application stands',
          description:
            '不含个人信息；多次查无结果的来源暂停查询。Nothing personal; who asks in vain too often has to wait.',
          params: z.strictObject({ trackingCode: text(32) }),
          response: { 200: trackedApplication, ...problems(400, 404, 429, 503) },
        },
      },
      async (request, reply) => {
        void reply.header('cache-control', 'no-store');
        return trackedView(await tracked(request.params.trackingCode, request.ip));
      },
    );

    app.post(
      '/v1/public/complaints',
      {
        config: { permission: 'public', acts: true },
        schema: {
          tags: ['public'],
          summary: '实名投诉 Complain under one’s real name, about a posting or an application',
          description:
            '凭公示编号或查询码；内容加密保存，逐件核查答复。By posting or tracking code; kept sealed, investigated and answered.',
          body: newComplaint,
          response: { 201: grievanceTaken, ...problems(400, 404, 409, 413, 415, 422, 429, 503) },
        },
      },
      async (request, reply) => {
        const before = await takenBefore(deps, 'complaint', request);
        if (before) return reply.code(201).send(before);
        const { body, commandId, bodyHash } = request;
        const caseId =
          'postingId' in body
            ? await postedCase(body.postingId, request.ip)
            : (await tracked(body.trackingCode, request.ip)).caseId;
        const { name, phone, text: words } = body;
        const said = { name, phone, text: words };
        const order = { kind: 'complaint', caseId, said, commandId, bodyHash } as const;
        return reply.code(201).send(await takeGrievance(deps, order));
      },
    );

    /** Codes are written as they are read: small letters and blanks make no difference. */
    async function tracked(code: string, address: string) {
      misses.assertFew(address);
      const written = code.toUpperCase().replace(/[\s-]/g, '');
      const state = await findTracked(prisma, trackingHash(secrets.keyedHash, written));
      if (state !== undefined) return state;
      misses.add(address);
      throw notFound();
    }

    async function postedCase(id: string, address: string): Promise<string> {
      misses.assertFew(address);
      const { today } = await dayOf(deps);
      const [posting] = await listRunningPostings(prisma, { today, id, after: '', limit: 1 });
      if (posting !== undefined) return posting.caseId;
      misses.add(address);
      throw notFound();
    }
  });
