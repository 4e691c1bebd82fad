import type { Feature, FeatureCollection } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { discAround } from '../model/distance';
import { type Hotspot, positionOf } from '../model/hotspot';
import { inkOf } from '../model/symbols';

export const SELECTION_SOURCE = 'selection';

/** Under the symbols: the disc in which the place lies, the selected shape and a ring around its symbol. */
export function selectionLayers(theme: 'light' | 'dark'): LayerSpecification[] {
  // The ink belongs to no kind, so the selection is never taken for one.
  const ink = inkOf(theme);
  const source = SELECTION_SOURCE;
  return [
    {
      id: 'selection-accuracy',
      type: 'fill',
      source,
      filter: ['==', ['get', 'part'], 'accuracy'],
      paint: { 'fill-color': ink, 'fill-opacity': 0.05 },
    },
    {
      id: 'selection-accuracy-edge',
      type: 'line',
      source,
      filter: ['==', ['get', 'part'], 'accuracy'],
      paint: { 'line-color': ink, 'line-opacity': 0.5, 'line-width': 1, 'line-dasharray': [4, 3] },
    },
    {
      id: 'selection-shape',
      type: 'line',
      source,
      filter: ['==', ['get', 'part'], 'shape'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ink,
        'line-opacity': 0.35,
        'line-width': ['case', ['==', ['geometry-type'], 'Polygon'], 4, 9],
      },
    },
    {
      id: 'selection-ring',
      type: 'circle',
      source,
      filter: ['in', ['get', 'part'], ['literal', ['place', 'found']]],
      paint: {
        'circle-color': ink,
        'circle-opacity': 0.12,
        'circle-radius': 17,
        'circle-stroke-color': ink,
        'circle-stroke-width': 2,
      },
    },
  ];
}

/** What the selection source holds for a hotspot, a place found by search, or neither. */
export function selectionData(hotspot?: Hotspot, found?: readonly [number, number]): FeatureCollection {
  const features: Feature[] = [];
  if (found) features.push(part('found', { type: 'Point', coordinates: [...found] }));
  const position = hotspot && positionOf(hotspot);
  if (hotspot && position) {
    const radius = hotspot.properties.position_accuracy_m;
    const point = hotspot.geometry?.type === 'Point';
    if (radius && point)
      features.push(part('accuracy', { type: 'Polygon', coordinates: [discAround(position, radius)] }));
    if (!point) features.push(part('shape', hotspot.geometry));
    features.push(part('place', { type: 'Point', coordinates: position }));
  }
  return { type: 'FeatureCollection', features };
}

function part(name: string, geometry: Feature['geometry']): Feature {
  return { type: 'Feature', geometry, properties: { part: name } };
}
