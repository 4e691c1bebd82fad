import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fetchExposure, type Whereabouts } from '../api/exposure';
import { language, Spoken, t } from '../i18n/messages';
import { formatDistance } from '../i18n/numbers';
import { type Exposure, type Ring, sortCaveats } from '../model/exposure';
import { pause } from '../model/pause';
import { DEFAULT_RADIUS } from '../model/radius';
import { controls } from '../styles/controls';
import './caveat-list';
import './near-hotspots';
import { sourced } from './named';
import './oblast-split';
import './people-interval';
import './problem-note';
import './radius-slider';
import './settlement-list';

/** An answer with the place that it is of: of another place it is not shown. */
interface Answer {
  place: string;
  exposure: Exposure;
}

/** While the slider is dragged, that long a rest makes a question; the server needs less for the answer. */
const REST_MS = 50;

/**
 * How many people live within a radius of a hotspot or a pin: an interval with its source, and what lies inside.
 *
 * Events: those of the slider, `exposure-told` Exposure, `hotspot-picked` {id}.
 */
@customElement('terrikon-exposure')
export class TerrikonExposure extends LitElement {
  @property({ attribute: false }) where?: Whereabouts;
  /** Metres. */
  @property({ type: Number }) radius = DEFAULT_RADIUS;
  /** Metres that a point on the map may be off; 0 where no circles are drawn for that. */
  @property({ type: Number }) vague = 0;
  /** Whether the hotspots inside are told elsewhere. */
  @property({ type: Boolean }) peopleOnly = false;

  private readonly asked: Task<readonly unknown[], Answer | undefined> = new Task(this, {
    args: () => [this.where && JSON.stringify(this.where), this.radius, language()] as const,
    task: async ([place, radius, lang], { signal }) => {
      if (!place) return undefined;
      if (this.asked.value?.place === place) await pause(REST_MS, signal);
      return { place, exposure: await fetchExposure(JSON.parse(place), radius, lang, signal) };
    },
    onComplete: (answer) => answer && this.tell(answer.exposure),
  });

  constructor() {
    super();
    new Spoken(this);
  }

  private tell(detail: Exposure): void {
    this.dispatchEvent(new CustomEvent('exposure-told', { detail, bubbles: true, composed: true }));
  }

  override render() {
    return html`
      <section aria-label=${t('exposure-title')}>
        <h3>${t('exposure-title')}</h3>
        <radius-slider .radius=${this.radius}></radius-slider>
        ${this.asked.render({
          pending: () => this.renderOld(),
          complete: (answer) => answer && this.renderExposure(answer.exposure),
          error: (problem) =>
            html`<problem-note .problem=${problem} otherwise="exposure-failed" @retry=${() => this.asked.run()}></problem-note>`,
        })}
      </section>
    `;
  }

  /** The last answer stays faint until the next one is here, so that the panel doesn't jump. */
  private renderOld() {
    const last = this.asked.value;
    if (last && last.place === JSON.stringify(this.where)) return this.renderExposure(last.exposure, true);
    return html`<p class="second" role="status">${t('exposure-loading')}</p>`;
  }

  private renderExposure(exposure: Exposure, old = false) {
    const ring = exposure.rings[0];
    if (!ring) return nothing;
    const { decisive, others } = sortCaveats(exposure, ring);
    return html`
      <div class=${old ? 'old' : ''} aria-busy=${old}>
        <div role="status">
          <p class="second">${t('exposure-within', { distance: formatDistance(ring.radius_m) })}</p>
          <people-interval .people=${ring.people}></people-interval>
        </div>
        ${this.vague > 0 ? html`<p class="second circles">${t('exposure-circles', { distance: formatDistance(this.vague) })}</p>` : nothing}
        ${this.renderMethod(exposure)}
        <caveat-list .decisive=${decisive} .others=${others}></caveat-list>
        ${this.renderInside(ring, exposure.position_accuracy_m ?? 0)}
      </div>
    `;
  }

  private renderMethod({ population, method }: Exposure) {
    return html`
      <p class="second method">
        ${population ? html`<span>${sourced(population.source)}</span>` : nothing}
        <a class="how" href=${`${method}?lang=${language()}`}>${t('exposure-how')}</a>
      </p>
    `;
  }

  private renderInside({ settlements, hotspots, by_oblast: parts }: Ring, accuracy: number) {
    return html`
      ${parts.length > 1 ? html`<h4>${t('exposure-by-oblast')}</h4><oblast-split .parts=${parts}></oblast-split>` : nothing}
      <h4>${t('exposure-settlements-inside')}</h4>
      ${settlements.length > 0 ? html`<settlement-list .settlements=${settlements} .accuracy=${accuracy}></settlement-list>` : html`<p class="second">${t('exposure-none-inside')}</p>`}
      ${hotspots.length > 0 && !this.peopleOnly ? html`<h4>${t(this.where && 'hotspot' in this.where ? 'exposure-hotspots-inside' : 'pin-hotspots-near')}</h4><near-hotspots .hotspots=${hotspots} .accuracy=${accuracy}></near-hotspots>` : nothing}
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
      h4 {
        margin: 14px 0 4px;
        font-size: 15px;
        font-weight: 400;
      }
      div {
        transition: opacity var(--motion);
      }
      .old {
        opacity: 0.45;
      }
      div[role] {
        margin-top: 8px;
      }
      .method,
      .circles {
        margin-top: 6px;
      }
      .how {
        display: block;
        width: fit-content;
        padding: 12px 0;
        margin: -6px 0 -4px;
      }
      problem-note {
        display: block;
        margin: 0 -20px;
      }
    `,
  ];
}
