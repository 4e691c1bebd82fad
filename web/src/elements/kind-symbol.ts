import { html, nothing, svg } from 'lit';
import type { HotspotProperties, Kind } from '../model/hotspot';
import { shapeOf } from '../model/symbols';

/** What a symbol says of how much is known. */
export interface Certainty {
  /** Only a town or an area is known. */
  imprecise: boolean;
  /** Nobody has read a source. */
  unverified: boolean;
}

export function certaintyOf({ trust, position_kind: position }: HotspotProperties): Certainty {
  const imprecise = position === 'town_centroid' || position === 'area_centroid';
  return { imprecise, unverified: trust === 'unverified' };
}

/** The symbol of a kind as on the map, on a square of 22; its class is the kind, its colour that of the text. */
export function drawSymbol(kind: Kind, { imprecise, unverified }: Certainty) {
  const ring = svg`<circle cx="11" cy="11" r="9.4" fill="none" stroke="currentColor" stroke-opacity="0.8" stroke-width="1.1" stroke-dasharray=${unverified ? '2.6 2' : nothing} />`;
  const place = `translate(11 11) scale(${imprecise ? 0.62 : 1}) translate(-8 -8)`;
  const edge = unverified ? (imprecise ? 2.4 : 1.8) : 1.2;
  const fill = unverified ? 'none' : 'currentColor';
  const shape = svg`<path d=${shapeOf(kind)} transform=${place} fill=${fill} stroke="currentColor" stroke-width=${edge} stroke-linejoin="round" />`;
  return html`<svg viewBox="0 0 22 22" aria-hidden="true" class=${kind}>${imprecise ? ring : nothing}${shape}</svg>`;
}
