import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import type { Caveat } from '../model/exposure';
import { controls } from '../styles/controls';

/** What limits a figure: what must be read with it stands open, the rest is one press away. */
@customElement('caveat-list')
export class CaveatList extends LitElement {
  @property({ attribute: false }) decisive: readonly Caveat[] = [];
  @property({ attribute: false }) others: readonly Caveat[] = [];

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const rows = (caveats: readonly Caveat[]) => html`<ul>${caveats.map(({ text }) => html`<li>${text}</li>`)}</ul>`;
    return html`
      ${this.decisive.length > 0 ? html`<div class="decisive">${rows(this.decisive)}</div>` : nothing}
      ${this.others.length > 0 ? html`<details><summary>${t('exposure-caveats')}</summary>${rows(this.others)}</details>` : nothing}
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        font-size: 13px;
        line-height: 19px;
      }
      .decisive {
        margin-top: 8px;
        padding: 8px 12px;
        border-radius: 10px;
        background: var(--caution);
        color: var(--caution-ink);
      }
      li + li {
        margin-top: 6px;
      }
      details {
        color: var(--ink-second);
      }
      summary {
        min-height: 44px;
        padding: 12px 0 6px;
        cursor: pointer;
      }
    `,
  ];
}
