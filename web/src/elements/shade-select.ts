import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { slug } from '../i18n/codes';
import { Spoken, t } from '../i18n/messages';
import { SHADES, type Shade } from '../model/shading';
import { controls } from '../styles/controls';

/** What oblasts are shaded by. Event: `shade-chosen` Shade, or undefined for nothing. */
@customElement('shade-select')
export class ShadeSelect extends LitElement {
  @property() chosen?: Shade | undefined;

  constructor() {
    super();
    new Spoken(this);
  }

  private choose(event: Event): void {
    const value = (event.target as HTMLSelectElement).value as Shade | '';
    this.dispatchEvent(new CustomEvent('shade-chosen', { detail: value || undefined, bubbles: true, composed: true }));
  }

  override render() {
    const option = (value: string, text: string) =>
      html`<option value=${value} ?selected=${value === (this.chosen ?? '')} .selected=${value === (this.chosen ?? '')}>${text}</option>`;
    return html`
      <label>
        <span>${t('shade-label')}</span>
        <select class="field" @change=${this.choose}>
          ${option('', t('shade-none'))}
          ${SHADES.map((shade) => option(shade, t(`shade-${slug(shade)}`)))}
        </select>
      </label>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      label {
        display: grid;
        gap: 4px;
      }
      select {
        width: 100%;
        text-overflow: ellipsis;
      }
    `,
  ];
}
