// Nobody is lost and nobody is counted twice: at every zoom the hotspots of all tiles, clustered, single or held back, are those that the API
// counts, kind by kind and however they are narrowed; each symbol is in one tile; and a second server sends the same bytes.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { below, inTurn, named } from './pyramid.mjs';
import { startServer } from './server.mjs';
import { POINT, strictly } from './spec.mjs';
import { randomTiles, startSynthetic } from './synthetic.mjs';

const KINDS = ['tailings', 'dump', 'river', 'lake', 'industrial_town', 'other'];
const WORLD = '-180,-90,180,90';

const RELEASES = {
  'the bundled release': {
    start: startServer,
    lowest: () => 10,
    narrowed: ['', 'kind=tailings', 'kind=river,lake', 'oblast=KZ-35', 'oblast=KZ-35&date=2021-06-30', 'date=2021-06-30', 'status=active', 'kind=dump&oblast=KZ-63,KG-J'],
  },
  'a release with many hotspots': {
    start: startSynthetic,
    // With all of them, down to where nothing is clustered by distance.
    lowest: (query) => (query ? 8 : 10),
    narrowed: ['', 'kind=tailings', 'oblast=KZ-35', 'oblast=KZ-35&date=2021-06-30', 'date=2021-06-30', 'status=active&kind=dump,other'],
  },
};

for (const [what, { start, lowest, narrowed }] of Object.entries(RELEASES)) {
  describe(what, () => {
    let server;
    before(async () => {
      server = await start();
    });
    after(() => server?.stop());

    const tile = async (url, { z, x, y }, query) => {
      const response = await fetch(`${url}/tiles/hotspots/${z}/${x}/${y}?${query}`);
      if (![200, 204].includes(response.status)) throw new Error(`${z}/${x}/${y}?${query}: ${response.status} ${await response.text()}`);
      return new Uint8Array(await response.arrayBuffer());
    };

    /** How many hotspots with a place the API counts, by kind. */
    const expected = async (query) => {
      const asked = new URLSearchParams(query);
      const kinds = asked.get('kind')?.split(',') ?? KINDS;
      asked.delete('kind');
      const counts = await inTurn(kinds, async (kind) => {
        const answer = await fetch(`${server.url}/api/collections/hotspots/items?limit=1&bbox=${WORLD}&kind=${kind}&${asked}`);
        assert.equal(answer.status, 200);
        return [kind, (await answer.json()).numberMatched];
      });
      return Object.fromEntries(counts.filter(([, count]) => count > 0));
    };

    for (const query of narrowed) {
      test(`every zoom has them all: ${query || 'of today'}`, async (t) => {
        const wanted = await expected(query);
        const total = Object.values(wanted).reduce((sum, count) => sum + count, 0);
        assert.ok(total > 0, 'something to count');
        let level = [{ z: 0, x: 0, y: 0 }];
        for (let z = 0; z <= lowest(query); z++) {
          const bodies = await inTurn(level, (one) => tile(server.url, one, query));
          const counted = count(level.map(named), bodies);
          assert.deepEqual(counted.twice, [], `zoom ${z}`);
          assert.equal(counted.total + counted.heldBack, total, `zoom ${z}: ${counted.total} shown, ${counted.heldBack} held back`);
          if (counted.heldBack === 0) assert.deepEqual(counted.kinds, sorted(wanted), `zoom ${z}`);
          level = further(level.filter((_, index) => bodies[index].length > 0), counted.clusters > 0);
          t.diagnostic(`zoom ${z}: ${counted.tiles} tiles, ${counted.clusters} clusters, ${counted.total} hotspots, ${counted.heldBack} held back`);
        }
      });
    }

    test('another server on the same release sends the same bytes, and its clusters have the same ids', async () => {
      const tiles = what.includes('many') ? await randomTiles(server.url, 200, 9) : [0, 3, 5, 6].flatMap((z) => ({ z, x: (11 * 2 ** z) >> 4, y: (5 * 2 ** z) >> 4 }));
      // In the other order: what was asked for before must not matter.
      const first = await inTurn(tiles, (one) => tile(server.url, one, ''));
      const second = await start();
      try {
        const others = await inTurn(tiles.toReversed(), (one) => tile(second.url, one, ''));
        others.reverse().forEach((bytes, index) => assert.deepEqual(bytes, first[index], named(tiles[index])));
        assert.ok(first.some((bytes) => bytes.length > 0));
      } finally {
        second.stop();
      }
    });
  });
}

/** The tiles of the next zoom that may have anything. A cluster lies in the middle of its members: these may be beside what is below it. */
function further(tiles, clustered) {
  const children = below(tiles);
  if (!clustered) return children;
  const around = children.flatMap(({ z, x, y }) => [-1, 0, 1].flatMap((east) => [-1, 0, 1].map((south) => ({ z, x: x + east, y: y + south }))));
  const inside = around.filter(({ z, x, y }) => [x, y].every((number) => number >= 0 && number < 2 ** z));
  return [...new Map(inside.map((tile) => [named(tile), tile])).values()];
}

const sorted = (counts) => Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b)));

/** What the tiles of one zoom hold together. */
function count(names, bodies) {
  const counted = { tiles: 0, clusters: 0, total: 0, heldBack: 0, kinds: {}, twice: [] };
  const add = (kind, number) => {
    counted.kinds[kind] = (counted.kinds[kind] ?? 0) + number;
    counted.total += number;
  };
  const seen = new Map();
  bodies.forEach((bytes, index) => {
    const layer = strictly(bytes).find(({ name }) => name === 'hotspots');
    if (!layer) return;
    counted.tiles += 1;
    for (const { id, type, properties } of layer.features) {
      counted.heldBack += properties.held_back ?? 0;
      if (properties.shape || type !== POINT) continue;
      const own = properties.id ?? id;
      if (own !== undefined) {
        if (seen.has(own)) counted.twice.push(`${own} in ${seen.get(own)} and ${names[index]}`);
        seen.set(own, names[index]);
      }
      if (!properties.cluster) {
        add(properties.kind, 1);
        continue;
      }
      counted.clusters += 1;
      const kinds = Object.entries(properties).filter(([key]) => key.startsWith('count_'));
      for (const [key, number] of kinds) add(key.slice('count_'.length), number);
      const sum = kinds.reduce((sum, [, number]) => sum + number, 0);
      assert.equal(sum, properties.count, `a cluster of ${properties.count} in ${names[index]} has ${sum} by kind`);
    }
  });
  counted.kinds = sorted(counted.kinds);
  return counted;
}
