import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/copy-button';
import { reportError } from '../elements/report-error';
import { language, Spoken, t } from '../i18n/messages';
import { formatDate } from '../i18n/numbers';
import type { Profile } from '../model/profile';
import type { ProfileState } from '../model/profile-address';
import { controls } from '../styles/controls';
import { report } from '../styles/report';

/** The names that people know formats by. */
const FORMATS: Record<string, string> = { json: 'JSON', csv: 'CSV', geojson: 'GeoJSON', gpkg: 'GeoPackage' };

/** To take away: the figures and the hotspots as files of this release, the address, and how to cite the page. */
@customElement('profile-links')
export class ProfileLinks extends LitElement {
  @property({ attribute: false }) profile?: Profile;
  @property({ attribute: false }) asked?: ProfileState;

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    if (!this.profile || !this.asked) return nothing;
    const { oblast, date, release } = this.profile;
    const { lang } = this.asked;
    const own = new URLSearchParams({ date, lang, release });
    const figures = `/api/oblasts/${encodeURIComponent(oblast.code)}/profile?${own}`;
    const hotspots = `/api/collections/hotspots/items?${new URLSearchParams({ oblast: oblast.code, date, lang, release })}`;
    const address = `${location.origin}/oblasts/${oblast.code}?date=${date}`;
    const name = oblast.name ?? oblast.code;
    const cited = { name, code: oblast.code, date: formatDate(date), release, url: address };
    const citation = t('profile-citation', cited);
    const file = (url: string, format: string, words: string) =>
      html`<li><a href=${`${url}&f=${format}`} download>${FORMATS[format] ?? format}</a> <span class="second">${words}</span></li>`;
    return html`
      <section>
        <h2>${t('panel-download')}</h2>
        <ul>
          ${['json', 'csv'].map((format) => file(figures, format, t('profile-figures-file')))}
          ${['geojson', 'gpkg', 'csv'].map((format) => file(hotspots, format, t('profile-hotspots-file')))}
          <li><a href=${`/static/map.png?oblast=${oblast.code}&size=1200x630&lang=${lang}`} download>PNG</a> <span class="second">${t('page-pictures')}</span></li>
          <li><a href=${`/embed/builder?oblast=${oblast.code}&lang=${lang}`}>${t('page-embed-open')}</a></li>
        </ul>
      </section>
      <section>
        <h2>${t('panel-cite')}</h2>
        <div class="line"><p>${citation}</p><copy-button .text=${citation} message="panel-copy-citation"></copy-button></div>
        <p class="second">${t('page-cite-release')}: ${this.citations(release)}</p>
        <p class="second"><a href=${`/api/releases/${release}`}>${t('release-label')} ${release}</a></p>
      </section>
      ${this.renderReport(`${address}&lang=${lang}`)}
    `;
  }

  /** The release in the formats of those who write articles. */
  private citations(release: string) {
    const address = `/api/releases/${release}/citation?lang=${language()}`;
    return html`<a href=${`${address}&f=bibtex`}>BibTeX</a> · <a href=${`${address}&f=csl`}>CSL-JSON</a>`;
  }

  private renderReport(url: string) {
    const { oblast, release } = this.profile ?? {};
    const report = oblast && release ? reportError(oblast.code, url, release) : nothing;
    return report === nothing ? nothing : html`<section><h2>${t('page-report')}</h2>${report}</section>`;
  }

  static override styles = [
    controls,
    report,
    css`
      section + section {
        margin-top: 24px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 24px;
      }
      li a {
        display: inline-block;
        padding: 10px 0;
      }
      .line {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        align-items: center;
      }
      .line p {
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
}
