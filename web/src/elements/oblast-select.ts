import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { language, Spoken, t } from '../i18n/messages';
import type { Oblast } from '../model/hotspot';
import { controls } from '../styles/controls';

/** The oblasts of both countries. Event: `oblast-chosen` string, empty for all. */
@customElement('oblast-select')
export class OblastSelect extends LitElement {
  @property({ attribute: false }) oblasts: readonly Oblast[] = [];
  @property() chosen = '';

  constructor() {
    super();
    new Spoken(this);
  }

  private choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.dispatchEvent(new CustomEvent('oblast-chosen', { detail: value, bubbles: true, composed: true }));
  }

  override render() {
    const option = (code: string, name: string) =>
      html`<option value=${code} ?selected=${code === this.chosen} .selected=${code === this.chosen}>${name}</option>`;
    const { compare } = new Intl.Collator([language(), 'ru']);
    const ofCountry = (country: string) =>
      this.oblasts.filter((oblast) => oblast.country === country).toSorted((a, b) => compare(a.name, b.name));
    return html`
      <select class="field" aria-label=${t('filter-oblast-label')} @change=${this.choose}>
        ${option('', t('filter-oblast-all'))}
        ${['KZ', 'KG'].map(
          (country) => html`
            <optgroup label=${t(`country-${country.toLowerCase()}`)}>
              ${ofCountry(country).map((oblast) => option(oblast.code, oblast.name))}
            </optgroup>
          `,
        )}
      </select>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      select {
        width: 100%;
        text-overflow: ellipsis;
      }
    `,
  ];
}
