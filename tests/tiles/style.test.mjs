// The style, its sprites and its tiles fit together.
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startServer } from './server.mjs';

let server;
before(async () => {
  server = await startServer();
});
after(() => server?.stop());

const getJson = async (path) => {
  const response = await fetch(new URL(path, server.url));
  assert.equal(response.status, 200, path);
  return response.json();
};

for (const theme of ['light', 'dark']) {
  for (const lang of ['en', 'ru', 'kk', 'ky']) {
    test(`the ${theme} style in ${lang} is valid and names only what there is`, async () => {
      const style = await getJson(`/style.json?theme=${theme}&lang=${lang}`);
      // The specification asks for absolute addresses; the server may give them relative to itself.
      style.sprite = new URL(style.sprite, server.url).href;
      assert.deepEqual(validateStyleMin(style).map(({ message }) => message), []);
      assert.equal(style.glyphs, undefined);
      for (const source of Object.values(style.sources)) {
        const [, layers] = source.tiles[0].match(/\/tiles\/([a-z,]+)\/\{z\}\/\{x\}\/\{y\}\?release=r[0-9a-f]{16}$/);
        const { vector_layers: described } = await getJson(`/tiles/${layers}.json`);
        source.fields = new Map(described.map((layer) => [layer.id, layer.fields]));
      }
      for (const layer of style.layers.filter(({ source }) => source)) {
        const fields = style.sources[layer.source].fields.get(layer['source-layer']);
        assert.ok(fields, layer.id);
        for (const [, name] of JSON.stringify(layer).matchAll(/\["(?:get|has)","(\w+)"\]/g)) {
          assert.ok(fields[name], `${layer.id} asks for ${name}`);
        }
      }
    });
  }

  test(`the ${theme} sprite has every symbol, in both densities`, async () => {
    const style = await getJson(`/style.json?theme=${theme}`);
    const sprite = new URL(style.sprite, server.url).href;
    for (const suffix of ['', '@2x']) {
      const symbols = await (await fetch(`${sprite}${suffix}.json`)).json();
      for (const kind of ['tailings', 'dump', 'river', 'lake', 'industrial_town', 'other']) {
        for (const variant of ['', '-unverified', '-imprecise', '-imprecise-unverified']) {
          assert.ok(symbols[kind + variant], kind + variant);
        }
      }
      const picture = new DataView(await (await fetch(`${sprite}${suffix}.png`)).arrayBuffer());
      assert.equal(picture.getUint32(0), 0x89504e47, 'a PNG file');
      const [width, height] = [picture.getUint32(16), picture.getUint32(20)];
      for (const { x, y, width: w, height: h } of Object.values(symbols)) assert.ok(x + w <= width && y + h <= height);
    }
  });
}
