import { page } from '../model/page';
import { Problem } from './problem';

type Parameters = Record<string, string | number | undefined>;

/** After that long a silent server counts as gone. */
const PATIENCE_MS = 20_000;

/** Where the server is, without its last slash: empty for pages of its own. */
let server = '';

/** Asks a server of another origin from now on: `https://map.example`. */
export function askAt(url: URL): void {
  server = url.href.replace(/\/$/, '');
}

/** The address of a path of the server. */
export function served(path: string): string {
  return server + path;
}

/** GET a JSON document of our own server; every failure is a `Problem`, except an abort by the caller. */
export async function getJson<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  if (page.alone) {
    const { answerAlone } = await import('./alone');
    return (await answerAlone(path, parameters, signal)) as T;
  }
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const timeout = AbortSignal.timeout(PATIENCE_MS);
  const address = served(path);
  try {
    const response = await fetch(query.size > 0 ? `${address}?${query}` : address, {
      headers: { Accept: 'application/geo+json, application/json' },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
    return (await response.json()) as T;
  } catch (error) {
    if (error instanceof Problem || signal?.aborted) throw error;
    throw new Problem(timeout.aborted ? 408 : 0);
  }
}
