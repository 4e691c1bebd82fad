import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import type { ViewState } from '../model/view-state';
import { controls } from '../styles/controls';

const VIEWS = ['map', 'list'] as const;

/** Legend or list under the filters. Event: `view-chosen` 'map' | 'list'. */
@customElement('view-tabs')
export class ViewTabs extends LitElement {
  @property() view: ViewState['view'] = 'map';

  constructor() {
    super();
    new Spoken(this);
  }

  private choose(view: ViewState['view']): void {
    this.dispatchEvent(new CustomEvent('view-chosen', { detail: view, bubbles: true, composed: true }));
  }

  override render() {
    return html`
      <div role="group" aria-label=${t('view-label')}>
        ${VIEWS.map(
          (view) => html`
            <button aria-pressed=${view === this.view} title=${t(`view-${view}-hint`)} @click=${() => this.choose(view)}>
              ${t(`view-${view}`)}
            </button>
          `,
        )}
      </div>
    `;
  }

  static override styles = [
    controls,
    css`
      div {
        display: flex;
        border: 1px solid var(--edge);
        border-radius: 10px;
        overflow: hidden;
      }
      button {
        flex: 1;
        min-height: 44px;
        padding: 0 12px;
        border: 0;
        background: var(--paper);
      }
      button[aria-pressed='true'] {
        background: var(--raised);
        font-weight: 600;
      }
      button:focus-visible {
        outline-offset: -3px;
      }
    `,
  ];
}
