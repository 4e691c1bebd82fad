import { html, nothing } from 'lit';
import { served } from '../api/client';
import { closeIcon, homeIcon, minusIcon, plusIcon } from '../elements/icons';
import { certaintyOf, drawSymbol } from '../elements/kind-symbol';
import type { Words } from '../i18n/words';
import { piecesOf } from '../map/style';
import type { Hotspot } from '../model/hotspot';
import { listRows } from '../model/listing';
import { type Options, pageOf } from './options';

/** A word of the data in the reader's language; keys write `industrial_town` with a hyphen. */
const label = (words: Words, vocabulary: string, code: string) => words.t(`${vocabulary}-${code.replaceAll('_', '-')}`);

/** The page of a hotspot, in a tab of its own: the article stays. */
export function linkTo(hotspot: Hotspot, words: Words): string {
  return served(`/hotspots/${encodeURIComponent(hotspot.id)}?lang=${words.language}`);
}

function facts({ properties }: Hotspot, words: Words) {
  const { kind, oblast_name: oblast, oblast_name_lang: lang, trust } = properties;
  return html`${label(words, 'kind', kind)}${oblast ? html` · <span lang=${lang ?? nothing}>${oblast}</span>` : nothing}${
    trust === 'sourced' ? nothing : html` · <em>${words.t(`trust-${trust}`)}</em>`
  }`;
}

/** The same hotspots as on the map. `picked` is told of a plain click; any other opens the page, as on every link. */
export function renderList(hotspots: readonly Hotspot[], words: Words, picked?: (hotspot: Hotspot) => void) {
  if (hotspots.length === 0) return html`<p class="empty">${words.t('list-empty')}</p>`;
  const follow = (event: MouseEvent, hotspot: Hotspot) => {
    if (!picked || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    picked(hotspot);
  };
  return html`
    <ul aria-label=${words.t('list-title')}>
      ${listRows(hotspots, 'name', words.language).map(
        ({ hotspot }) => html`
          <li>
            <a href=${linkTo(hotspot, words)} target="_blank" rel="noopener" @click=${(event: MouseEvent) => follow(event, hotspot)}>
              ${drawSymbol(hotspot.properties.kind, certaintyOf(hotspot.properties))}
              <span>
                <span class="name" lang=${hotspot.properties.name_lang}>${hotspot.properties.name}</span>
                <span class="second">${facts(hotspot, words)}</span>
              </span>
            </a>
          </li>
        `,
      )}
    </ul>
  `;
}

/** The chosen hotspot, over the lower edge of the map. */
export function renderCard(hotspot: Hotspot, words: Words, closed: () => void) {
  const { kind, name, name_lang: lang, position_accuracy_m: accuracy } = hotspot.properties;
  const distance =
    accuracy &&
    words.t(accuracy < 1000 ? 'distance-m' : 'distance-km', { distance: accuracy < 1000 ? accuracy : accuracy / 1000 });
  return html`
    <article class="card" aria-label=${name}>
      ${drawSymbol(kind, certaintyOf(hotspot.properties))}
      <div>
        <h2 tabindex="-1" lang=${lang}>${name}</h2>
        <p class="second">${facts(hotspot, words)}${distance ? html` · ${words.t('embed-accuracy', { distance })}` : nothing}</p>
        <a href=${linkTo(hotspot, words)} target="_blank" rel="noopener">${words.t('embed-more')}</a>
      </div>
      <button class="icon" aria-label=${words.t('close')} title=${words.t('close')} @click=${closed}>${closeIcon}</button>
    </article>
  `;
}

export function renderButtons(words: Words, zoomed: (by: 1 | -1) => void, home: () => void) {
  const button = (name: string, icon: unknown, act: () => void) =>
    html`<button class="icon" title=${words.t(name)} aria-label=${words.t(name)} @click=${act}>${icon}</button>`;
  return html`
    <div class="buttons">
      ${button('map-zoom-in', plusIcon, () => zoomed(1))} ${button('map-zoom-out', minusIcon, () => zoomed(-1))}
      ${button('embed-whole', homeIcon, home)}
    </div>
  `;
}

/** Whose map and data it is, with a link back: no attribute takes it away. */
export function renderFoot(options: Options, words: Words, release: string | undefined) {
  const piece = ({ text, href }: { text: string; href?: string | undefined }) =>
    href ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : text;
  return html`
    <footer>
      <p>
        <a class="back" href=${served(pageOf(options))} target="_blank" rel="noopener">${words.t('embed-back')}</a>
        ${release ? html` · ${words.t('embed-release', { release })}` : nothing}
      </p>
      <details>
        <summary>${words.t('map-attribution')}</summary>
        <p>${piecesOf(words.t('attribution-base')).map(piece)}</p>
        <p>${words.t('embed-hotspots-source')}</p>
      </details>
    </footer>
  `;
}
