import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BINARY } from './server';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCRIPT = path.join(ROOT, 'scripts/postgis');

/** A throw-away PostGIS with the bundled release published in it; it goes away with this process at the latest. */
export function startDatabase(): { url: string; remove: () => void } {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'terrikon-')), 'db');
  const start = ['start', folder, '--fast', '--with-pid', String(process.pid)];
  const url = execFileSync(SCRIPT, start, { encoding: 'utf8' }).trim();
  const remove = () => execFileSync(SCRIPT, ['remove', folder]);
  try {
    execFileSync(BINARY, ['ingest', path.join(ROOT, 'fixtures'), '--store', url, '--publish'], { stdio: 'pipe' });
  } catch (error) {
    remove();
    throw error;
  }
  return { url, remove };
}
