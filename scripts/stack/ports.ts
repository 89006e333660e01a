import { createServer } from 'node:net';

/** A port that a part wants, with the variable that moves it. */
export type WantedPort = { what: string; port: number; variable: string };

function listens(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : undefined));
    });
  });
}

/** A port of this machine that nothing uses now. */
export async function freePort(): Promise<number> {
  const port = await listens(0, '127.0.0.1');
  if (port === undefined) throw new Error('This machine has no free port on 127.0.0.1.');
  return port;
}

/** @throws Error naming every wanted port that is taken, and the variable to change */
export async function assertPortsFree(wanted: WantedPort[]): Promise<void> {
  const faults: string[] = [];
  for (const [index, { what, port, variable }] of wanted.entries()) {
    const twin = wanted.findIndex((other) => other.port === port);
    if (twin < index) {
      faults.push(
        `Port ${port} is meant for both ${wanted[twin]?.what ?? ''} and ${what}. Set ${variable} to another one.`,
      );
    } else if ((await listens(port, '127.0.0.1')) === undefined) {
      faults.push(`Port ${port} (${what}) is taken. Stop what uses it, or set ${variable} to another port.`);
    }
  }
  if (faults.length > 0) throw new Error(`Nothing was started:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}
