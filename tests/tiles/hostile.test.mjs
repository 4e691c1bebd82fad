// Somebody wants to keep the server busy or fill its memory with tiles that nobody needs: whatever is asked for, in whatever number, it
// is answered soon, what is refused is refused with a 4xx, others are still served, and memory stays within what caches may take.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { LAYERS, inTurn } from './pyramid.mjs';
import { chances, startSynthetic } from './synthetic.mjs';

const CACHE_MB = 16;
/** What the process may grow by, in MiB: its caches, and what allocators keep of what was freed. */
const MOST_GROWTH_MB = 2 * CACHE_MB + 128;
/** How long one answer may take, and how long somebody else waits for an ordinary tile meanwhile. */
const MOST_SECONDS = 5;
const AT_ONCE = 8;
const MANY = Number(process.env.REQUESTS ?? 3_000);

const KINDS = ['tailings', 'dump', 'river', 'lake', 'industrial_town', 'other'];
const STATUSES = ['active', 'closed', 'contained', 'monitored', 'planned_remediation', 'under_remediation', 'partly_remediated', 'remediated', 'unknown'];
const TRUSTS = ['sourced', 'partly', 'unverified'];
const OBLASTS = ['KZ-10', 'KZ-11', 'KZ-15', 'KZ-19', 'KZ-23', 'KZ-27', 'KZ-31', 'KZ-33', 'KZ-35', 'KZ-39', 'KZ-43', 'KZ-47', 'KZ-55', 'KZ-59', 'KZ-61', 'KZ-62', 'KZ-63'];

let server;
before(async () => {
  server = await startSynthetic({ environment: { TERRIKON_TILE_CACHE_MB: String(CACHE_MB), TERRIKON_PAGE_CACHE_MB: '1' } });
  // What is made once, at the first tile of each zoom, is not what a stranger can multiply.
  for (let z = 0; z <= 14; z++) await ask(`/tiles/${LAYERS}/${z}/${Math.floor(0.69 * 2 ** z)}/${Math.floor(0.34 * 2 ** z)}`);
});
after(() => server?.stop());

const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;

async function ask(path, headers = {}) {
  const began = performance.now();
  const response = await fetch(server.url + path, { headers });
  const size = (await response.arrayBuffer()).byteLength;
  return { path, size, status: response.status, type: response.headers.get('content-type'), etag: response.headers.get('etag'), seconds: (performance.now() - began) / 1000 };
}

/** Asks for all of them, a few at a time, while somebody else asks for ordinary tiles; tells how it went. */
async function besieged(t, paths) {
  const before = resident();
  let [most, over] = [before, false];
  const bystander = (async () => {
    const waited = [];
    while (!over) {
      waited.push((await ask('/tiles/hotspots/6/44/21')).seconds);
      most = Math.max(most, resident());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return Math.max(...waited);
  })();
  const began = performance.now();
  const answers = await inTurn(paths, (path) => ask(path), AT_ONCE);
  over = true;
  const [waited, slowest] = [await bystander, answers.reduce((a, b) => (a.seconds > b.seconds ? a : b))];
  const grown = most - before;
  t.diagnostic(
    `${paths.length} requests in ${((performance.now() - began) / 1000).toFixed(1)} s, the slowest ${slowest.seconds.toFixed(2)} s, a bystander ${waited.toFixed(2)} s; ` +
      `${before.toFixed(0)} MiB before, ${grown.toFixed(0)} more at most`,
  );
  assert.ok(slowest.seconds < MOST_SECONDS, `${slowest.path.slice(0, 200)} took ${slowest.seconds.toFixed(1)} s`);
  assert.ok(waited < MOST_SECONDS, `a bystander waited ${waited.toFixed(1)} s`);
  assert.ok(grown < MOST_GROWTH_MB, `the server grew by ${grown.toFixed(0)} MiB, its cache may take ${CACHE_MB}`);
  return answers;
}

const some = (chance, words) => words.filter(() => chance(2)).join(',');
const allServed = (answers) => assert.deepEqual(answers.filter(({ status }) => ![200, 204].includes(status)).slice(0, 3), []);
const allRefused = (answers, ...statuses) => {
  assert.deepEqual(answers.filter(({ status, type }) => !statuses.includes(status) || type !== 'application/problem+json').slice(0, 3), []);
};

test('thousands of different filters on the busiest tiles', async (t) => {
  const chance = chances(1);
  const paths = Array.from({ length: MANY }, () => {
    const filter = new URLSearchParams({ kind: some(chance, KINDS), status: some(chance, STATUSES), trust: some(chance, TRUSTS), oblast: some(chance, OBLASTS) });
    const z = chance(9);
    return `/tiles/hotspots/${z}/${Math.floor(0.69 * 2 ** z)}/${Math.floor(0.34 * 2 ** z)}?${filter}`;
  });
  allServed(await besieged(t, paths));
});

test('thousands of days, with and without a filter', async (t) => {
  const chance = chances(2);
  const day = () => new Date(Date.UTC(1900, 0, 1) + 864e5 * chance(60_000)).toISOString().slice(0, 10);
  const paths = Array.from({ length: MANY }, (_, index) => `/tiles/hotspots,oblasts,zones/${index % 8}/0/0?date=${day()}${index % 2 ? '&kind=dump' : ''}`);
  for (const [index, path] of paths.entries()) {
    const z = index % 8;
    paths[index] = path.replace(`/${z}/0/0`, `/${z}/${Math.floor(0.69 * 2 ** z)}/${Math.floor(0.34 * 2 ** z)}`);
  }
  allServed(await besieged(t, paths));
});

test('layers in every order are one tile, and a repeated one counts once', async (t) => {
  const chance = chances(3);
  const shuffled = () => {
    const layers = [...LAYERS];
    for (let last = layers.length - 1; last > 0; last--) {
      const other = chance(last + 1);
      [layers[last], layers[other]] = [layers[other], layers[last]];
    }
    return layers;
  };
  const orders = Array.from({ length: MANY }, shuffled);
  orders.push(...Array.from({ length: 100 }, () => [...shuffled(), ...shuffled().slice(0, chance(13)), 'hotspots']));
  const answers = await besieged(t, orders.map((layers) => `/tiles/${layers}/5/22/10`));
  allServed(answers);
  const tags = new Set(answers.map(({ etag }) => etag));
  assert.equal(tags.size, 1, `${tags.size} different tiles of the same layers`);
});

test('every set of layers', async (t) => {
  const paths = Array.from({ length: 2 ** LAYERS.length - 1 }, (_, number) => `/tiles/${LAYERS.filter((_, bit) => ((number + 1) >> bit) & 1)}/6/44/21`);
  allServed(await besieged(t, paths));
});

test('lists of thousands of layers, kinds, oblasts and pollutants', async (t) => {
  const long = (word, count) => Array(count).fill(word).join(',');
  const served = [
    `/tiles/${long('hotspots', 800)}/5/22/10`,
    `/tiles/hotspots/5/22/10?kind=${long('dump', 100)}`,
    `/tiles/hotspots/5/22/10?oblast=${long('KZ-35', 100)}`,
    `/tiles/hotspots/5/22/10?oblast=${long('Karaganda%20oblast', 100)}`,
  ];
  allServed(await besieged(t, Array(20).fill(served).flat()));
  const many = [`kind=${long('dump', 1_500)}`, `oblast=${long('KZ-35', 1_300)}`, `oblast=${long('Karaganda%20oblast', 400)}`, `pollutant=${long('pb', 2_500)}`];
  allRefused(await besieged(t, Array(20).fill(many.map((list) => `/tiles/hotspots/5/22/10?${list}`)).flat()), 400, 413, 422);
  const tooLong = [`/tiles/hotspots/5/22/10?oblast=${long('KZ-35', 10_000)}`, `/tiles/${long('rivers', 9_000)}/5/22/10`];
  allRefused(await besieged(t, tooLong), 414);
  const unknown = Array.from({ length: 300 }, (_, index) => `/tiles/hotspots/5/22/10?oblast=${long('Karaganda', 99)},nowhere-${index}`);
  allRefused(await besieged(t, unknown), 400);
});

test('what does not exist is refused, thousands of times', async (t) => {
  const chance = chances(4);
  const hex = () => Array.from({ length: 16 }, () => chance(16).toString(16)).join('');
  const paths = Array.from({ length: MANY }, (_, index) =>
    [
      `/tiles/hotspots/5/22/10?release=r${hex()}`,
      `/tiles/hotspots/${15 + chance(1_000)}/0/0`,
      `/tiles/hotspots/${chance(15)}/${2 ** 20 + chance(2 ** 20)}/0`,
      `/tiles/hotspots/5/-${1 + chance(9)}/0`,
      `/tiles/volcanoes-${index}/5/22/10`,
      `/tiles/hotspots,volcanoes-${index}/5/22/10`,
      `/tiles/hotspots/05/22/10`,
      `/tiles/hotspots/5/22/10?kind=volcano-${index}`,
      `/tiles/hotspots/5/22/10?pollutant=nothing-${index}`,
      `/tiles/hotspots/5/22/10?whatever-${index}=1`,
      `/tiles/hotspots/5/22/10?kind=dump&kind=river`,
      `/tiles//5/22/10`,
      `/tiles/,/5/22/10`,
    ][index % 13],
  );
  allRefused(await besieged(t, paths), 400, 404);
});

test('absurd days are refused or are the first or last ones that there are', async (t) => {
  const days = ['0000-01-01', '-0001-01-01', '9999-12-31', '10000-01-01', '99999-01-01', '2021-02-30', '2021-13-01', '2021-06-31', '1e9', 'today', '2021', '2021-06-30T00:00:00Z', '٢٠٢١-٠٦-٣٠', '-9999-01-01'];
  const answers = await besieged(t, days.map((day) => `/tiles/hotspots/5/22/10?date=${encodeURIComponent(day)}`));
  assert.deepEqual(answers.filter(({ status }) => ![200, 204, 400].includes(status)), []);
  assert.ok(answers.some(({ status }) => status === 400));
});

test('every encoding of many tiles, and questions for their headers only', async (t) => {
  const encodings = ['gzip', 'br', 'zstd', 'identity', 'gzip;q=0.001, *;q=0', Array(200).fill('gzip').join(','), 'br;q=1e9', ''];
  const chance = chances(5);
  const before = resident();
  const tiles = Array.from({ length: 300 }, () => {
    const z = 6 + chance(6);
    return `/tiles/hotspots,zones/${z}/${Math.floor((0.63 + chance(1_000) / 9_000) * 2 ** z)}/${Math.floor((0.31 + chance(1_000) / 14_000) * 2 ** z)}`;
  });
  const answers = await inTurn(tiles.flatMap((path) => encodings.map((encoding) => [path, encoding])), ([path, encoding]) => ask(path, { 'accept-encoding': encoding }), AT_ONCE);
  const heads = await inTurn(tiles, async (path) => (await fetch(server.url + path, { method: 'HEAD' })).status, AT_ONCE);
  allServed(answers);
  assert.deepEqual(heads.filter((status) => ![200, 204].includes(status)), []);
  const grown = resident() - before;
  t.diagnostic(`${answers.length} requests, ${grown.toFixed(0)} MiB more`);
  assert.ok(grown < MOST_GROWTH_MB, `${grown} MiB`);
});

test('many who hang up before the answer', async (t) => {
  const before = resident();
  const chance = chances(6);
  const began = performance.now();
  await inTurn(Array.from({ length: 1_000 }), async () => {
    const path = `/tiles/hotspots/${chance(5)}/0/0?kind=${some(chance, KINDS)}&trust=${some(chance, TRUSTS)}&status=${some(chance, STATUSES)}`;
    await fetch(server.url + path, { signal: AbortSignal.timeout(1 + chance(20)) }).catch(() => {});
  }, 64);
  const { seconds, status } = await ask('/tiles/hotspots/6/44/21');
  t.diagnostic(`1,000 in ${((performance.now() - began) / 1000).toFixed(1)} s, then an ordinary tile after ${seconds.toFixed(2)} s; ${(resident() - before).toFixed(0)} MiB more`);
  assert.equal(status, 200);
  assert.ok(seconds < MOST_SECONDS, `an ordinary tile took ${seconds.toFixed(1)} s`);
  assert.ok(resident() - before < MOST_GROWTH_MB);
});
