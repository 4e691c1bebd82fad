import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/kind-icon';
import { named } from '../elements/named';
import { label } from '../i18n/codes';
import { language, Spoken, t } from '../i18n/messages';
import { formatNumber } from '../i18n/numbers';
import type { Kind } from '../model/hotspot';
import type { CountedHotspot, Profile } from '../model/profile';
import { controls } from '../styles/controls';
import { report } from '../styles/report';

/** Hotspots by kind, status and trust as small bars, and each by its name. */
@customElement('hotspot-counts')
export class HotspotCounts extends LitElement {
  @property({ attribute: false }) hotspots?: Profile['hotspots'];

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.hotspots) return nothing;
    const { total, by_kind: kinds, by_status: statuses, by_trust: trusts, list } = this.hotspots;
    const symbol = (kind: string) => html`<kind-icon .kind=${kind as Kind}></kind-icon>`;
    return html`
      <section aria-label=${t('list-title')}>
        <h2>${t('list-title')}</h2>
        ${total === 0 ? html`<p class="second">${t('caveat-no-hotspots')}</p>` : nothing}
        ${bars('profile-by-kind', 'kind', kinds, total, symbol)} ${bars('profile-by-status', 'status', statuses, total)}
        ${bars('profile-by-trust', 'trust', trusts, total)}
        ${total > 0 ? html`<details><summary>${t('list-count', { count: total })}</summary>${this.renderList(list)}</details>` : nothing}
      </section>
    `;
  }

  private renderList(list: readonly CountedHotspot[]) {
    const { compare } = new Intl.Collator([language(), 'ru']);
    const sorted = list.toSorted((a, b) => compare(a.name ?? a.id, b.name ?? b.id));
    return html`
      <ul class="list">
        ${sorted.map(
          ({ id, name, name_lang, kind, status, trust }) => html`
            <li>
              <kind-icon .kind=${kind} ?unverified=${trust === 'unverified'}></kind-icon>
              <span>
                <a href=${`/hotspots/${encodeURIComponent(id)}?lang=${language()}`}>${named(name ?? id, name_lang)}</a>
                <span class="second">${status ? label('status', status) : nothing}${trust === 'unverified' ? html` · <span class="doubt">${t('trust-unverified')}</span>` : nothing}</span>
              </span>
            </li>
          `,
        )}
      </ul>
    `;
  }

  static override styles = [
    controls,
    report,
    css`
      h3 {
        margin: 10px 0 2px;
        font-weight: 400;
        color: var(--ink-second);
        font-size: 13px;
      }
      .bars li {
        display: grid;
        grid-template-columns: minmax(0, 11em) minmax(40px, 1fr) 2.2em;
        gap: 8px;
        align-items: center;
        min-height: 28px;
      }
      .what {
        display: flex;
        gap: 6px;
        align-items: center;
        min-width: 0;
        overflow-wrap: anywhere;
        line-height: 18px;
      }
      .count {
        text-align: right;
      }
      svg {
        display: block;
        width: 100%;
        height: 12px;
      }
      .track {
        fill: var(--raised);
      }
      .bar {
        fill: var(--link);
      }
      .list li {
        display: flex;
        gap: 8px;
        padding: 6px 0;
        border-top: 1px solid var(--line);
      }
      @media print {
        .track {
          stroke: var(--line);
        }
      }
    `,
  ];
}

/** The words say the same: screen readers need no drawing. */
function bars(
  message: string,
  vocabulary: string,
  counts: Readonly<Record<string, number>>,
  total: number,
  symbol: (word: string) => unknown = () => nothing,
) {
  const rows = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  if (rows.length === 0) return nothing;
  const length = (count: number) => `${((100 * count) / total).toFixed(2)}%`;
  return html`
    <h3>${t(message)}</h3>
    <ul class="bars">
      ${rows.map(
        ([word, count]) => html`
          <li>
            <span class="what">${symbol(word)}<span>${label(vocabulary, word)}</span></span>
            <svg aria-hidden="true">${svg`<rect class="track" width="100%" height="12" rx="3" /><rect class="bar" width=${length(count)} height="12" rx="3" />`}</svg>
            <span class="count">${formatNumber(count)}</span>
          </li>
        `,
      )}
    </ul>
  `;
}
