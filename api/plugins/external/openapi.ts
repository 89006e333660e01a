import fastifySwagger from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from 'fastify-type-provider-zod';
import { plugin } from '../../plugin.ts';

const description = `社会救助业务流程编排接口。Workflow orchestration for social assistance.

金额以分为单位，日期为北京时间（Asia/Shanghai）的公历日期。Money is integer fen; dates are civil dates of Asia/Shanghai.
每个会产生效果的 POST 须带 \`Idempotency-Key\`：重复发送得到第一次的结果。Every POST that acts takes an \`Idempotency-Key\`: sent again,
it returns the first outcome. 错误为 RFC 9457 \`application/problem+json\`。
访问令牌由 OIDC 发放；开发环境用 \`npm run token -- townClerk 320411101\` 取得。Access tokens come from the OIDC issuer; a development stack
signs them itself: \`npm run token\`.`;

/** Collects the routes' schemas into an OpenAPI 3.1 document and serialises answers by them. */
export const openapi = plugin('openapi', [], async (app) => {
  app.setSerializerCompiler(serializerCompiler);
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      servers: [{ url: '/' }],
      info: { title: '兜底 Doudi', version: '0.1.0', description },
      components: { securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: (document) => {
      const { schema, url } = jsonSchemaTransform(document);
      const permission = document.route.config?.permission;
      if (permission === undefined || permission === 'public') return { schema, url };
      const roles = `允许的岗位 Roles: ${permission.roles.join(', ')}`;
      const stated = schema.description;
      return {
        schema: { ...schema, security: [{ accessToken: [] }], description: stated ? `${stated}\n\n${roles}` : roles },
        url,
      };
    },
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document)),
  });
});

type OpenApiDocument = ReturnType<typeof jsonSchemaTransformObject>;

/** Drops named schemas that no path leads to: the generator names each one for input and for output alike. */
function withoutUnused(document: OpenApiDocument): OpenApiDocument {
  if (!('openapi' in document) || document.components?.schemas === undefined) return document;
  const all: Readonly<Record<string, unknown>> = document.components.schemas;
  const used = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(all[name] ?? {});
    }
  };
  follow(document.paths);
  const schemas = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)));
  return { ...document, components: { ...document.components, schemas } } as OpenApiDocument;
}
