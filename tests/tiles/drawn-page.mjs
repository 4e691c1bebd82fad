// Runs in the page: a map of all layers, and a walk over the middles of views.
import { Map as Drawing, setWorkerUrl } from './maplibre-gl.mjs';

const COLOURS = { fill: '#b7c9a8', line: '#4a6fa5', circle: '#b5452c' };
let map;
const faults = [];

setWorkerUrl(new URL('./maplibre-gl-worker.mjs', import.meta.url).href);

/** Draws every feature of each layer by its types of geometry, areas also as outlines. */
function styled(layers) {
  const drawn = layers.flatMap(([layer, types]) => {
    const draw = (type, ...geometries) => ({
      id: `${layer}-${type}`,
      type,
      source: 'tiles',
      'source-layer': layer,
      filter: ['in', ['geometry-type'], ['literal', geometries.flatMap((one) => [one, `Multi${one}`])]],
      paint: { [`${type}-color`]: COLOURS[type], [`${type}-opacity`]: 0.5 },
    });
    return [
      ...(types.includes('Polygon') ? [draw('fill', 'Polygon')] : []),
      ...(types.some((type) => type !== 'Point') ? [draw('line', 'Polygon', 'LineString')] : []),
      ...(types.includes('Point') ? [draw('circle', 'Point')] : []),
    ];
  });
  return {
    version: 8,
    sources: { tiles: { type: 'vector', tiles: [`${location.origin}/tiles/{z}/{x}/{y}`], minzoom: 0, maxzoom: 14 } },
    layers: drawn,
  };
}

globalThis.begin = (layers, pixelRatio) =>
  new Promise((resolve) => {
    map = new Drawing({
      container: 'map',
      style: styled(layers),
      center: [0, 0],
      zoom: 0,
      maxZoom: 14,
      pixelRatio,
      fadeDuration: 0,
      interactive: false,
      attributionControl: false,
      renderWorldCopies: false,
      maxTileCacheSize: 0,
    });
    map.on('error', ({ error }) => faults.push(error.message));
    map.once('load', resolve);
  });

/** Over the middles of views, each so many tiles wide. The whole world would otherwise be drawn larger than its zoom. */
globalThis.walk = async (z, across, centres) => {
  let features = 0;
  const side = `${512 * Math.min(across, 2 ** z)}px`;
  Object.assign(map.getContainer().style, { width: side, height: side });
  map.resize();
  for (const [x, y] of centres) {
    const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
    const idle = new Promise((resolve) => map.once('idle', resolve));
    map.jumpTo({ center: [(x - 0.5) * 360, lat], zoom: z });
    map.triggerRepaint();
    await idle;
    if (Math.abs(map.getZoom() - z) > 1e-9) faults.push(`zoom ${z} was drawn as ${map.getZoom()}`);
    features += map.queryRenderedFeatures().length;
  }
  return { faults: faults.splice(0), features };
};
