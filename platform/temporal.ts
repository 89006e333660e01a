import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Config } from './config.ts';

type Settings = Pick<Config['temporal'], 'address' | 'tls' | 'namespace'>;

/**
 * Opens a client of the Temporal server. All payloads pass through `dataConverter`, which encrypts them.
 * Close with `client.connection.close()`.
 * @throws if the server does not answer within ten seconds
 */
export async function connectClient(settings: Settings, dataConverter: DataConverter): Promise<Client> {
  const connection = await Connection.connect({ address: settings.address, tls: settings.tls, connectTimeout: '10s' });
  return new Client({ connection, namespace: settings.namespace, dataConverter });
}
