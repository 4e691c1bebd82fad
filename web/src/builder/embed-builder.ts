import { Task } from '@lit/task';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { getJson } from '../api/client';
import { fetchContents, fetchHotspot, fetchOblasts } from '../api/hotspots';
import type { Found } from '../api/search';
import '../elements/kind-filter';
import '../elements/oblast-select';
import '../elements/reader-settings';
import '../elements/search-box';
import { ATTRIBUTES, LOADS, type Options, readOptions, type Written } from '../embed/options';
import { LANGUAGES, type Language, preferredLanguage } from '../i18n/languages';
import { language, Spoken, speak, t } from '../i18n/messages';
import type { Kind } from '../model/hotspot';
import { Media } from '../model/media';
import { THEMES, type Theme } from '../model/view-state';
import { controls } from '../styles/controls';
import { readPage } from '../styles/read-page';
import { report } from '../styles/report';
import './embed-results';
import { framePath, HEIGHTS } from './snippets';

/** Bytes on the wire, as the build measured them: `build/sizes.ts`. */
export interface Sizes {
  article: number;
  map: number;
  maplibre: number;
}

/** Where a publisher chooses what the map shows and takes code, picture and citation away. The address keeps what was chosen. */
@customElement('embed-builder')
export class EmbedBuilder extends LitElement {
  @state() private written: Written = readAddress();
  @state() private height: number = HEIGHTS.usual;
  @state() private theme: Theme = 'auto';
  /** The name of the place, where one was chosen. */
  @state() private place?: string | undefined;

  private readonly dark = new Media(this, '(prefers-color-scheme: dark)');
  private readonly oblasts = new Task(this, { args: () => [language()], task: ([lang]) => fetchOblasts(lang) });
  private readonly release = new Task(this, { args: () => [], task: async () => (await fetchContents()).release });
  private readonly sizes = new Task(this, { args: () => [], task: () => getJson<Sizes>('/sizes.json') });
  private readonly named = new Task(this, {
    args: () => [this.written.hotspot, this.written.lang] as const,
    task: async ([id, lang]) =>
      id ? (await fetchHotspot(id, lang ?? language(), undefined)).properties.name : undefined,
  });

  constructor() {
    super();
    new Spoken(this);
  }

  private get options(): Options {
    return readOptions(this.written, language()).options;
  }

  private change(change: Written): void {
    const written = { ...this.written, ...change };
    for (const name of ATTRIBUTES) if (!written[name]) delete written[name];
    this.written = written;
    const query = new URLSearchParams(written as Record<string, string>);
    history.replaceState(null, '', `${location.pathname}?${query.toString().replaceAll('%2C', ',')}`);
  }

  /** Nothing but the place itself says where the map looks. */
  private choosePlace({ type, id, name, bbox, lon, lat }: Found): void {
    const nowhere: Written = { hotspot: '', oblast: '', bbox: '', center: '', zoom: '' };
    this.place = name;
    if (type === 'hotspot') this.change({ ...nowhere, hotspot: id });
    else if (type === 'oblast') this.change({ ...nowhere, oblast: id });
    else if (bbox) this.change({ ...nowhere, bbox: bbox.map((degrees) => degrees.toFixed(3)).join() });
    else this.change({ ...nowhere, center: `${lon.toFixed(3)},${lat.toFixed(3)}`, zoom: '9' });
  }

  private clearPlace(): void {
    this.place = undefined;
    this.change({ hotspot: '', bbox: '', center: '', zoom: '' });
  }

  /** What the map is of, in words: for titles and citations. */
  private get subject(): string {
    const { hotspot, oblast, kinds } = this.options;
    if (hotspot) return this.named.value ?? hotspot;
    const area = this.oblasts.value?.find(({ code }) => code === oblast)?.name ?? oblast;
    const groups = kinds.map((kind) => t(`kinds-${kind.replaceAll('_', '-')}`)).join(', ');
    return [area ?? this.place, groups].filter(Boolean).join(': ') || t('app-subtitle');
  }

  private async chooseLanguage(lang: Language): Promise<void> {
    await speak(lang);
    this.change({ lang });
  }

  protected override willUpdate(): void {
    document.documentElement.lang = language();
    document.documentElement.dataset.theme =
      this.theme === 'auto' ? (this.dark.matches ? 'dark' : 'light') : this.theme;
    document.title = `${t('publish-title')} · ${t('app-title')}`;
  }

  override render() {
    return html`
      <header>
        <a href=${`/?lang=${language()}`}>← ${t('profile-back')}</a>
        <reader-settings
          .language=${language()}
          .theme=${this.theme}
          @language-chosen=${({ detail }: CustomEvent<Language>) => this.chooseLanguage(detail)}
          @theme-chosen=${({ detail }: CustomEvent<Theme>) => {
            this.theme = detail;
          }}
        ></reader-settings>
      </header>
      <main>
        <h1>${t('publish-title')}</h1>
        <p class="intro">${t('publish-intro')}</p>
        <div class="pair">
          ${this.renderSettings()}
          <section>
            <h2>${t('publish-preview')}</h2>
            <iframe src=${framePath(this.written)} title=${t('publish-preview')} height=${this.height}></iframe>
            ${this.renderSize()}
          </section>
        </div>
        <embed-results
          .written=${this.written}
          .height=${this.height}
          .subject=${this.subject}
          .release=${this.release.value ?? ''}
        ></embed-results>
      </main>
    `;
  }

  private renderSettings() {
    const { options } = this;
    const { hotspot, bbox, center } = options;
    return html`
      <section class="settings">
        <h2>${t('publish-settings')}</h2>
        <search-box .language=${language()} @place-chosen=${({ detail }: CustomEvent<Found>) => this.choosePlace(detail)}></search-box>
        <p class="place" role="status">
          ${
            hotspot || bbox || center
              ? html`${t('publish-place-chosen', { name: (hotspot && this.named.value) || this.place || hotspot || bbox?.join() || center?.join() || '' })}
                <button class="plain" @click=${this.clearPlace}>${t('publish-place-clear')}</button>`
              : t('publish-place-none')
          }
        </p>
        <oblast-select
          .oblasts=${this.oblasts.value ?? []}
          .chosen=${options.oblast ?? ''}
          @oblast-chosen=${({ detail }: CustomEvent<string>) => this.change({ oblast: detail })}
        ></oblast-select>
        <kind-filter .chosen=${options.kinds} @kinds-chosen=${({ detail }: CustomEvent<Kind[]>) => this.change({ kind: detail.join() })}></kind-filter>
        <div class="fields">
          ${this.renderSelect(
            'language-label',
            options.lang,
            LANGUAGES,
            (code) => t(`language-${code}`),
            (lang) => this.change({ lang }),
          )}
          ${this.renderSelect(
            'theme-label',
            options.theme,
            THEMES,
            (theme) => t(`theme-${theme}`),
            (theme) => this.change({ theme: theme === 'auto' ? '' : theme }),
          )}
          ${this.renderSelect(
            'publish-load',
            options.load,
            LOADS,
            (load) => t(`publish-load-${load}`),
            (load) => this.change({ load: load === 'interaction' ? '' : load }),
          )}
          ${this.renderRelease(options)}
          <label>
            ${t('publish-height')}
            <input class="field" type="number" min=${HEIGHTS.least} max=${HEIGHTS.most} step="20" .value=${String(this.height)} @change=${this.resize} />
          </label>
        </div>
        <p class="second">${t('publish-release-note')}</p>
      </section>
    `;
  }

  private renderRelease({ release }: Options) {
    const current = this.release.value ?? '';
    const known = [...new Set(['latest', release ?? current].filter(Boolean))];
    const word = (id: string) =>
      id === 'latest' ? t('publish-release-latest') : t('publish-release-pinned', { release: id });
    return this.renderSelect('publish-release', release ?? 'latest', known, word, (id) =>
      this.change({ release: id === 'latest' ? '' : id }),
    );
  }

  private renderSelect<T extends string>(
    name: string,
    chosen: T,
    known: readonly T[],
    word: (value: T) => string,
    choose: (value: T) => void,
  ) {
    return html`
      <label>
        ${t(name)}
        <select class="field" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}>
          ${known.map((value) => html`<option value=${value} .selected=${value === chosen}>${word(value)}</option>`)}
        </select>
      </label>
    `;
  }

  private resize(event: Event): void {
    const input = event.target as HTMLInputElement;
    const pixels = Number.parseInt(input.value, 10);
    this.height = Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Number.isFinite(pixels) ? pixels : HEIGHTS.usual));
    input.value = String(this.height);
  }

  private renderSize() {
    const sizes = this.sizes.value;
    if (!sizes) return nothing;
    const kilobytes = (bytes: number) => Math.ceil(bytes / 1000);
    const { article, map, maplibre } = sizes;
    return html`<p class="second">${t('publish-size', { article: kilobytes(article), map: kilobytes(map), maplibre: kilobytes(maplibre) })}</p>`;
  }

  static override styles = [
    controls,
    report,
    readPage,
    css`
      .intro {
        margin: 6px 0 20px;
      }
      .pair {
        display: grid;
        grid-template-columns: minmax(0, 400px) minmax(0, 1fr);
        gap: 28px;
        align-items: start;
      }
      .settings {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      .place {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 12px;
        align-items: center;
        min-height: 40px;
      }
      .fields {
        display: grid;
        gap: 10px;
      }
      label {
        display: grid;
        gap: 2px;
        min-width: 0;
        font-size: 13px;
        color: var(--ink-second);
      }
      label .field {
        width: 100%;
        font-size: 15px;
        color: var(--ink);
      }
      iframe {
        display: block;
        width: 100%;
        margin: 8px 0;
        border: 0;
      }
      @media (max-width: 767px) {
        .pair {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

function readAddress(): Written {
  const query = new URLSearchParams(location.search);
  const written: Written = { lang: preferredLanguage(navigator.languages) };
  for (const name of ATTRIBUTES) {
    const value = query.get(name);
    if (value) written[name] = value;
  }
  return written;
}
