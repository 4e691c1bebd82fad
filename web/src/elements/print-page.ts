import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { label } from '../i18n/codes';
import { language, Spoken, t } from '../i18n/messages';
import { formatDate } from '../i18n/numbers';
import type { Piece } from '../map/style';
import type { Hotspot } from '../model/hotspot';
import { listRows } from '../model/listing';
import type { Shading } from '../model/shading';
import { today } from '../model/timeline';
import { controls } from '../styles/controls';
import { symbolOf } from './kind-icon';
import './map-legend';
import { named } from './named';
import { renderSources, titleOf } from './shade-legend';
import './shade-ramp';

/** What the map looks like, and whose data it is. */
export interface Printed {
  picture: HTMLCanvasElement;
  attribution: readonly (readonly Piece[])[];
}

/** The map on paper: picture, legend, list, and whose data it is. Seen in print alone. */
@customElement('print-page')
export class PrintPage extends LitElement {
  @property({ attribute: false }) printed?: Printed | undefined;
  @property({ attribute: false }) hotspots: readonly Hotspot[] = [];
  @property({ attribute: false }) shading?: Shading | undefined;
  @property() release = '';
  /** The day of the address; none is today. */
  @property() date?: string | undefined;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    return html`
      <header>
        <h1>${t('app-title')} · ${t('app-subtitle')}</h1>
        ${this.date ? html`<p>${t('shade-borders', { date: formatDate(this.date) })}</p>` : nothing}
      </header>
      ${this.printed?.picture ?? nothing}
      <div class="legend">
        ${this.shading ? this.renderShading(this.shading) : nothing}
        <h2>${t('print-legend')}</h2>
        <map-legend paper></map-legend>
      </div>
      ${this.renderList()}
      <footer>
        ${(this.printed?.attribution ?? []).map((pieces) => html`<p>${pieces.map(({ text }) => text)}</p>`)}
        <p>${t('release-label')}: ${this.release}. ${location.href}. ${t('print-made', { date: formatDate(today()) })}</p>
      </footer>
    `;
  }

  private renderShading(shading: Shading) {
    return html`
      <h2>${titleOf(shading)}</h2>
      <shade-ramp small .shading=${shading}></shade-ramp>
      <p>${t(`shade-classes-${shading.classes.over}`)} ${t('shade-borders', { date: formatDate(shading.date) })}</p>
      ${renderSources(shading)}
    `;
  }

  private renderList() {
    return html`
      <h2>${t('print-list')}: ${this.hotspots.length}</h2>
      <table>
        <tbody>
          ${listRows(this.hotspots, 'oblast', language()).map(
            ({ hotspot: { properties } }) => html`
              <tr>
                <td class="symbol">${symbolOf(properties)}</td>
                <th scope="row">${named(properties.name, properties.name_lang)}</th>
                <td>${label('kind', properties.kind)}</td>
                <td>${properties.oblast_name ?? ''}</td>
                <td>${t(`trust-${properties.trust}`)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: none;
      }
      @media print {
        :host {
          display: block;
          font-size: 10pt;
          line-height: 14pt;
        }
      }
      h1 {
        font-size: 15pt;
        line-height: 20pt;
      }
      h2 {
        margin: 10pt 0 4pt;
        font-size: 11pt;
        break-after: avoid;
      }
      canvas {
        display: block;
        width: 100%;
        height: 120mm;
        object-fit: cover;
        border: 0.5pt solid var(--edge);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 9pt;
        line-height: 12pt;
      }
      tr {
        break-inside: avoid;
      }
      th,
      td {
        padding: 2pt 6pt 2pt 0;
        border-top: 0.5pt solid var(--line);
        text-align: left;
        vertical-align: top;
      }
      th {
        font-weight: 600;
      }
      /* Marks are explained in the colours of the picture, on its ground: it may have been drawn for the dark. */
      .legend,
      .symbol {
        background: var(--map-covered);
        color: var(--map-ink);
        --ink: var(--map-ink);
        --ink-second: var(--map-ink);
        --paper: var(--map-covered);
        print-color-adjust: exact;
        -webkit-print-color-adjust: exact;
      }
      .legend {
        padding: 0 6pt;
        break-inside: avoid;
      }
      footer {
        margin-top: 10pt;
        font-size: 8pt;
        line-height: 11pt;
        break-inside: avoid;
        overflow-wrap: anywhere;
      }
    `,
  ];
}
