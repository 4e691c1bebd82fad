import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fetchZones } from '../api/zones';
import { slug } from '../i18n/codes';
import { countedBy } from '../i18n/counters';
import { language, optional, Spoken, t } from '../i18n/messages';
import { formatDistance } from '../i18n/numbers';
import { groupZones, type Zone } from '../model/zone';
import { controls } from '../styles/controls';
import { FACTS_LANGUAGE, named } from './named';
import './people-interval';
import './problem-note';

/** What the law asks for around a hotspot, and with what it is compared: how far, on what ground, and how sure. */
@customElement('zones-list')
export class ZonesList extends LitElement {
  @property() hotspot = '';

  private readonly asked = new Task(this, {
    args: () => [this.hotspot, language()] as const,
    task: async ([hotspot, lang], { signal }) => (hotspot ? groupZones(await fetchZones(hotspot, lang, signal)) : []),
  });

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    return html`
      <section aria-label=${t('zones-title')}>
        <h3>${t('zones-title')}</h3>
        ${this.asked.render({
          complete: (groups) =>
            groups.length > 0
              ? groups.map(({ basis, zones }) => this.renderGroup(basis, zones))
              : html`<p class="second">${t('zones-none')}</p>`,
          error: (problem) => html`<problem-note .problem=${problem} @retry=${() => this.asked.run()}></problem-note>`,
        })}
      </section>
    `;
  }

  private renderGroup(basis: Zone['basis'], zones: readonly Zone[]) {
    return html`
      <h4>${t(`zone-basis-${basis}`)}</h4>
      <p class="second">${t(`zone-basis-${basis}-note`)}</p>
      <ul>
        ${zones.map((zone) => this.renderZone(zone))}
      </ul>
    `;
  }

  private renderZone(zone: Zone) {
    const { rule, basis, shape, distance_m: distance, verification, reason } = zone;
    const sure = verification === 'verified';
    return html`
      <li>
        <p>${optional(`zone-rule-${slug(rule)}`) ?? rule}</p>
        <p class="tags">
          ${distance ? html`<span><strong>${formatDistance(distance)}</strong> <span class="second">${t(`zone-shape-${shape}`)}</span></span>` : nothing}
          ${basis === 'statutory' ? html`<span class="second ${sure ? 'sure' : 'doubt'}">${t(`zone-verification-${verification}`)}</span>` : nothing}
        </p>
        ${reason ? html`<p class="second">${t(`zone-reason-${slug(reason)}`)}</p>` : nothing}
        ${this.renderPeople(zone)} ${this.renderGround(zone)}
      </li>
    `;
  }

  /** Where nobody has counted, nothing is said of people. */
  private renderPeople({ people, people_low: low, people_high: high, ...by }: Zone) {
    if (people == null && high == null) return nothing;
    const counted = { low: low ?? null, central: people ?? null, high: high ?? people ?? null };
    return html`
      <people-interval small .people=${counted}></people-interval>
      <p class="second">${countedBy(by.population_source, by.population_year)}</p>
    `;
  }

  private renderGround({ act, act_date: date, method }: Zone) {
    return html`
      ${act ? html`<p class="second" lang=${FACTS_LANGUAGE}>${date ? t('zone-act', { act, date }) : act}</p>` : nothing}
      ${method ? html`<p class="second">${t('zone-method', { method: '' })}${named(method, FACTS_LANGUAGE)}</p>` : nothing}
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
      }
      h4 {
        margin: 10px 0 2px;
        font-size: 15px;
        font-weight: 400;
      }
      h4::first-letter {
        text-transform: uppercase;
      }
      strong {
        white-space: nowrap;
      }
      li {
        margin-top: 8px;
        border-top: 1px solid var(--line);
        padding-top: 8px;
      }
      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
        margin: 2px 0;
      }
      .sure,
      .doubt {
        padding: 0 8px;
        border-radius: 6px;
        background: var(--raised);
        color: var(--ink);
      }
      .doubt {
        background: var(--caution);
        color: var(--caution-ink);
        outline: 1px dashed currentColor;
        outline-offset: -1px;
      }
      problem-note {
        display: block;
        margin: 0 -20px;
      }
    `,
  ];
}
