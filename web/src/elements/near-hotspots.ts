import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { label } from '../i18n/codes';
import { language, Spoken } from '../i18n/messages';
import { formatDistanceTo } from '../i18n/numbers';
import type { NearHotspot } from '../model/exposure';
import { controls } from '../styles/controls';
import './kind-icon';
import { named } from './named';

/** Hotspots near a place, each a link. Event: `hotspot-picked` {id}. */
@customElement('near-hotspots')
export class NearHotspots extends LitElement {
  @property({ attribute: false }) hotspots: readonly NearHotspot[] = [];

  /** How far off the place may be from which distances are measured, metres. */
  @property({ type: Number }) accuracy = 0;

  constructor() {
    super();
    new Spoken(this);
  }

  /** A plain click stays in the page; one with a modifier opens a tab, as on any link. */
  private follow(event: MouseEvent, id: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('hotspot-picked', { detail: { id }, bubbles: true, composed: true }));
  }

  override render() {
    return html`<ul>${this.hotspots.map(
      ({ id, name, name_lang, kind, distance_m, position_accuracy_m }) => html`
        <li>
          <a href=${`/hotspots/${encodeURIComponent(id)}?lang=${language()}`} @click=${(event: MouseEvent) => this.follow(event, id)}>
            <kind-icon .kind=${kind} title=${label('kind', kind)}></kind-icon>
            <span class="name">${named(name, name_lang)}</span>
            <span class="second">${formatDistanceTo(distance_m, this.accuracy + (position_accuracy_m ?? 0))}</span>
          </a>
        </li>
      `,
    )}</ul>`;
  }

  static override styles = [
    controls,
    css`
      a {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 10px;
        align-items: center;
        min-height: 44px;
        padding: 5px 0;
        border-top: 1px solid var(--line);
        color: inherit;
        text-decoration: none;
      }
      .name {
        text-decoration: underline;
        text-decoration-color: var(--edge);
        text-underline-offset: 2px;
      }
    `,
  ];
}
