// Tiles by chance (TILES of them) of a release with many hotspots, put to the proof.
import { fetched, proven } from './proven.mjs';
import { randomTiles, startSynthetic } from './synthetic.mjs';

const RANDOM = Number(process.env.TILES ?? 2_000);

proven(`${RANDOM} tiles by chance of a release with many hotspots`, startSynthetic, async (url) => fetched(url, await randomTiles(url, RANDOM)));
