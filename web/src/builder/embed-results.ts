import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/copy-button';
import { readOptions, type Written } from '../embed/options';
import { language, Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';
import { report } from '../styles/report';
import { elementSnippet, frameSnippet, pageAddress, pictureAddress } from './snippets';

/** To take away: two pieces of code, the picture, a citation and the address, each with a button that copies it. */
@customElement('embed-results')
export class EmbedResults extends LitElement {
  @property({ attribute: false }) written: Written = {};
  @property({ type: Number }) height = 0;
  /** What the map is of. */
  @property() subject = '';
  @property() release = '';

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const { options } = readOptions(this.written, language());
    const { origin } = location;
    const written = { ...this.written, lang: options.lang };
    const title = `${this.subject} · ${t('app-title')}`;
    const address = pageAddress(origin, options);
    const picture = pictureAddress(origin, options);
    const citation = t('publish-citation', {
      name: this.subject,
      release: options.release ?? this.release,
      url: address,
    });
    return html`
      ${this.renderCode('publish-element', t('publish-element-note'), elementSnippet(origin, written, this.height, title, address))}
      ${this.renderCode('publish-frame', t('publish-frame-note'), frameSnippet(origin, written, this.height, title))}
      <section>
        <h2>${t('publish-picture')}</h2>
        <p class="second">${t('publish-picture-note')}</p>
        <img src=${picture} width="1200" height="630" loading="lazy" alt=${this.subject} />
        <div class="line">
          <a href=${`${picture}&download=true`} download="terrikon.png">${t('publish-picture-download')}</a>
          <copy-button .text=${picture}></copy-button>
        </div>
      </section>
      ${
        this.release
          ? html`<section>
              <h2>${t('panel-cite')}</h2>
              <div class="line"><p>${citation}</p><copy-button .text=${citation} message="panel-copy-citation"></copy-button></div>
            </section>`
          : nothing
      }
      <section>
        <h2>${t('panel-link')}</h2>
        <div class="line"><a href=${address}>${address}</a><copy-button .text=${address}></copy-button></div>
      </section>
    `;
  }

  private renderCode(name: 'publish-element' | 'publish-frame', note: string, code: string) {
    return html`
      <section>
        <h2 id=${name}>${t(name)}</h2>
        <p class="second">${note}</p>
        <div class="line code">
          <textarea class="field" readonly rows="4" spellcheck="false" aria-labelledby=${name} .value=${code}></textarea>
          <copy-button .text=${code} message="publish-copy"></copy-button>
        </div>
      </section>
    `;
  }

  static override styles = [
    controls,
    report,
    css`
      section {
        margin-top: 24px;
      }
      .line {
        display: flex;
        gap: 8px;
        align-items: center;
        justify-content: space-between;
      }
      .line > :first-child {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .line > a {
        padding: 10px 0;
      }
      img {
        display: block;
        width: min(100%, 480px);
        height: auto;
        margin: 8px 0;
        border-radius: 10px;
        background: var(--raised);
      }
      .code {
        align-items: start;
        margin-top: 6px;
      }
      textarea {
        flex: 1;
        padding: 8px 12px;
        resize: vertical;
        font: 13px / 19px ui-monospace, monospace;
      }
    `,
  ];
}
