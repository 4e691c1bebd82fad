import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';
import { targetIcon } from './icons';

/** How long a device may take to find itself. */
const PATIENCE_MS = 15_000;

/** "What is near my home?": asks the device where it is; the answer stays in the page. Event: `reader-located` [lon, lat]. */
@customElement('near-me')
export class NearMe extends LitElement {
  /** Key of the message under the button; none where there is nothing to tell. */
  @state() private outcome = '';

  constructor() {
    super();
    new Spoken(this);
  }

  private locate(): void {
    this.outcome = 'near-me-asking';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.outcome = '';
        const detail = [coords.longitude, coords.latitude];
        this.dispatchEvent(new CustomEvent('reader-located', { detail, bubbles: true, composed: true }));
      },
      ({ code }) => {
        this.outcome = code === GeolocationPositionError.PERMISSION_DENIED ? 'near-me-denied' : 'near-me-failed';
      },
      { timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  }

  override render() {
    return html`
      <button class="icon" title=${t('near-me')} aria-label=${t('near-me')} @click=${this.locate}>${targetIcon}</button>
      <p class="second" role="status" ?hidden=${!this.outcome}>${this.outcome ? t(this.outcome) : ''}</p>
    `;
  }

  static override styles = [
    controls,
    css`
      .icon {
        border: 1px solid var(--edge);
        width: 42px;
        height: 42px;
      }
      p {
        position: absolute;
        z-index: 2;
        left: 20px;
        right: 20px;
        margin-top: 4px;
        padding: 10px 12px;
        background: var(--paper);
        border: 1px solid var(--edge);
        border-radius: 10px;
        box-shadow: var(--shadow);
      }
    `,
  ];
}
