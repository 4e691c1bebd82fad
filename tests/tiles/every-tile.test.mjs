// Every tile of the bundled release from zoom 0 to LOWEST, put to the proof.
import { LAYERS, below, named, tilesOver } from './pyramid.mjs';
import { fetched, json, proven } from './proven.mjs';
import { startServer } from './server.mjs';

const LOWEST = Number(process.env.LOWEST ?? 10);

/** All tiles over the extent of the release, from the top down: where a tile has nothing, nothing below it is asked for. */
async function everyTile(url) {
  const { bounds } = await json(`${url}/tiles/${LAYERS}.json`);
  const all = new Map();
  let level = tilesOver(0, bounds);
  while (level.length) {
    const found = await fetched(url, level);
    for (const [name, bytes] of found) all.set(name, bytes);
    const within = new Set(level[0].z < LOWEST ? tilesOver(level[0].z + 1, bounds).map(named) : []);
    level = below(level.filter((tile) => found.has(named(tile)))).filter((tile) => within.has(named(tile)));
  }
  return all;
}

proven(`every tile of the bundled release at zooms 0 to ${LOWEST}`, startServer, everyTile);
