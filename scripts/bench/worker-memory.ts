import { setTimeout as sleep } from 'node:timers/promises';

/** Reads how much of the worker's heaps is in use, after a full garbage collection: of its main thread and of the threads of the workflows. */
export interface HeapReader {
  /** Megabytes. */
  usedMegabytes(): Promise<number>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly sessionId?: string; readonly message?: string };
  readonly result?: { readonly usedSize?: number };
}

/**
 * Reaches a Node process by its inspector, which SIGUSR1 opens on `port` (to be named at its start: `--inspect-port`). Nothing is
 * attached between two readings.
 */
export function heapReader(pid: number, port: number): HeapReader {
  return {
    async usedMegabytes() {
      process.kill(pid, 'SIGUSR1');
      const socket = new WebSocket(await debuggerUrl(port));
      try {
        await new Promise((resolve, reject) => {
          socket.addEventListener('open', resolve);
          socket.addEventListener('error', () => reject(new Error('the inspector of the worker does not answer')));
        });
        return (await usedBytes(socket)) / 1_048_576;
      } finally {
        socket.close();
      }
    },
  };
}

async function debuggerUrl(port: number): Promise<string> {
  for (let tries = 0; ; tries += 1) {
    try {
      const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
        webSocketDebuggerUrl: string;
      }[];
      if (target !== undefined) return target.webSocketDebuggerUrl;
    } catch (error) {
      if (tries > 20) throw error;
    }
    await sleep(100);
  }
}

async function usedBytes(socket: WebSocket): Promise<number> {
  let last = 0;
  const waiting = new Map<number, (message: Message) => void>();
  const threads: string[] = [];
  const hear = (message: Message) => {
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === 'NodeWorker.attachedToWorker' && message.params?.sessionId !== undefined)
      threads.push(message.params.sessionId);
    if (message.method === 'NodeWorker.receivedMessageFromWorker')
      hear(JSON.parse(message.params?.message ?? '{}') as Message);
  };
  socket.addEventListener('message', ({ data }) => {
    hear(JSON.parse(String(data)) as Message);
  });
  const ask = (method: string, params: object = {}, thread?: string) =>
    new Promise<Message>((resolve) => {
      const id = (last += 1);
      waiting.set(id, resolve);
      const message = JSON.stringify({ id, method, params });
      if (thread === undefined) socket.send(message);
      else
        socket.send(
          JSON.stringify({
            id: (last += 1),
            method: 'NodeWorker.sendMessageToWorker',
            params: { message, sessionId: thread },
          }),
        );
    });
  await ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
  let used = 0;
  for (const thread of [undefined, ...threads]) {
    // What finalizers free in a first collection is collected by the second.
    await ask('HeapProfiler.collectGarbage', {}, thread);
    await ask('HeapProfiler.collectGarbage', {}, thread);
    used += (await ask('Runtime.getHeapUsage', {}, thread)).result?.usedSize ?? Number.NaN;
  }
  await ask('NodeWorker.disable');
  return used;
}
