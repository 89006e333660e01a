import { z } from 'zod';
import { isEncrypted } from '../../../platform/codec.ts';
import type { AppDeps } from '../../deps.ts';
import { resource } from '../../plugin.ts';
import { problems } from '../../problems/schema.ts';
import { invalidField } from '../../problems/problem.ts';
import { fromJson, payloads, toJson } from './payloads.ts';

/** A page of a workflow's history at once. */
const BODY_LIMIT_BYTES = 8 * 1024 * 1024;

const body = z.looseObject({ payloads });
const headers = z.looseObject({
  'x-namespace': z.string().max(200).optional(),
  'x-workflow-id': z.string().max(200).optional(),
});

/**
 * What the Temporal UI and CLI ask to show payloads. Administrators only, by access token or by the session of `/signin`;
 * from other origins the UI's alone; each opening is recorded before anything is shown.
 */
export const codecRoutes = ({ codec, recordOpening }: AppDeps) =>
  resource('codec', (app) => {
    const common = {
      config: { permission: { roles: ['administrator'] as const }, session: true, crossOrigin: true, acts: false },
      bodyLimit: BODY_LIMIT_BYTES,
    };

    app.post(
      '/codec/decode',
      {
        ...common,
        schema: {
          tags: ['administration'],
          summary: '解密工作流载荷（留痕）Decrypt payloads; every opening is recorded',
          body,
          headers,
          response: { 200: z.object({ payloads }), ...problems(400, 401, 403, 413, 415, 503) },
        },
      },
      async (request) => {
        const sent = request.body.payloads.map(fromJson);
        const decoded = await codec.decode(sent).catch(() => {
          throw invalidField('body', 'payloads', { zh: '无法解密', en: 'Cannot be decrypted with the keys in use' });
        });
        await recordOpening({
          staffId: request.caller.staffId,
          count: sent.filter(isEncrypted).length,
          namespace: request.headers['x-namespace'] ?? 'unknown',
          workflowId: request.headers['x-workflow-id'],
        });
        return { payloads: decoded.map(toJson) };
      },
    );

    app.post(
      '/codec/encode',
      {
        ...common,
        schema: {
          tags: ['administration'],
          summary: '加密工作流载荷 Encrypt payloads',
          body,
          headers,
          response: { 200: z.object({ payloads }), ...problems(400, 401, 403, 413, 415, 503) },
        },
      },
      async (request) => ({ payloads: (await codec.encode(request.body.payloads.map(fromJson))).map(toJson) }),
    );
  });
