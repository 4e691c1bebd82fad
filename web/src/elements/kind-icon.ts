import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HotspotProperties, Kind } from '../model/hotspot';
import { certaintyOf, drawSymbol } from './kind-symbol';

/** How the symbol of a hotspot tells what is known of it. */
export function symbolOf(properties: HotspotProperties) {
  const { imprecise, unverified } = certaintyOf(properties);
  return html`<kind-icon .kind=${properties.kind} ?unverified=${unverified} ?imprecise=${imprecise}></kind-icon>`;
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
    return drawSymbol(this.kind, this);
  }
}
