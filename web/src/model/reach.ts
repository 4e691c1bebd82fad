import type { Reach } from '../map/reach';
import { type Hotspot, positionOf } from './hotspot';
import type { ViewState } from './view-state';

/**
 * What the map draws as counted: around the pin, or around a hotspot that is a point. What lies within a distance of a
 * line or an area is no circle, and none is drawn.
 */
export function reachOf({ pin, pinOff, radius }: ViewState, selected?: Hotspot): Reach | undefined {
  if (pin) return { position: pin, radius, accuracy: pinOff ?? 0 };
  const position = selected?.geometry?.type === 'Point' ? positionOf(selected) : undefined;
  return position && { position, radius, accuracy: selected?.properties.position_accuracy_m ?? 0 };
}
