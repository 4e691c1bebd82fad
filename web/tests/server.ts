import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

export const BINARY = process.env.TERRIKON_BIN ?? path.resolve(import.meta.dirname, '../../target/debug/terrikon');
const PATIENCE_MS = 60_000;

export interface Server {
  url: string;
  stop: () => void;
}

/**
 * The real server on a free port, over the bundled release or a store that is named, with further options; TERRIKON_URL names one of the
 * first kind that runs already.
 */
export async function startServer(store?: string, options: readonly string[] = []): Promise<Server> {
  if (process.env.TERRIKON_URL && !store && options.length === 0)
    return { url: process.env.TERRIKON_URL, stop: () => undefined };
  const address = `127.0.0.1:${await freePort()}`;
  const server = spawn(BINARY, ['serve', '--listen', address, ...options], {
    env: { ...process.env, ...(store && { TERRIKON_STORE: store }) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => {
    server.kill();
  };
  try {
    await untilReady(`http://${address}`, server);
  } catch (error) {
    stop();
    throw error;
  }
  return { url: `http://${address}`, stop };
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  let failure: Error | undefined;
  server.once('error', (error) => {
    failure = error;
  });
  server.once('exit', (code) => {
    failure ??= new Error(`the server ended with ${code}`);
  });
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; ) {
    if (failure) throw failure;
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the server has not become ready at ${url}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
