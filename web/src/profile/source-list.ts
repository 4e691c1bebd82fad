import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sourced } from '../elements/named';
import { Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';
import { report } from '../styles/report';
import type { Sources } from './figures';

/** Every source that the page cites, with its licence. */
@customElement('source-list')
export class SourceList extends LitElement {
  @property({ attribute: false }) sources: Sources = {};

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const all = Object.values(this.sources).toSorted((a, b) => (a.title || a.id).localeCompare(b.title || b.id));
    if (all.length === 0) return nothing;
    return html`
      <details>
        <summary><h2>${t('profile-sources')} (${all.length})</h2></summary>
        <ol>
          ${all.map(
            (source) => html`
              <li>${sourced(source)} <span class="second">· ${source.licence ? t('profile-licence', { licence: source.licence }) : t('profile-licence-unknown')}</span></li>
            `,
          )}
        </ol>
      </details>
    `;
  }

  static override styles = [
    controls,
    report,
    css`
      h2 {
        display: inline;
      }
      ol {
        margin: 0;
        padding-left: 28px;
      }
      li {
        padding: 3px 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
}
