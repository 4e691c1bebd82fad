import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { formatDistance } from '../i18n/numbers';
import { DEFAULT_RADIUS, RADII } from '../model/radius';
import { controls } from '../styles/controls';

/** Radius around a place, in equal steps of ratio. Events: `radius-chosen` metres, while it is dragged; `radius-settled`. */
@customElement('radius-slider')
export class RadiusSlider extends LitElement {
  /** Metres, one of `RADII`. */
  @property({ type: Number }) radius = DEFAULT_RADIUS;

  constructor() {
    super();
    new Spoken(this);
  }

  private choose(event: Event): void {
    const radius = RADII[Number((event.target as HTMLInputElement).value)];
    if (radius !== undefined && radius !== this.radius) this.announce('radius-chosen', radius);
  }

  private announce(name: string, detail?: number): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  override render() {
    const said = formatDistance(this.radius);
    return html`
      <div class="head" aria-hidden="true"><span>${t('exposure-radius')}</span><strong>${said}</strong></div>
      <input
        type="range"
        min="0"
        max=${RADII.length - 1}
        step="1"
        .value=${String(RADII.indexOf(this.radius as (typeof RADII)[number]))}
        aria-label=${t('radius-slider')}
        aria-valuetext=${said}
        @input=${this.choose}
        @change=${() => this.announce('radius-settled')}
      />
      <div class="second ends" aria-hidden="true">
        <span>${formatDistance(RADII[0])}</span><span>${formatDistance(RADII.at(-1) ?? DEFAULT_RADIUS)}</span>
      </div>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .head,
      .ends {
        display: flex;
        justify-content: space-between;
      }
      .ends {
        margin-top: -10px;
        font-size: 12px;
        line-height: 16px;
        pointer-events: none;
      }
      input {
        display: block;
        width: 100%;
        height: 44px;
        margin: 0;
        accent-color: var(--link);
        cursor: pointer;
        /* A finger that moves sideways is for the slider, one that moves down is for the panel. */
        touch-action: pan-y;
      }
    `,
  ];
}
