import * as maplibre from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Camera } from '../model/view-state';
import { HOME } from './bounds';
import { fitInto } from './camera';

maplibre.setWorkerUrl(workerOf(new URL(workerUrl, location.href)));

/**
 * The address to start a worker from. On our own pages it is the file itself, as their policy allows nothing else. A browser starts no
 * worker from another origin, but one from memory that imports it: for pages that embed the map.
 */
function workerOf(file: URL): string {
  if (file.origin === location.origin) return file.href;
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(file.href)};`], { type: 'text/javascript' }));
}

/** Letters of all scripts that labels are drawn with: each loads its own part of the family. */
const SCRIPTS = 'AaЯяҚқӨөҮү';

/** Labels are painted once and kept as pictures, so their font must be there before the first one. */
async function loadLabelFonts(): Promise<void> {
  const styles = ['400', '500', 'italic 400'].map((style) => document.fonts.load(`${style} 24px "Noto Sans"`, SCRIPTS));
  await Promise.allSettled(styles);
}

/** A map with neither style nor controls, showing the camera or else both countries. */
export async function createMap(
  container: HTMLElement,
  camera: Camera | undefined,
  padding: maplibre.PaddingOptions,
  options: Partial<maplibre.MapOptions> = {},
): Promise<maplibre.Map> {
  await loadLabelFonts();
  const map = new maplibre.Map({
    ...options,
    container,
    style: { version: 8, sources: {}, layers: [] },
    minZoom: 2,
    maxZoom: 17,
    maxBounds: [-10, -30, 150, 80],
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setPadding(padding);
  if (camera) map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
  else fitInto(map, HOME, false);
  return map;
}
