import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import { Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';

/** Says in the reader's language what failed and offers to try again. Event: `retry`. */
@customElement('problem-note')
export class ProblemNote extends LitElement {
  /** Whatever was thrown. */
  @property({ attribute: false }) problem: unknown;
  /** Message for failures that are not the server's answer. */
  @property() otherwise = 'problem-server';

  constructor() {
    super();
    new Spoken(this);
  }

  /** Nobody is there who could answer the next time. */
  private get lasting(): boolean {
    return this.problem instanceof Problem && this.problem.status === 501;
  }

  override render() {
    return html`
      <div role="alert">
        <p>${this.problem instanceof Problem ? this.problem.text : t(this.otherwise)}</p>
        ${this.lasting ? nothing : html`<button class="plain" @click=${() => this.dispatchEvent(new CustomEvent('retry'))}>${t('problem-retry')}</button>`}
      </div>
    `;
  }

  static override styles = [
    controls,
    css`
      div {
        margin: 12px 20px 0;
        padding: 12px 14px;
        border-radius: 10px;
        background: var(--caution);
        color: var(--caution-ink);
      }
      .plain {
        margin-top: 8px;
        color: var(--ink);
      }
    `,
  ];
}
