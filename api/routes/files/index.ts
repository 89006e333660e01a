import { createHash } from 'node:crypto';
import fastifyMultipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { file, id } from '../../../contracts/http/values.ts';
import { isHeldByCase, readFile, storeFile } from '../../../prisma/repositories/files.ts';
import { withReceipt } from '../../../prisma/repositories/receipts.ts';
import { bodyHashOf } from '../../access/command-id.ts';
import { caseActors, caseworkers } from '../../access/case-roles.ts';
import { actorOf } from '../../commands/actor.ts';
import { visiblePlace } from '../../commands/visible.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { invalidField, notFound, Problem } from '../../problems/problem.ts';
import { problems } from '../../problems/schema.ts';
import { mediaTypeOf } from './media-types.ts';

const stored = z
  .object({ sha256: z.string(), mediaType: z.string(), size: z.int() })
  .meta({ id: 'StoredFile', description: '以 sha256 引用 Name it by its sha256' });

/** For the document only: the parser of multipart hands on a stream, whose one part the route checks itself. */
const form = z
  .any()
  .meta({ type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] });

/** Papers and photos: sealed at rest, named by the hash of their content. */
export const fileRoutes = ({ prisma, secrets, fileLimitBytes }: AppDeps) =>
  resource('files', async (app) => {
    await app.register(fastifyMultipart, {
      limits: { files: 1, fields: 0, parts: 1, fileSize: fileLimitBytes },
    });

    app.post(
      '/v1/files',
      {
        config: { permission: { roles: caseActors }, acts: true },
        schema: {
          tags: ['files'],
          summary: '上传材料或照片 Upload a paper or photo (PDF, JPEG, PNG)',
          description:
            '字段 file；按内容判断类型，加密保存。One part named `file`; the type is told by the content, kept encrypted.',
          consumes: ['multipart/form-data'],
          body: form,
          response: { 201: stored, ...problems(400, 401, 403, 413, 415, 422, 503) },
        },
      },
      async (request, reply) => {
        const content = await contentOf(request);
        const mediaType = mediaTypeOf(content);
        if (mediaType === undefined)
          throw invalidField('body', 'file', { zh: '只接受 PDF、JPEG、PNG', en: 'Only PDF, JPEG and PNG are taken' });
        const sha256 = createHash('sha256').update(content).digest('hex');
        const answer = { sha256, mediaType, size: content.length };
        const { commandId, caller } = request;
        await prisma.$transaction((tx) =>
          withReceipt(tx, commandId, bodyHashOf('POST', '/v1/files', answer), async () => {
            await storeFile(tx, secrets.sealer, { sha256, mediaType, content, storedBy: caller.staffId });
            return answer;
          }),
        );
        return reply.code(201).header('location', `/v1/files/${sha256}`).send(answer);
      },
    );

    app.get(
      '/v1/files/:sha256',
      {
        config: { permission: { roles: caseworkers } },
        schema: {
          tags: ['files'],
          summary: '查看材料 A paper or photo, for staff of a case that holds it',
          params: z.strictObject({ sha256: file }),
          querystring: z.strictObject({
            caseId: id.optional().meta({
              description: '持有该文件的个案；本人上传的可不填 The case that holds it; not needed for one’s own upload',
            }),
          }),
          response: {
            200: {
              description: 'application/pdf, image/jpeg or image/png',
              content: { 'application/octet-stream': { schema: z.any() } },
            },
            ...problems(400, 401, 403, 404, 503),
          },
        },
      },
      async (request, reply) => {
        const { sha256 } = request.params;
        const found = await readFile(prisma, secrets.sealer, sha256);
        const own = found?.storedBy === request.caller.staffId;
        if (found === undefined || (!own && !(await isOfCase(request, request.query.caseId)))) throw notFound();
        return reply
          .type(found.mediaType)
          .header('content-disposition', 'inline')
          .header('cache-control', 'private, no-store')
          .header('content-security-policy', "default-src 'none'; sandbox")
          .send(found.content);
      },
    );

    async function isOfCase(request: FastifyRequest, caseId: string | undefined): Promise<boolean> {
      if (caseId === undefined) return false;
      await visiblePlace(prisma, actorOf(request), caseId);
      return isHeldByCase(prisma, caseId, (request.params as { sha256: string }).sha256);
    }
  });

/** The content of the one part named `file`. */
async function contentOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new Problem('unsupported-media-type');
  const part = await request.file();
  if (part?.fieldname !== 'file')
    throw invalidField('body', 'file', { zh: '须有一个名为 file 的文件', en: 'One file in a part named `file`' });
  return part.toBuffer();
}
