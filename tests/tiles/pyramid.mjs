// Which tiles are looked at, and what is in them.
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

export const LAYERS = [
  'hotspots', 'zones', 'oblasts', 'raions', 'rivers', 'lakes', 'settlements', 'protected-areas', 'facilities', 'countries', 'borders', 'labels', 'fade',
];

/** Kazakhstan and Kyrgyzstan with some room around: west, south, east, north. */
const COVERED = [45, 38, 90, 57];

export function tileAt(lon, lat, z) {
  const sin = Math.sin((lat * Math.PI) / 180);
  const x = (lon / 360 + 0.5) * 2 ** z;
  const y = (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z;
  return { z, x: Math.floor(x), y: Math.floor(y) };
}

export function tilesOver(z, [west, south, east, north] = COVERED) {
  const first = tileAt(west, north, z);
  const last = tileAt(east, south, z);
  const tiles = [];
  for (let x = first.x; x <= last.x; x++) for (let y = first.y; y <= last.y; y++) tiles.push({ z, x, y });
  return tiles;
}

/** `count` of the items, evenly spread over the list. */
export function sample(items, count) {
  if (items.length <= count) return items;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]);
}

/** Does something with each, a few at a time, and keeps their order. */
export async function inTurn(items, work, atOnce = 4) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** The tiles of a zoom that lie in one of these of the zoom above. */
export const below = (tiles) =>
  tiles.flatMap(({ z, x, y }) => [0, 1, 2, 3].map((quarter) => ({ z: z + 1, x: 2 * x + (quarter & 1), y: 2 * y + (quarter >> 1) })));

export const named = ({ z, x, y }) => `${z}/${x}/${y}`;

export class Pyramid {
  constructor(url) {
    this.url = url;
    this.read = new Map();
  }

  /** A tile as it is served, before compression; read once. */
  async bytes(layers, { z, x, y }, query = '') {
    const key = `${layers}/${z}/${x}/${y}${query}`;
    if (!this.read.has(key)) this.read.set(key, await this.fetched(layers, { z, x, y }, query));
    return this.read.get(key);
  }

  async fetched(layers, { z, x, y }, query) {
    const address = `${this.url}/tiles/${layers.join(',')}/${z}/${x}/${y}${query}`;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  /** The features of a tile: `{ layer, type, properties, geometry }`, rings closed by the decoder. */
  async features(layers, tile, query) {
    return decode(await this.bytes(layers, tile, query));
  }

  /** Places on which tiles of high zooms are worth a look: along borders and at hotspots, as [lon, lat]. */
  async placesOfInterest() {
    const places = [];
    for (const tile of tilesOver(6)) {
      for (const feature of await this.features(['borders', 'hotspots'], tile)) {
        const place = feature.geometry[0][0];
        places.push(lonLat(tile, place), lonLat(tile, feature.geometry[0].at(-1)));
      }
    }
    return places;
  }
}

export function decode(bytes) {
  const tile = new VectorTile(new PbfReader(bytes));
  const features = [];
  for (const [name, layer] of Object.entries(tile.layers)) {
    for (let index = 0; index < layer.length; index++) {
      const feature = layer.feature(index);
      const geometry = feature.loadGeometry();
      features.push({ layer: name, type: feature.type, properties: feature.properties, geometry, version: layer.version, extent: layer.extent });
    }
  }
  return features;
}

function lonLat({ z, x, y }, point) {
  const lon = ((x + point.x / 4096) / 2 ** z - 0.5) * 360;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + point.y / 4096)) / 2 ** z))) * 180) / Math.PI;
  return [lon, lat];
}
