import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HotspotProperties, Kind } from '../model/hotspot';
import { shapeOf } from '../model/symbols';

/** How the symbol of a hotspot tells what is known of it. */
export function symbolOf({ kind, trust, position_kind: position }: HotspotProperties) {
  const imprecise = position === 'town_centroid' || position === 'area_centroid';
  return html`<kind-icon .kind=${kind} ?unverified=${trust === 'unverified'} ?imprecise=${imprecise}></kind-icon>`;
}

/**
 * The symbol of a kind as on the map: filled where sourced, an outline where unverified, small in a ring where
 * only a town or an area is known.
 */
@customElement('kind-icon')
export class KindIcon extends LitElement {
  @property() kind: Kind = 'other';
  @property({ type: Boolean }) unverified = false;
  @property({ type: Boolean }) imprecise = false;

  static override styles = css`
    :host {
      display: inline-block;
      width: 22px;
      height: 22px;
      flex: none;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .tailings { color: var(--map-tailings); }
    .dump { color: var(--map-dump); }
    .river { color: var(--map-river); }
    .lake { color: var(--map-lake); }
    .industrial_town { color: var(--map-industrial_town); }
    .other { color: var(--map-other); }
  `;

  override render() {
    const { imprecise, unverified } = this;
    const ring = svg`<circle cx="11" cy="11" r="9.4" fill="none" stroke="currentColor" stroke-opacity="0.8" stroke-width="1.1" stroke-dasharray=${unverified ? '2.6 2' : nothing} />`;
    const place = `translate(11 11) scale(${imprecise ? 0.62 : 1}) translate(-8 -8)`;
    const edge = unverified ? (imprecise ? 2.4 : 1.8) : 1.2;
    const fill = unverified ? 'none' : 'currentColor';
    const shape = svg`<path d=${shapeOf(this.kind)} transform=${place} fill=${fill} stroke="currentColor" stroke-width=${edge} stroke-linejoin="round" />`;
    return html`<svg viewBox="0 0 22 22" aria-hidden="true" class=${this.kind}>${imprecise ? ring : nothing}${shape}</svg>`;
  }
}
