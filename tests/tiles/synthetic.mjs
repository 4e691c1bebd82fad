// A release of many made-up hotspots. HOTSPOTS says how many, RELEASE names one that is made already.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTurn, tileAt } from './pyramid.mjs';
import { BINARY, startServer } from './server.mjs';

export const HOTSPOTS = Number(process.env.HOTSPOTS ?? 100_000);
const SEED = 7;

/** The file of the release, made where there is none or where the binary is younger. */
function file() {
  if (process.env.RELEASE) return process.env.RELEASE;
  const made = fileURLToPath(new URL(`../../target/synthetic-${HOTSPOTS}.gpkg`, import.meta.url));
  if (existsSync(made) && statSync(made).mtimeMs > statSync(BINARY).mtimeMs) return made;
  mkdirSync(dirname(made), { recursive: true });
  execFileSync(BINARY, ['synth', '--hotspots', HOTSPOTS, '--seed', SEED, '--out', made], { stdio: 'inherit' });
  return made;
}

/** A server of that many hotspots. */
export const startSynthetic = (settings) => startServer({ ...settings, store: file() });

/** Whole numbers from 0 up to a limit, by chance and yet the same in every run. */
export function chances(seed) {
  let state = seed >>> 0;
  return (limit) => {
    // The generator mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** So many different tiles of zooms 0 to 14: where hotspots are, or beside it. */
export async function randomTiles(url, count, seed = 6) {
  const chance = chances(seed);
  const tiles = new Map();
  const places = await randomPlaces(url, count, chance);
  for (let tries = 0; tiles.size < count && tries < 100 * count; tries++) {
    const z = chance(15);
    const [lon, lat] = places[chance(places.length)];
    const own = tileAt(lon, lat, z);
    const [x, y] = [own.x + chance(3) - 1, own.y + chance(3) - 1];
    if ([x, y].every((number) => number >= 0 && number < 2 ** z)) tiles.set(`${z}/${x}/${y}`, { z, x, y });
  }
  return [...tiles.values()];
}

async function randomPlaces(url, count, chance) {
  const ids = Array.from({ length: count }, () => `synth-${String(1 + chance(HOTSPOTS)).padStart(7, '0')}`);
  const places = await inTurn(ids, async (id) => {
    const response = await fetch(`${url}/api/collections/hotspots/items/${id}?skipGeometry=true&properties=position`);
    return response.ok ? (await response.json()).properties.position : undefined;
  });
  return places.filter(Boolean);
}
