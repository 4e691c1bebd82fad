import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';

/** A thin bar at the top edge while something loads; the map stays free. */
@customElement('loading-bar')
export class LoadingBar extends LitElement {
  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    return html`<div role="progressbar" aria-label=${t('loading')}></div>`;
  }

  static override styles = css`
    :host {
      position: absolute;
      z-index: 4;
      top: 0;
      left: 0;
      width: 100%;
      height: 3px;
      overflow: hidden;
      pointer-events: none;
    }
    :host([hidden]) {
      display: none;
    }
    div {
      width: 40%;
      height: 100%;
      background: var(--focus);
      animation: run 1.1s linear infinite;
    }
    @keyframes run {
      from {
        transform: translateX(-100%);
      }
      to {
        transform: translateX(350%);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      div {
        width: 100%;
        animation: none;
        opacity: 0.6;
      }
    }
  `;
}
