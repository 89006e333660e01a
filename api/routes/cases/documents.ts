import { createHash } from 'node:crypto';
import { z } from 'zod';
import { documentView } from '../../../contracts/http/case.ts';
import { grievance } from '../../../contracts/http/grievances.ts';
import { id } from '../../../contracts/http/values.ts';
import { documentKinds } from '../../../policy/lifecycle/documents.ts';
import { recordPersonLookup } from '../../../prisma/repositories/access-records.ts';
import { readDocument } from '../../../prisma/repositories/case-documents.ts';
import { readGrievance } from '../../../prisma/repositories/grievances.ts';
import { caseReaders, caseworkers } from '../../access/case-roles.ts';
import { actorOf } from '../../commands/actor.ts';
import { visiblePlace, visibleState } from '../../commands/visible.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { notFound } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';

/** Documents are printed as they are: styles of their own, no script, nothing from elsewhere. */
const DOCUMENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-modals";

const params = z.strictObject({ id });

/** Documents 文书 of a case as they were issued, and what objectors and complainants said. */
export const caseDocumentRoutes = ({ prisma, secrets }: AppDeps) =>
  resource('case-documents', (app) => {
    app.get(
      '/v1/cases/:id/documents',
      {
        config: { permission: { roles: caseReaders } },
        schema: {
          tags: ['cases'],
          summary: '文书列表 Documents issued, with their service',
          params,
          response: { 200: z.object({ items: z.array(documentView) }), ...problems(400, 401, 403, 404, 503) },
        },
      },
      async (request) => {
        const state = await visibleState(prisma, actorOf(request), request.params.id);
        const titles: Readonly<Record<string, string>> = documentKinds;
        const items = state.documents.map(({ number, kind, on, sha256, served }) => ({
          number,
          kind,
          title: titles[kind] ?? kind,
          on,
          sha256,
          served: served ? { ...served } : null,
        }));
        return { items };
      },
    );

    app.get(
      '/v1/cases/:id/documents/:number',
      {
        config: { permission: { roles: caseworkers } },
        schema: {
          tags: ['cases'],
          summary: '文书原文（可打印，查阅留痕） A document as issued, to print; each reading is recorded',
          params: params.extend({ number: z.string().regex(/^[\w-]{1,60}$/) }),
          response: {
            200: { content: { 'text/html': { schema: z.string() } } },
            ...problems(400, 401, 403, 404, 503),
          },
        },
      },
      async (request, reply) => {
        const { id: caseId, number } = request.params;
        const state = await visibleState(prisma, actorOf(request), caseId);
        const found = await readDocument(prisma, secrets.sealer, caseId, number);
        if (found === undefined) throw notFound();
        await recordPersonLookup(prisma, {
          staffId: request.caller.staffId,
          personId: state.application.head,
          purpose: `document ${number}`,
        });
        const sha256 = createHash('sha256').update(found.html).digest('hex');
        if (sha256 !== found.sha256) throw new Error(`Document ${number} is not what was issued.`);
        return reply
          .type('text/html; charset=utf-8')
          .header('content-security-policy', DOCUMENT_POLICY)
          .header('cache-control', 'private, no-store')
          .header('etag', `"${sha256}"`)
          .send(found.html.toString('utf8'));
      },
    );

    app.get(
      '/v1/cases/:id/grievances/:grievanceId',
      {
        config: { permission: { roles: ['townClerk', 'districtOfficer', 'cityBureau'] as const } },
        schema: {
          tags: ['cases'],
          summary: '异议或投诉内容 What an objector or complainant said',
          params: params.extend({ grievanceId: id }),
          response: { 200: grievance, ...problems(400, 401, 403, 404, 503) },
        },
      },
      async (request) => {
        const { id: caseId, grievanceId } = request.params;
        await visiblePlace(prisma, actorOf(request), caseId);
        const found = await readGrievance(prisma, secrets.sealer, caseId, grievanceId);
        if (found === undefined) throw notFound();
        return { id: found.id, kind: found.kind, ...found.said };
      },
    );
  });
