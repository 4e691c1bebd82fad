import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { slug } from '../i18n/codes';
import { Spoken, t } from '../i18n/messages';
import { KINDS, type Kind } from '../model/hotspot';
import { controls } from '../styles/controls';
import './kind-icon';

/** One toggle for each kind; none pressed means all. Event: `kinds-chosen` Kind[]. */
@customElement('kind-filter')
export class KindFilter extends LitElement {
  @property({ attribute: false }) chosen: readonly Kind[] = [];

  constructor() {
    super();
    new Spoken(this);
  }

  private toggle(kind: Kind): void {
    const chosen = KINDS.filter((each) => (each === kind) !== this.chosen.includes(each));
    this.dispatchEvent(new CustomEvent('kinds-chosen', { detail: chosen, bubbles: true, composed: true }));
  }

  override render() {
    return html`
      <div role="group" aria-label=${t('filter-kinds-label')}>
        ${KINDS.map(
          (kind) => html`
            <button aria-pressed=${this.chosen.includes(kind)} @click=${() => this.toggle(kind)}>
              <kind-icon .kind=${kind}></kind-icon>${t(`kinds-${slug(kind)}`)}
            </button>
          `,
        )}
      </div>
    `;
  }

  static override styles = [
    controls,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        min-height: 32px;
        padding: 0 11px 0 6px;
        border: 1px solid var(--edge);
        border-radius: 16px;
        background: var(--paper);
        font-size: 13px;
        white-space: nowrap;
      }
      button:hover {
        background: var(--raised);
      }
      button[aria-pressed='true'] {
        background: var(--raised);
        border-color: var(--ink);
        box-shadow: inset 0 0 0 1px var(--ink);
      }
      kind-icon {
        width: 20px;
        height: 20px;
      }
      @media (max-width: 767px) {
        div {
          flex-wrap: nowrap;
          overflow-x: auto;
          scrollbar-width: none;
          margin: 0 -20px;
          padding: 2px 20px;
        }
        button {
          min-height: 44px;
          border-radius: 22px;
          flex: none;
        }
      }
    `,
  ];
}
