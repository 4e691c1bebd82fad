import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { label } from '../i18n/codes';
import { Spoken, t } from '../i18n/messages';
import type { InView } from '../map/in-view';
import { controls } from '../styles/controls';

/** More than that nobody listens to: the list has the rest. */
const MOST = 20;

/**
 * What the map shows at present, in words: for who hears the map, and for who opens hotspots by keyboard. It is seen
 * while the keyboard is in it.
 *
 * Events: `hotspot-picked` {id}, `cluster-picked` InView.
 */
@customElement('map-contents')
export class MapContents extends LitElement {
  @property({ attribute: false }) inView: readonly InView[] = [];
  /** Names by id, where tiles don't carry them. */
  @property({ attribute: false }) names: (id: string) => string | undefined = () => undefined;

  constructor() {
    super();
    new Spoken(this);
  }

  private pick(item: InView): void {
    const event =
      'id' in item
        ? new CustomEvent('hotspot-picked', { detail: { id: item.id } })
        : new CustomEvent('cluster-picked', { detail: item });
    this.dispatchEvent(event);
  }

  private nameOf(item: InView): string {
    if (!('id' in item)) return t('contents-cluster', { count: item.count });
    const kind = label('kind', item.kind);
    const name = item.name || this.names(item.id);
    return name ? `${name}, ${kind}` : kind;
  }

  /** One sentence, for the description of the map itself. */
  get summary(): string {
    const count = this.inView.reduce((sum, item) => sum + ('id' in item ? 1 : item.count), 0);
    return t('contents-count', { count });
  }

  override render() {
    const shown = this.inView.slice(0, MOST);
    const rest = this.inView.length - shown.length;
    return html`
      <section aria-label=${t('contents-label')}>
        <p role="status">${this.summary}</p>
        <ul>
          ${shown.map((item) => html`<li><button class="plain" @click=${() => this.pick(item)}>${this.nameOf(item)}</button></li>`)}
        </ul>
        ${rest > 0 ? html`<p>${t('contents-more', { count: rest })}</p>` : nothing}
      </section>
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
        z-index: 2;
        top: 12px;
        left: calc(var(--panel-width) + 24px);
        width: min(340px, calc(100% - var(--panel-width) - 100px));
        max-height: calc(100% - 24px);
        overflow-y: auto;
        border-radius: 12px;
        background: var(--paper);
        box-shadow: var(--shadow);
      }
      :host(:not(:focus-within)) {
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      section {
        display: grid;
        gap: 8px;
        padding: 12px;
      }
      ul {
        display: grid;
        gap: 4px;
      }
      .plain {
        width: 100%;
        text-align: start;
      }
      @media (max-width: 767px) {
        :host {
          left: 8px;
          width: calc(100% - 16px);
          max-height: calc(100% - var(--sheet-height, 0px) - 24px);
        }
      }
    `,
  ];
}
