import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES, type Language } from '../i18n/languages';
import { Spoken, t } from '../i18n/messages';
import { THEMES, type Theme } from '../model/view-state';
import { controls } from '../styles/controls';
import { darkIcon, deviceIcon, lightIcon } from './icons';

const ICONS = { auto: deviceIcon, light: lightIcon, dark: darkIcon };

/** Language and colours. Events: `language-chosen` Language, `theme-chosen` Theme. */
@customElement('reader-settings')
export class ReaderSettings extends LitElement {
  @property() language: Language = 'ru';
  @property() theme: Theme = 'auto';

  constructor() {
    super();
    new Spoken(this);
  }

  private announce(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private nextTheme(): void {
    const next = THEMES[(THEMES.indexOf(this.theme) + 1) % THEMES.length];
    this.announce('theme-chosen', next);
  }

  override render() {
    const colours = `${t('theme-label')}: ${t(`theme-${this.theme}`)}`;
    return html`
      <div role="group" aria-label=${t('language-label')}>
        ${LANGUAGES.map(
          (code) => html`
            <button
              lang=${code}
              aria-pressed=${code === this.language}
              aria-label=${`${code.toUpperCase()}, ${t(`language-${code}`)}`}
              title=${t(`language-${code}`)}
              @click=${() => this.announce('language-chosen', code)}
            >
              ${code.toUpperCase()}
            </button>
          `,
        )}
      </div>
      <button class="icon" aria-label=${colours} title=${colours} @click=${this.nextTheme}>${ICONS[this.theme]}</button>
    `;
  }

  static override styles = [
    controls,
    css`
      :host,
      div {
        display: flex;
      }
      button {
        min-width: 34px;
        height: 40px;
        border: 0;
        border-radius: 9px;
        background: none;
        color: var(--ink-second);
        font-size: 13px;
      }
      .icon {
        width: 36px;
      }
      @media (max-width: 767px) {
        button {
          min-width: 44px;
          height: 44px;
        }
      }
      button:hover {
        background: var(--raised);
      }
      button[aria-pressed='true'] {
        color: var(--ink);
        font-weight: 600;
        background: var(--raised);
      }
    `,
  ];
}
