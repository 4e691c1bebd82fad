import { Task } from '@lit/task';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { served } from '../api/client';
import { fetchHotspot, fetchHotspots } from '../api/hotspots';
import { Problem } from '../api/problem';
import { isLanguage, type Language, preferredLanguage } from '../i18n/languages';
import type { Words } from '../i18n/words';
import type { Hotspot } from '../model/hotspot';
import { Media } from '../model/media';
import type { Interactive, Target } from './interactive';
import { look } from './look';
import { ATTRIBUTES, type Options, readOptions, standingPictureOf, type Written } from './options';
import { renderButtons, renderCard, renderFoot, renderList } from './parts';
import { wordsOf } from './words';

/** How near the window it must come before it loads anything. */
const NEAR = '300px';

/** What decides on the picture that stands for the map. */
const STANDING = ['words', ...ATTRIBUTES];

/**
 * The map for pages of others: `<terrikon-map oblast="KZ-35" kind="tailings" lang="ru">`. Nothing is loaded before it comes near the window;
 * then a picture stands for the map until somebody wants it, and the same hotspots as a list. Documented in docs/guides/publishers.md.
 *
 * Events: `terrikon-load` {release, count}, `terrikon-select` {id, name, kind, position, url} or null, `terrikon-error` {status, message}.
 */
export class TerrikonMap extends LitElement {
  @property({ reflect: true }) hotspot?: string;
  @property({ reflect: true }) oblast?: string;
  @property({ reflect: true }) kind?: string;
  @property({ reflect: true }) status?: string;
  @property({ reflect: true }) date?: string;
  @property({ reflect: true }) override lang = '';
  @property({ reflect: true }) theme?: string;
  @property({ reflect: true }) release?: string;
  @property({ reflect: true }) bbox?: string;
  @property({ reflect: true }) center?: string;
  @property({ reflect: true }) zoom?: string;
  @property({ reflect: true }) load?: string;
  /** Pixels, or any length of CSS; by its width if absent. */
  @property({ reflect: true }) height?: string;

  @state() private words?: Words | undefined;
  @state() private near = false;
  @state() private wanted = false;
  @state() private listed = false;
  @state() private shown = false;
  @state() private picture?: string | undefined;
  @state() private selected?: Hotspot | undefined;
  @state() private problem?: unknown;
  @state() private drawn?: string | undefined;
  /** A release that was asked for and is not kept any more. */
  @state() private gone?: string | undefined;
  @query('#canvas') private canvas?: HTMLElement;
  @query('.stage') private stage?: HTMLElement;
  @query('h2') private heading?: HTMLElement;

  private readonly dark = new Media(this, '(prefers-color-scheme: dark)');
  private readonly nearness = new IntersectionObserver((entries) => this.approached(entries), { rootMargin: NEAR });
  private map?: Interactive | undefined;
  private opening?: Promise<void> | undefined;
  private drawing = new AbortController();
  private cameFrom?: HTMLElement | undefined;

  private readonly matching = new Task(this, {
    args: () => [this.listed || this.wanted, this.filters] as const,
    task: async ([needed], { signal }): Promise<Hotspot[] | undefined> => {
      if (!needed) return undefined;
      const { lang, kinds, oblast, statuses, date, release } = this.options;
      return fetchHotspots({ kinds, oblast, statuses, date }, lang, signal, release);
    },
    onError: (problem) => this.failed(problem),
  });

  /** What the attributes say, with what stands in for those that are absent. */
  private get options(): Options {
    const written: Written = {};
    for (const name of ATTRIBUTES) if (this[name]) written[name] = this[name];
    const { options } = readOptions(written, this.surroundings);
    return this.gone === options.release ? { ...options, release: undefined } : options;
  }

  /** The language of the page around the map, or else that of the reader. */
  private get surroundings(): Language {
    const code = this.parentElement?.closest<HTMLElement>('[lang]')?.lang.split('-')[0];
    return isLanguage(code) ? code : preferredLanguage(navigator.languages);
  }

  private get scheme(): 'light' | 'dark' {
    const { theme } = this.options;
    return theme === 'auto' ? (this.dark.matches ? 'dark' : 'light') : theme;
  }

  /** What decides which hotspots are shown, as one text. */
  private get filters(): string {
    const { lang, kinds, oblast, statuses, date, release } = this.options;
    return JSON.stringify([lang, kinds, oblast, statuses, date, release]);
  }

  /** The MapLibre map, once it is open: for pages that draw something of their own on it. */
  get maplibre() {
    return this.map?.maplibre;
  }

  /** Loads the map itself, without waiting for the reader. */
  async open(): Promise<void> {
    this.near = true;
    this.wanted = true;
    this.opening ??= this.start();
    await this.opening;
  }

  /** Moves the map, which is loaded for it if need be. */
  async flyTo(target: Target): Promise<void> {
    await this.open();
    this.map?.go(target);
  }

  /** Opens a hotspot by its id, or closes the one that is open. */
  async select(id: string | null): Promise<void> {
    if (id === null) {
      this.deselect();
      return;
    }
    try {
      const { lang, release } = this.options;
      await this.choose(await fetchHotspot(id, lang, undefined, undefined, release));
      if (this.selected) this.map?.show(this.selected, true);
    } catch (problem) {
      this.failed(problem);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.nearness.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.nearness.disconnect();
    this.drawing.abort();
    this.map?.close();
    this.map = undefined;
    this.opening = undefined;
    this.shown = false;
    this.wanted = false;
    this.near = false;
    this.words = undefined;
  }

  private approached(entries: IntersectionObserverEntry[]): void {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.nearness.disconnect();
    this.near = true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.dataset.theme = this.scheme;
    if (changed.has('height')) this.setHeight();
    if (changed.has('release')) this.gone = undefined;
    if (this.near && this.words?.language !== this.options.lang) void this.speak(this.options.lang);
  }

  private setHeight(): void {
    const text = this.height?.trim();
    const length = text && /^\d+(\.\d+)?$/.test(text) ? `${text}px` : text;
    this.style.height = length && CSS.supports('height', length) ? length : '';
    this.toggleAttribute('data-sized', Boolean(this.style.height));
  }

  private async speak(lang: Language): Promise<void> {
    try {
      const words = await wordsOf(lang);
      if (lang === this.options.lang) this.words = words;
    } catch (problem) {
      this.failed(problem);
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (!this.words) return;
    if (!this.wanted && STANDING.some((name) => changed.has(name))) this.stand();
    const redrawn = ['lang', 'theme', 'release', 'kind', 'status', 'date', 'oblast', 'gone'];
    if (this.map && redrawn.some((name) => changed.has(name))) void this.draw();
    const moved = ['bbox', 'center', 'zoom', 'oblast'];
    if (this.map && this.hasUpdated && moved.some((name) => changed.has(name))) void this.frame();
    if (this.map && changed.has('hotspot')) void this.select(this.hotspot ?? null);
  }

  /** The picture that stands for the map; where the page wants it, the map comes at once. */
  private stand(): void {
    const size = this.stage?.getBoundingClientRect() ?? { width: 0, height: 0 };
    const picture = standingPictureOf(this.options, this.scheme, size);
    if (this.options.load === 'visible') void this.open();
    else this.picture = served(picture);
  }

  private async start(): Promise<void> {
    try {
      await this.updateComplete;
      this.words ??= await wordsOf(this.options.lang);
      const { Interactive } = await import('./interactive');
      await this.updateComplete;
      if (!this.canvas || !this.words) return;
      this.map = await Interactive.open(this.canvas, this.options, this.words, {
        picked: (id) => void this.select(id),
        failed: (problem) => this.failed(problem),
      });
      await Promise.all([this.frame(), this.draw()]);
      if (this.hotspot) await this.select(this.hotspot);
    } catch (problem) {
      this.failed(problem);
    }
  }

  private async draw(): Promise<void> {
    this.drawing.abort();
    this.drawing = new AbortController();
    const { signal } = this.drawing;
    try {
      this.drawn = await this.map?.draw(this.options, this.scheme, signal);
      await this.matching.taskComplete.catch(() => undefined);
      if (signal.aborted) return;
      this.shown = true;
      this.picture = undefined;
      this.announce('terrikon-load', { release: this.drawn, count: this.matching.value?.length });
    } catch (problem) {
      if (!signal.aborted) this.failed(problem);
    }
  }

  /** Shows what the attributes say, or else all hotspots that they let through. */
  private async frame(): Promise<void> {
    const { bbox, center, zoom, hotspot, oblast } = this.options;
    if (bbox) this.map?.go({ bbox });
    else if (center) this.map?.go({ center, ...(zoom !== undefined && { zoom }) });
    else if (oblast && !hotspot) {
      await this.matching.taskComplete.catch(() => undefined);
      this.map?.showAll(this.matching.value ?? []);
    }
  }

  private async choose(hotspot: Hotspot): Promise<void> {
    const active = this.renderRoot.querySelector<HTMLElement>(':focus');
    if (active) this.cameFrom = active;
    this.selected = hotspot;
    this.map?.select(hotspot);
    await this.updateComplete;
    // A map that merely begins with a hotspot leaves the keyboard to the page.
    if (active) this.heading?.focus({ preventScroll: true });
    const { id, name, kind, position } = hotspot.properties;
    this.announce('terrikon-select', {
      id,
      name,
      kind,
      position,
      url: new URL(served(`/hotspots/${id}`), location.href).href,
    });
  }

  private deselect(): void {
    if (!this.selected) return;
    this.selected = undefined;
    this.map?.select(undefined);
    this.cameFrom?.focus({ preventScroll: true });
    this.cameFrom = undefined;
    this.announce('terrikon-select', null);
  }

  private failed(problem: unknown): void {
    if (problem instanceof Problem && problem.document.type === '/problems/unknown-release' && this.options.release) {
      this.gone = this.options.release;
      return;
    }
    this.problem = problem;
    const message = problem instanceof Problem ? (problem.document.detail ?? problem.message) : String(problem);
    this.announce('terrikon-error', { status: problem instanceof Problem ? problem.status : 0, message });
  }

  private announce(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private retry(): void {
    this.problem = undefined;
    if (this.map) void this.draw();
    else {
      this.opening = undefined;
      void this.open();
    }
    if (this.matching.value === undefined) void this.matching.run();
  }

  private keyed(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.deselect();
  }

  override render() {
    const { words } = this;
    if (!words) return html`<section><div class="stage"><div class="fallback"><slot></slot></div></div></section>`;
    return html`
      <section lang=${words.language} aria-label=${words.t('embed-label')} @keydown=${this.keyed}>
        ${this.renderNotes(words)}
        <div class="stage">
          <div id="canvas"></div>
          ${this.picture ? this.renderPicture(words, this.picture) : nothing}
          ${this.wanted && !this.shown && !this.problem ? html`<div class="wait" role="progressbar" aria-label=${words.t('loading')}></div>` : nothing}
          ${
            this.map && this.shown
              ? renderButtons(
                  words,
                  (by) => this.map?.zoom(by),
                  () => this.map?.go('home'),
                )
              : nothing
          }
          ${this.selected ? renderCard(this.selected, words, () => this.deselect()) : nothing}
        </div>
        <details class="list" @toggle=${({ target }: Event) => this.toggled(target as HTMLDetailsElement)}>
          <summary>${words.t('embed-list')}</summary>
          ${this.matching.value ? renderList(this.matching.value, words, this.map && ((hotspot) => void this.select(hotspot.id))) : html`<p class="empty">${words.t('loading')}</p>`}
        </details>
        ${renderFoot(this.options, words, this.drawn ?? this.matching.value?.[0]?.properties.release)}
      </section>
    `;
  }

  private toggled({ open }: HTMLDetailsElement): void {
    if (open) this.listed = true;
  }

  private renderPicture(words: Words, address: string) {
    const size = { width: this.stage?.clientWidth ?? 0, height: this.stage?.clientHeight ?? 0 };
    return html`
      <img class="still" src=${address} width=${size.width} height=${size.height} alt=${words.t('embed-picture')} @error=${() => this.pictureFailed()} />
      ${this.wanted ? nothing : html`<button class="open" @click=${() => void this.open()}>${words.t('embed-open')}</button>`}
    `;
  }

  private pictureFailed(): void {
    this.picture = undefined;
    void this.open();
  }

  private renderNotes(words: Words) {
    const { wrong } = readOptions(Object.fromEntries(ATTRIBUTES.map((name) => [name, this[name]])) as Written, 'ru');
    const known = this.problem instanceof Problem ? this.problem.document.detail : undefined;
    return html`
      ${wrong.length > 0 ? html`<p class="note" role="alert">${words.t('embed-wrong', { names: wrong.join(', ') })}</p>` : nothing}
      ${this.gone ? html`<p class="note" role="status">${words.t('embed-release-gone', { release: this.gone })}</p>` : nothing}
      ${
        this.problem
          ? html`<div class="note" role="alert">
              <p>${words.t('embed-failed')} ${known ?? ''}</p>
              <button class="plain" @click=${this.retry}>${words.t('embed-retry')}</button>
            </div>`
          : nothing
      }
    `;
  }

  static override styles = look;
}
