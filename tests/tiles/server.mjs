// The real binary on a free port. TERRIKON_BIN names another binary, TERRIKON_URL a server that runs already.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export const BINARY = process.env.TERRIKON_BIN ?? fileURLToPath(new URL('../../target/debug/terrikon', import.meta.url));
const PATIENCE_MS = 120_000;

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

/** Starts the server, on the bundled release if no other is given, and waits until it is ready: `{ url, pid, stop }`. */
export async function startServer({ store, environment } = {}) {
  if (process.env.TERRIKON_URL && !store) return { url: process.env.TERRIKON_URL, stop: () => {} };
  const address = `127.0.0.1:${await freePort()}`;
  const options = store ? ['--store', store] : [];
  const server = spawn(BINARY, ['serve', '--listen', address, ...options], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } });
  const url = `http://${address}`;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const ready = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (ready?.ok) return { url, pid: server.pid, stop: () => server.kill() };
    if (Date.now() > deadline) {
      server.kill();
      throw new Error(`the server was not ready within ${PATIENCE_MS} ms`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
