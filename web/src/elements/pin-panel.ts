import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { language, Spoken, t } from '../i18n/messages';
import { formatCoordinates } from '../i18n/numbers';
import type { Exposure } from '../model/exposure';
import { DEFAULT_RADIUS } from '../model/radius';
import { controls } from '../styles/controls';
import './copy-button';
import { closeIcon } from './icons';
import './proximity-score';
import './terrikon-exposure';

/** How many people live near a place of the reader's own, and which hotspots do. Event: `panel-closed`. */
@customElement('pin-panel')
export class PinPanel extends LitElement {
  @property({ attribute: false }) pin: readonly [lon: number, lat: number] = [0, 0];
  /** Within which people are counted, metres. */
  @property({ type: Number }) radius = DEFAULT_RADIUS;
  /** The address that shows this pin again. */
  @property() address = '';
  @state() private told?: Exposure | undefined;
  @query('h2') private heading?: HTMLElement;

  constructor() {
    super();
    new Spoken(this);
  }

  /** Takes the keyboard to the heading, so that screen readers begin there. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.heading?.focus({ preventScroll: true });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was told of another place is not true of this one.
    if (changed.has('pin')) this.told = undefined;
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('panel-closed', { bubbles: true, composed: true }));
  }

  override render() {
    const coordinates = formatCoordinates(this.pin);
    const url = `${location.origin}${this.address}`;
    return html`
      <article aria-label=${t('pin-here')} @exposure-told=${({ detail }: CustomEvent<Exposure>) => this.hear(detail)}>
        <header>
          <h2 tabindex="-1">${t('pin-here')}</h2>
          <button class="icon" title=${t('close')} aria-label=${t('close')} @click=${this.close}>${closeIcon}</button>
        </header>
        <div class="line"><span>${coordinates}</span><copy-button .text=${coordinates} message="panel-copy-coordinates"></copy-button></div>
        <terrikon-exposure .where=${{ position: this.pin }} .radius=${this.radius}></terrikon-exposure>
        ${this.told?.proximity ? html`<proximity-score .proximity=${this.told.proximity}></proximity-score>` : nothing}
        <section>
          <h3>${t('panel-link')}</h3>
          <div class="line"><a href=${url} lang=${language()}>${url}</a><copy-button .text=${url}></copy-button></div>
        </section>
        <button class="plain" @click=${this.close}>${t('pin-remove')}</button>
      </article>
    `;
  }

  private hear(exposure: Exposure): void {
    this.told = exposure;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      article {
        padding: 16px 20px 24px;
      }
      header,
      .line {
        display: flex;
        justify-content: space-between;
        align-items: start;
        gap: 8px;
      }
      .line {
        align-items: center;
      }
      .line > :first-child {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      header .icon {
        flex: none;
        width: 44px;
        height: 44px;
        margin: -8px -12px 0 0;
      }
      h2 {
        font-size: 22px;
        line-height: 29px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      h2:focus {
        outline: none;
      }
      h3 {
        font-size: 15px;
        font-weight: 600;
      }
      section,
      terrikon-exposure,
      proximity-score,
      .plain {
        margin-top: 16px;
      }
      .plain {
        min-height: 44px;
      }
    `,
  ];
}
