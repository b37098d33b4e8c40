import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { Level } from 'level';
import { ensureTable, TABLE_NAME } from './todo-table';

/** A DynamoDB inside this process. */
export interface LocalDynamoDb {
  /** What the handlers and the SDK need to reach it. */
  readonly environment: {
    readonly TODOS_NAME: string;
    readonly AWS_ENDPOINT_URL_DYNAMODB: string;
    readonly AWS_REGION: string;
    readonly AWS_ACCESS_KEY_ID: string;
    readonly AWS_SECRET_ACCESS_KEY: string;
  };
  readonly stop: () => Promise<void>;
}

// The SDK tells each process and thread on Node.js 20 that it will want 22; what is deployed runs on a newer one anyway.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** Starts a DynamoDB with the todo table on a free port of the loopback interface; without a folder it forgets on stop. */
export const startDynamoDb = async (folder?: string): Promise<LocalDynamoDb> => {
  if (folder !== undefined) {
    await prepare(folder);
  }
  const server = dynalite({ path: folder, createTableMs: 0 });
  const endpoint = await listen(server);
  // The SDK signs each request with something; dynalite takes any signature.
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials });
  await ensureTable(client);
  client.destroy();
  return {
    environment: {
      TODOS_NAME: TABLE_NAME,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    },
    stop: () => close(server),
  };
};

/** Opens the folder once, because dynalite ends the process where it cannot: most often another one has the folder open. */
const prepare = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const database = new Level(folder);
  try {
    await database.open();
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new Error(`The local DynamoDB cannot open ${folder}; is it running already? ${reason}`);
  }
  await database.close();
};

const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
  });
