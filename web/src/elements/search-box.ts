import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Problem } from '../api/problem';
import { type Found, search } from '../api/search';
import { Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';
import { closeIcon, searchIcon } from './icons';
import { named } from './named';

/** A pause in typing after which the server is asked. */
const PAUSE_MS = 180;

/** Search by name in four languages: a combobox with a list. Event: `place-chosen` Found. */
@customElement('search-box')
export class SearchBox extends LitElement {
  @property() language = 'ru';
  @state() private typed = '';
  @state() private open = false;
  /** The result under the keyboard; -1 where there is none. */
  @state() private active = -1;
  @query('input') private input!: HTMLInputElement;

  private readonly results = new Task(this, {
    args: () => [this.typed.trim(), this.language] as const,
    task: async ([typed, language], { signal }) => {
      if (typed.length < 2) return [];
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      return signal.aborted ? [] : search(typed, language, signal);
    },
  });

  constructor() {
    super();
    new Spoken(this);
  }

  private get found(): readonly Found[] {
    return this.results.value ?? [];
  }

  private get asked(): boolean {
    return this.open && this.typed.trim().length >= 2;
  }

  private type(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.open = true;
    this.active = -1;
  }

  private choose(found: Found | undefined): void {
    if (!found) return;
    this.typed = found.name;
    this.open = false;
    this.dispatchEvent(new CustomEvent('place-chosen', { detail: found, bubbles: true, composed: true }));
  }

  private shut(): void {
    this.open = false;
  }

  private clear(): void {
    this.typed = '';
    this.open = false;
    this.input.focus();
  }

  private async keyed(event: KeyboardEvent): Promise<void> {
    const last = this.found.length - 1;
    const moves: Record<string, () => void> = {
      ArrowDown: () => this.moveTo(this.active >= last ? 0 : this.active + 1),
      ArrowUp: () => this.moveTo(this.active <= 0 ? last : this.active - 1),
      Escape: () => (this.open ? this.shut() : this.clear()),
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      event.stopPropagation();
      move();
    } else if (event.key === 'Enter') {
      await this.results.taskComplete.catch(() => undefined);
      this.choose(this.found[Math.max(this.active, 0)]);
    }
  }

  private moveTo(index: number): void {
    this.open = true;
    this.active = this.found.length > 0 ? index : -1;
  }

  override render() {
    const active = this.asked && this.active >= 0 ? `result-${this.active}` : nothing;
    return html`
      <div class="box" role="search">
        <span class="glass">${searchIcon}</span>
        <input
          class="field"
          type="text"
          role="combobox"
          maxlength="80"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          aria-label=${t('search-label')}
          aria-expanded=${this.asked}
          aria-controls="results"
          aria-autocomplete="list"
          aria-activedescendant=${active}
          placeholder=${t('search-placeholder')}
          .value=${this.typed}
          @input=${this.type}
          @keydown=${this.keyed}
          @focus=${() => (this.open = true)}
          @blur=${() => (this.open = false)}
        />
        ${this.typed ? html`<button class="icon" title=${t('search-clear')} aria-label=${t('search-clear')} @click=${this.clear}>${closeIcon}</button>` : nothing}
        <ul id="results" role="listbox" aria-label=${t('search-label')} ?hidden=${!this.asked || this.found.length === 0}>
          ${this.found.map((found, index) => this.renderResult(found, index))}
        </ul>
        ${this.asked ? html`<p class=${this.found.length > 0 ? 'visually-hidden' : 'note second'} role="status">${this.renderOutcome()}</p>` : nothing}
      </div>
    `;
  }

  private renderResult(found: Found, index: number) {
    const context = [t(`search-type-${found.type}`), found.context].filter(Boolean).join(' · ');
    // A press would take the focus from the field and close the list before the click arrives.
    return html`
      <li
        id="result-${index}"
        role="option"
        aria-selected=${index === this.active}
        @pointerdown=${(event: Event) => event.preventDefault()}
        @click=${() => this.choose(found)}
      >
        ${named(found.name, found.name_lang)} <span class="second">${context}</span>
      </li>
    `;
  }

  private renderOutcome() {
    return this.results.render({
      pending: () => t('loading'),
      complete: (found) =>
        found.length > 0 ? t('search-count', { count: found.length }) : t('search-none', { query: this.typed.trim() }),
      error: (error) => (error instanceof Problem ? error.text : t('problem-server')),
    });
  }

  static override styles = [
    controls,
    css`
      .box {
        position: relative;
      }
      .field {
        width: 100%;
        height: 42px;
        padding: 0 40px;
        font-size: 16px;
      }
      .field::placeholder {
        color: var(--ink-second);
        opacity: 1;
      }
      .glass {
        position: absolute;
        left: 11px;
        top: 11px;
        width: 20px;
        height: 20px;
        color: var(--ink-second);
        pointer-events: none;
      }
      .icon {
        position: absolute;
        right: 1px;
        top: 1px;
      }
      ul,
      .note {
        position: absolute;
        z-index: 3;
        top: 46px;
        left: 0;
        right: 0;
        max-height: min(320px, 45dvh);
        overflow-y: auto;
        background: var(--paper);
        border: 1px solid var(--edge);
        border-radius: 10px;
        box-shadow: var(--shadow);
      }
      .note {
        padding: 10px 12px;
      }
      li {
        padding: 9px 12px;
        cursor: pointer;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      li[aria-selected='true'],
      li:hover {
        background: var(--raised);
      }
      li[aria-selected='true'] {
        box-shadow: inset 3px 0 0 var(--focus);
      }
      li .second {
        display: block;
      }
    `,
  ];
}
