import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { named } from '../elements/named';
import { Spoken, t } from '../i18n/messages';
import { formatDate, formatNumber } from '../i18n/numbers';
import type { Area, Part, Profile } from '../model/profile';
import { type ProfileState, writeProfileAddress } from '../model/profile-address';
import { controls } from '../styles/controls';

/** Under the name: since when these borders hold, what the oblast was made of and what it became, each a link to its own day. */
@customElement('profile-head')
export class ProfileHead extends LitElement {
  @property({ attribute: false }) profile?: Profile;
  @property({ attribute: false }) asked?: ProfileState;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.profile) return nothing;
    const { oblast, date } = this.profile;
    return html`
      <p class="second">${oblast.code} · ${t('profile-as-of', { date: formatDate(date) })} · ${borders(oblast)}</p>
      ${oblast.area_m2 === null ? nothing : html`<p class="second">${t('profile-area', { area: formatNumber(Math.round(oblast.area_m2 / 1e6), 0) })}</p>`}
      ${this.renderParts('profile-made-from', oblast.predecessors)} ${this.renderParts('profile-became', oblast.successors)}
    `;
  }

  private renderParts(message: string, parts: readonly Part[]) {
    const [first] = parts;
    if (!first) return nothing;
    const also = new Map(parts.flatMap(({ also_became = [] }) => also_became.map((area) => [area.id, area])));
    return html`
      <p class="change">${t(message, { date: formatDate(first.date) })} ${joined(parts.map((part) => this.renderLink(part)))}</p>
      ${also.size > 0 ? html`<p class="change">${t('profile-split-off')} ${joined([...also.values()].map((area) => this.renderLink(area)))}</p>` : nothing}
    `;
  }

  /** To a day on which it had those borders. */
  private renderLink(area: Area) {
    if (!this.asked || !area.code) return nothing;
    const date = area.valid_to ? dayBefore(area.valid_to) : undefined;
    const { lang, theme } = this.asked;
    const address = writeProfileAddress({ code: area.code, lang, theme, ...(date && { date }) });
    const until = area.valid_to ? ` (… – ${formatDate(area.valid_to)})` : '';
    return html`<a href=${address}>${named(area.name ?? area.code, area.name_lang)}${until}</a>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        margin-top: 4px;
      }
      .change {
        margin-top: 6px;
        font-size: 13px;
        line-height: 22px;
      }
    `,
  ];
}

function borders({ valid_from: from, valid_to: to }: Area): string {
  if (from && to) return t('profile-between', { from: formatDate(from), to: formatDate(to) });
  if (from) return t('profile-since', { date: formatDate(from) });
  return to ? t('profile-until', { date: formatDate(to) }) : t('profile-always');
}

/** The last day of what no longer holds on a day. */
function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function joined(parts: unknown[]) {
  return parts.map((part, index) => html`${index > 0 ? ', ' : nothing}${part}`);
}
