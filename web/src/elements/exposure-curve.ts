import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { language, Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';

/** People by radius around a hotspot, as the server draws them; nothing where it has no data to draw. */
@customElement('exposure-curve')
export class ExposureCurve extends LitElement {
  @property() hotspot = '';
  @property() name = '';
  /** The address that has failed to give a drawing. */
  @state() private failed = '';

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const theme = document.documentElement.dataset.theme ?? 'light';
    const address = `/hotspots/${encodeURIComponent(this.hotspot)}/curve.svg?lang=${language()}&theme=${theme}`;
    if (!this.hotspot || address === this.failed) return nothing;
    return html`
      <details>
        <summary>${t('curve-title', { name: this.name })}</summary>
        <img src=${address} width="420" height="270" loading="lazy" alt=${t('curve-title', { name: this.name })} @error=${() => this.fail(address)} />
        <p class="second">${t('curve-note')}</p>
      </details>
    `;
  }

  private fail(address: string): void {
    this.failed = address;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      summary {
        padding: 9px 0;
        cursor: pointer;
      }
      img {
        display: block;
        width: 100%;
        height: auto;
      }
    `,
  ];
}
