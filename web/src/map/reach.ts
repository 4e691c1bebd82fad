import type { Feature, FeatureCollection } from 'geojson';
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Course } from '../api/exposure';
import { discAround } from '../model/distance';
import { inkOf, kindColour } from '../model/symbols';
import { type Bounds, boundsOfPositions } from './bounds';

export const REACH_SOURCE = 'reach';

/** What is drawn as counted: all within a radius of a point that is known within an accuracy; all in metres. */
export interface Reach {
  position: readonly [lon: number, lat: number];
  radius: number;
  accuracy: number;
}

/** Corners of a drawn circle: 128 stray from it by less than a thousandth of its radius. */
const CORNERS = 128;

/** The circle of the radius, the edge of what may lie within it, and the way down a river with what lies beside it. */
export function reachLayers(theme: 'light' | 'dark'): LayerSpecification[] {
  const ink = inkOf(theme);
  const water = kindColour('river', theme);
  const source = REACH_SOURCE;
  const part = (name: string): ['==', ['get', string], string] => ['==', ['get', 'part'], name];
  const line = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    {
      id: 'reach-corridor',
      type: 'fill',
      source,
      filter: part('corridor'),
      paint: { 'fill-color': water, 'fill-opacity': 0.12 },
    },
    {
      id: 'reach-path',
      type: 'line',
      source,
      filter: part('path'),
      layout: line,
      paint: { 'line-color': water, 'line-width': 4, 'line-opacity': 0.9 },
    },
    {
      id: 'reach-ring-fill',
      type: 'fill',
      source,
      filter: part('ring'),
      paint: { 'fill-color': ink, 'fill-opacity': 0.06 },
    },
    {
      id: 'reach-ring',
      type: 'line',
      source,
      filter: part('ring'),
      layout: line,
      paint: { 'line-color': ink, 'line-width': 2 },
    },
    {
      id: 'reach-outer',
      type: 'line',
      source,
      filter: part('outer'),
      paint: { 'line-color': ink, 'line-width': 1.5, 'line-opacity': 0.7, 'line-dasharray': [2, 3] },
    },
  ];
}

export function reachData(reach?: Reach, course?: Course): FeatureCollection {
  const features: Feature[] = [];
  for (const feature of course?.features ?? []) {
    const { role } = feature.properties;
    if (role !== 'settlement')
      features.push({ type: 'Feature', geometry: feature.geometry, properties: { part: role } });
  }
  if (reach) {
    features.push(circle('ring', reach.position, reach.radius));
    if (reach.accuracy > 0) features.push(circle('outer', reach.position, reach.radius + reach.accuracy));
  }
  return { type: 'FeatureCollection', features };
}

function circle(part: string, position: Reach['position'], radius: number): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [discAround(position, radius, CORNERS)] },
    properties: { part },
  };
}

/** What the map must show for the reach to be seen whole. */
export function boundsOfReach({ position, radius, accuracy }: Reach): Bounds | undefined {
  return boundsOfPositions(discAround(position, radius + accuracy, 16));
}

/** Draws it, if the style is there and holds something else. */
export function drawReach(map: MapLibreMap, reach?: Reach, course?: Course): void {
  map.getSource<GeoJSONSource>(REACH_SOURCE)?.setData(reachData(reach, course));
}

/** The style's zones of the chosen hotspot, if it has such layers; else of none. */
export function chooseZones(map: MapLibreMap, hotspot: string): void {
  for (const layer of ['zones-fill', 'zones-line']) {
    const filter: ['==', ['get', string], string] = ['==', ['get', 'hotspot'], hotspot];
    if (map.getLayer(layer) && JSON.stringify(map.getFilter(layer)) !== JSON.stringify(filter))
      map.setFilter(layer, filter);
  }
}
