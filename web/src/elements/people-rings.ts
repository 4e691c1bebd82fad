import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fetchExposure, type Whereabouts } from '../api/exposure';
import { language, Spoken, t } from '../i18n/messages';
import { formatDistance, formatNumber } from '../i18n/numbers';
import type { Exposure, NearHotspot } from '../model/exposure';
import { countWithin, RINGS } from '../model/near';
import { controls } from '../styles/controls';
import './people-interval';
import './problem-note';

/** People and hotspots within each of several radii of a place, as a table. Where and whose they are stands above it. */
@customElement('people-rings')
export class PeopleRings extends LitElement {
  @property({ attribute: false }) where?: Whereabouts;
  /** All hotspots by distance; those of the server's answer where they are not known here. */
  @property({ attribute: false }) near?: readonly NearHotspot[] | undefined;

  private readonly asked: Task<readonly unknown[], Exposure | undefined> = new Task(this, {
    args: () => [this.where && JSON.stringify(this.where), language()] as const,
    task: async ([place, lang], { signal }) =>
      place ? fetchExposure(JSON.parse(place), RINGS, lang, signal) : undefined,
  });

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    return html`
      <section aria-label=${t('rings-title')}>
        <h3>${t('rings-title')}</h3>
        ${this.asked.render({
          pending: () => html`<p class="second" role="status">${t('exposure-loading')}</p>`,
          complete: (exposure) => (exposure ? this.renderTable(exposure) : nothing),
          error: (problem) =>
            html`<problem-note .problem=${problem} otherwise="exposure-failed" @retry=${() => this.asked.run()}></problem-note>`,
        })}
      </section>
    `;
  }

  private renderTable({ rings }: Exposure) {
    return html`
      <table>
        <thead>
          <tr><th scope="col">${t('rings-radius')}</th><th scope="col">${t('rings-people')}</th><th scope="col">${t('rings-hotspots')}</th></tr>
        </thead>
        <tbody>
          ${rings.map(
            ({ radius_m: radius, people, hotspots }) => html`
              <tr>
                <th scope="row">${formatDistance(radius)}</th>
                <td><people-interval small .people=${people}></people-interval></td>
                <td>${formatNumber(this.near ? countWithin(this.near, radius) : hotspots.length)}</td>
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
        display: block;
      }
      h3 {
        font-size: 15px;
        font-weight: 600;
        margin-bottom: 4px;
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 6px 8px 6px 0;
        border-top: 1px solid var(--line);
        text-align: left;
        font-weight: 400;
        vertical-align: top;
      }
      tbody th {
        white-space: nowrap;
      }
      thead th {
        border: 0;
        color: var(--ink-second);
        font-size: 13px;
        line-height: 17px;
      }
      td:last-child,
      th:last-child {
        padding-right: 0;
        text-align: right;
      }
    `,
  ];
}
