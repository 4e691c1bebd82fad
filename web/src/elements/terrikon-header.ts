import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import type { Oblast } from '../model/hotspot';
import { page } from '../model/page';
import { writeProfileAddress } from '../model/profile-address';
import type { ViewState } from '../model/view-state';
import { controls } from '../styles/controls';
import './kind-filter';
import './near-me';
import './oblast-select';
import './reader-settings';
import './search-box';

/** Name, search, filters, language and colours. The events of its parts pass through. */
@customElement('terrikon-header')
export class TerrikonHeader extends LitElement {
  @property({ attribute: false }) view!: ViewState;
  /** On a phone an open panel has the sheet to itself. */
  @property({ type: Boolean }) panelOpen = false;
  @property({ attribute: false }) oblasts: readonly Oblast[] = [];

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const { lang, theme, kinds, oblast, date } = this.view;
    return html`
      <header class=${this.panelOpen ? 'with-panel' : ''}>
        <div class="title">
          <p class="name">${t('app-title')}</p>
          <p class="second">${t('app-subtitle')}</p>
        </div>
        <div class="search">
          <search-box .language=${lang}></search-box>
          <near-me></near-me>
        </div>
        <kind-filter .chosen=${kinds}></kind-filter>
        <div class="oblast">
          <oblast-select .oblasts=${this.oblasts} .chosen=${oblast ?? ''}></oblast-select>
          ${oblast && !page.alone ? html`<a href=${writeProfileAddress({ code: oblast, lang, theme, ...(date && { date }) })}>${t('profile-open')}</a>` : nothing}
        </div>
        <reader-settings .language=${lang} .theme=${theme}></reader-settings>
      </header>
    `;
  }

  static override styles = [
    controls,
    css`
      header {
        display: grid;
        grid-template: 'title settings' 'search search' 'kinds kinds' 'oblast oblast' / minmax(0, 1fr) auto;
        gap: 10px;
        padding: 12px 20px 14px;
        border-bottom: 1px solid var(--line);
      }
      .title {
        grid-area: title;
      }
      .search {
        grid-area: search;
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 8px;
      }
      kind-filter {
        grid-area: kinds;
        min-width: 0;
      }
      .oblast {
        grid-area: oblast;
        min-width: 0;
      }
      .oblast a {
        display: inline-block;
        padding: 11px 0 0;
      }
      reader-settings {
        grid-area: settings;
        align-self: center;
        margin-right: -8px;
      }
      .name {
        font-size: 19px;
        line-height: 24px;
        font-weight: 600;
      }
      @media (max-width: 767px) {
        header {
          grid-template: 'search search' 'kinds kinds' 'oblast settings' / minmax(0, 1fr) auto;
          padding: 0 20px 12px;
        }
        .title {
          display: none;
        }
        .with-panel {
          display: none;
        }
      }
    `,
  ];
}
