import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { served } from '../api/client';
import { type Options, standingPictureOf } from '../embed/options';
import type { Language } from '../i18n/languages';
import { Spoken, t } from '../i18n/messages';
import type { Kind } from '../model/hotspot';

/** The server's picture of both countries, in place of a map that is slow to draw. Event: `picture-failed`. */
@customElement('standing-picture')
export class StandingPicture extends LitElement {
  @property() language: Language = 'ru';
  @property() theme: 'light' | 'dark' = 'light';
  @property({ attribute: false }) kinds: readonly Kind[] = [];
  /** The part of the window that it fills, in pixels. */
  @property({ attribute: false }) free = { left: 0, top: 0, width: 0, height: 0 };

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const { left, top, width, height } = this.free;
    const { language: lang, theme } = this;
    const options: Options = { lang, theme, kinds: [...this.kinds], statuses: [], load: 'interaction' };
    // As a property: the policy of our pages allows no style in an attribute.
    const place = `left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px`;
    return html`<img
      src=${served(standingPictureOf(options, theme, this.free))}
      alt=${t('map-label')}
      .style=${place}
      @error=${() => this.dispatchEvent(new CustomEvent('picture-failed'))}
    />`;
  }

  static override styles = css`
    img {
      position: absolute;
      object-fit: contain;
    }
  `;
}
