import type { Map as MapLibreMap } from 'maplibre-gl';

/** The part of the map beside the panel, as it is now. A canvas, as a picture would still have to be loaded. */
export function pictureOf(map: MapLibreMap): HTMLCanvasElement {
  // The buffer is only there until the browser has shown it, so it is drawn and read in one go.
  map.redraw();
  const canvas = map.getCanvas();
  const { left = 0, right = 0, top = 0, bottom = 0 } = map.getPadding();
  const scale = canvas.width / map.getContainer().clientWidth;
  const width = canvas.width - (left + right) * scale;
  const height = canvas.height - (top + bottom) * scale;
  const cut = document.createElement('canvas');
  cut.width = width;
  cut.height = height;
  cut.getContext('2d')?.drawImage(canvas, left * scale, top * scale, width, height, 0, 0, width, height);
  return cut;
}
