import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Kind } from '../model/hotspot';

/** Shape and colour both carry the kind; the map's sprite draws the same six shapes. */
const SHAPES: Record<Kind, string> = {
  tailings: 'M8 2.2 14.6 13.6H1.4z',
  dump: 'M2.7 2.7h10.6v10.6H2.7z',
  river: 'M8 1.3C8 1.3 3.2 7.2 3.2 10.2a4.8 4.8 0 0 0 9.6 0C12.8 7.2 8 1.3 8 1.3z',
  lake: 'M8 3.6c3.9 0 6.7 2 6.7 4.4s-2.8 4.4-6.7 4.4S1.3 10.4 1.3 8 4.1 3.6 8 3.6z',
  industrial_town: 'M8 1.2 13.9 4.6v6.8L8 14.8 2.1 11.4V4.6z',
  other: 'M8 1.2 14.8 8 8 14.8 1.2 8z',
};

/** The symbol of a kind: filled where sourced, an outline where unverified. */
@customElement('kind-icon')
export class KindIcon extends LitElement {
  @property() kind: Kind = 'other';
  @property({ type: Boolean }) outline = false;

  static override styles = css`
    :host {
      display: inline-block;
      width: 16px;
      height: 16px;
      flex: none;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    path {
      stroke-width: 1.8;
      stroke-linejoin: round;
    }
    .tailings { color: var(--tailings); }
    .dump { color: var(--dump); }
    .river { color: var(--river); }
    .lake { color: var(--lake); }
    .industrial_town { color: var(--industrial_town); }
    .other { color: var(--other); }
  `;

  override render() {
    const shape = svg`<path d=${SHAPES[this.kind]} stroke="currentColor" fill=${this.outline ? 'var(--paper)' : 'currentColor'} />`;
    return html`<svg viewBox="0 0 16 16" aria-hidden="true" class=${this.kind}>${shape}</svg>`;
  }
}
