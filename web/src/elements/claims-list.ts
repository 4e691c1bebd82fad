import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { label, slug } from '../i18n/codes';
import { Spoken, t } from '../i18n/messages';
import { formatClaimValue, formatYear } from '../i18n/values';
import { type ClaimGroup, groupClaims, type Question } from '../model/claims';
import type { Claim } from '../model/hotspot';
import { controls } from '../styles/controls';
import { FACTS_LANGUAGE, named, sourced } from './named';

/** Claims grouped by property; every value with its unit and year, its source right under it. */
@customElement('claims-list')
export class ClaimsList extends LitElement {
  @property({ attribute: false }) claims: readonly Claim[] = [];
  /** The one figure that most readers come for is written larger. */
  @property({ type: Boolean, reflect: true }) large = false;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    return groupClaims(this.claims).map((group) => this.renderGroup(group));
  }

  private renderGroup({ property, questions }: ClaimGroup) {
    return html`
      <section>
        <h3>${label('property', property)}</h3>
        ${questions.map((question) => this.renderQuestion(question))}
      </section>
    `;
  }

  /** What contradicts each other stands side by side, and says so. */
  private renderQuestion({ claims, values }: Question) {
    const conflict = values > 1 ? t('claim-conflict', { count: values }) : undefined;
    return html`
      ${conflict ? html`<p class="conflict">${conflict}</p>` : nothing}
      <ul class=${conflict ? 'disagree' : ''} aria-label=${conflict ?? nothing}>
        ${claims.map((claim) => this.renderClaim(claim))}
      </ul>
    `;
  }

  private renderClaim(claim: Claim) {
    const unverified = claim.grade === 'C';
    const year = claim.year
      ? html`<span class="year" title=${t('claim-year', { year: formatYear(claim.year) })}>${formatYear(claim.year)}</span>`
      : html`<span class="year tag">${t('claim-year-unknown')}</span>`;
    return html`
      <li class=${unverified ? 'unverified' : ''}>
        <p class="value"><strong>${formatClaimValue(claim)}</strong> ${year}</p>
        ${claim.meaning && slug(claim.meaning) !== slug(claim.property) ? html`<p class="second">${named(claim.meaning, FACTS_LANGUAGE)}</p>` : nothing}
        <p class="second">${unverified ? html`<span class="doubt">${t('claim-unverified')}</span> · ` : nothing}${claim.source ? sourced(claim.source) : t('claim-source-unknown')}</p>
      </li>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      :host([large]) strong {
        font-size: 24px;
        line-height: 32px;
      }
      section {
        margin-top: 8px;
        border-top: 1px solid var(--line);
        padding: 8px 0;
      }
      h3 {
        font-size: 15px;
        font-weight: 400;
      }
      .conflict {
        display: inline-block;
        margin-top: 2px;
        padding: 0 8px;
        border-radius: 6px;
        background: var(--caution);
        color: var(--caution-ink);
        font-size: 13px;
      }
      .disagree {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(130px, 100%), 1fr));
        gap: 0 10px;
      }
      .disagree .value {
        flex-wrap: wrap;
        gap: 0 8px;
      }
      li {
        min-width: 0;
        padding: 4px 0 4px 10px;
        margin-top: 4px;
        border-left: 3px solid var(--line);
      }
      .unverified {
        border-left-style: dashed;
        border-left-color: var(--edge);
      }
      .unverified strong {
        font-weight: 400;
        font-style: italic;
      }
      .doubt {
        color: var(--caution-ink);
        background: var(--caution);
        border-radius: 4px;
        padding: 0 5px;
      }
      .value {
        display: flex;
        justify-content: space-between;
        align-items: baseline;
        gap: 12px;
      }
      strong {
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .year {
        flex: none;
        color: var(--ink-second);
      }
    `,
  ];
}
