import { createServer, type Server } from 'node:http';

/** What the worker tells about itself over HTTP. */
export type HealthDeps = {
  host: string;
  port: number;
  /** Rejects with the reason while work cannot be done. */
  ready: () => Promise<void>;
  /** All metrics in Prometheus text. */
  metrics: () => Promise<string>;
};

/** Serves `/health/live`, `/health/ready` and `/metrics`. @throws if the port is taken */
export function serveHealth(deps: HealthDeps): Promise<Server> {
  const answer = async (url: string): Promise<[status: number, body: string]> => {
    switch (url) {
      case '/health/live':
        return [200, 'live\n'];
      case '/health/ready':
        await deps.ready();
        return [200, 'ready\n'];
      case '/metrics':
        return [200, await deps.metrics()];
      default:
        return [404, 'not found\n'];
    }
  };
  const server = createServer((request, response) => {
    answer(request.url ?? '')
      .catch((error: unknown): [number, string] => [503, `${error instanceof Error ? error.message : String(error)}\n`])
      .then(([status, body]) => response.writeHead(status, { 'content-type': 'text/plain; version=0.0.4' }).end(body))
      .catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(deps.port, deps.host, () => resolve(server));
  });
}
