import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';

/** Over the map while a place for the pin is asked for: what to do, and where the middle is. Event: `pin-refused`. */
@customElement('pin-prompt')
export class PinPrompt extends LitElement {
  /** For who uses the keyboard: a cross at the middle of the free map, where Enter puts the pin. */
  @property({ type: Boolean }) keyboard = false;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    return html`
      <div class="prompt">
        <div role="status">
          <p>${t('pin-drop-hint')}</p>
          <p class="second keys">${t('pin-drop-keys')}</p>
        </div>
        <button class="plain" @click=${() => this.dispatchEvent(new CustomEvent('pin-refused'))}>${t('pin-cancel')}</button>
      </div>
      ${this.keyboard ? html`<svg class="cross" viewBox="0 0 40 40" aria-hidden="true"><path d="M20 2v14M20 24v14M2 20h14M24 20h14" /></svg>` : nothing}
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        inset: 0 0 var(--sheet-height, 0px) calc(var(--panel-width) + 24px);
        pointer-events: none;
      }
      .prompt {
        position: absolute;
        top: 12px;
        left: 50%;
        width: max-content;
        max-width: min(420px, calc(100% - 136px));
        transform: translateX(-50%);
        display: grid;
        gap: 8px;
        justify-items: center;
        padding: 12px 16px;
        border-radius: 12px;
        background: var(--paper);
        box-shadow: var(--shadow);
        text-align: center;
        pointer-events: auto;
      }
      .plain {
        min-height: 44px;
      }
      .cross {
        position: absolute;
        top: 50%;
        left: 50%;
        width: 40px;
        height: 40px;
        transform: translate(-50%, -50%);
        fill: none;
        stroke: var(--ink);
        stroke-width: 2;
      }
      @media (pointer: coarse) {
        .keys {
          display: none;
        }
      }
      @media (max-width: 767px) {
        :host {
          left: 0;
        }
        .prompt {
          max-width: calc(100% - 24px);
          padding: 8px 12px;
        }
      }
    `,
  ];
}
