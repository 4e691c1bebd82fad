import { css, html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';
import { closeIcon, pinIcon, targetIcon } from './icons';

/** How long a device may take to find itself. */
const PATIENCE_MS = 15_000;

/**
 * "What is near my home?": says what happens with the place before the browser asks, then asks the device; or offers a
 * pin. Events: `reader-located` [lon, lat], `pin-wanted`.
 */
@customElement('near-me')
export class NearMe extends LitElement {
  @state() private open = false;
  /** Key of the message about the device; none where there is nothing to tell. */
  @state() private outcome = '';
  @query('.icon') private opener!: HTMLElement;
  @query('h2') private heading?: HTMLElement;

  constructor() {
    super();
    new Spoken(this);
  }

  private async toggle(): Promise<void> {
    this.open = !this.open;
    this.outcome = '';
    await this.updateComplete;
    this.heading?.focus();
  }

  private shut(): void {
    this.open = false;
    this.outcome = '';
    this.opener.focus();
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    event.stopPropagation();
    this.shut();
  }

  private announce(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private locate(): void {
    this.outcome = 'near-me-asking';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.open = false;
        this.outcome = '';
        this.announce('reader-located', [coords.longitude, coords.latitude]);
      },
      ({ code }) => {
        this.outcome = code === GeolocationPositionError.PERMISSION_DENIED ? 'near-me-denied' : 'near-me-failed';
      },
      { timeout: PATIENCE_MS, maximumAge: 60_000 },
    );
  }

  private putPin(): void {
    this.open = false;
    this.announce('pin-wanted');
  }

  override render() {
    return html`
      <button class="icon opener" title=${t('near-me')} aria-label=${t('near-me')} aria-expanded=${this.open} @click=${this.toggle}>${targetIcon}</button>
      ${this.open ? this.renderQuestion() : nothing}
    `;
  }

  private renderQuestion() {
    return html`
      <section aria-label=${t('near-me')} @keydown=${this.keyed}>
        <header>
          <h2 tabindex="-1">${t('near-me')}</h2>
          <button class="icon" title=${t('close')} aria-label=${t('close')} @click=${this.shut}>${closeIcon}</button>
        </header>
        <p>${t('near-me-privacy')}</p>
        <button class="plain" @click=${this.locate}>${targetIcon} ${t('near-me-locate')}</button>
        <button class="plain" @click=${this.putPin}>${pinIcon} ${t('near-me-pin')}</button>
        <p class="second">${t('near-me-search')}</p>
        <p role="status" ?hidden=${!this.outcome}>${this.outcome ? t(this.outcome) : ''}</p>
      </section>
    `;
  }

  static override styles = [
    controls,
    css`
      .opener {
        border: 1px solid var(--edge);
        width: 42px;
        height: 42px;
      }
      section {
        position: absolute;
        z-index: 4;
        left: 20px;
        right: 20px;
        margin-top: 4px;
        display: grid;
        gap: 8px;
        max-height: calc(100dvh - 120px);
        overflow-y: auto;
        padding: 12px 14px;
        background: var(--paper);
        border: 1px solid var(--edge);
        border-radius: 10px;
        box-shadow: var(--shadow);
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
      }
      header .icon {
        margin: -6px -8px -6px 0;
        width: 44px;
        height: 44px;
      }
      h2 {
        font-size: 17px;
        font-weight: 600;
      }
      h2:focus {
        outline: none;
      }
      .plain {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 44px;
        text-align: start;
      }
      .plain svg {
        flex: none;
        width: 20px;
        height: 20px;
      }
    `,
  ];
}
