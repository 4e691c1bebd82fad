import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';
import { copyIcon } from './icons';

/** Copies a text and says that it did. */
@customElement('copy-button')
export class CopyButton extends LitElement {
  @property() text = '';
  /** Key of the message that names the button. */
  @property() message = 'panel-copy-link';
  @state() private outcome = '';

  constructor() {
    super();
    new Spoken(this);
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = t('panel-copied');
    } catch {
      this.outcome = t('panel-copy-failed');
    }
    setTimeout(() => {
      this.outcome = '';
    }, 2000);
  }

  override render() {
    const name = t(this.message);
    return html`
      <span class="second" role="status">${this.outcome}</span>
      <button class="icon" title=${name} aria-label=${name} @click=${this.copy}>${copyIcon}</button>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        flex: none;
      }
    `,
  ];
}
