import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { language, Spoken, t } from '../i18n/messages';
import { page } from '../model/page';
import { controls } from '../styles/controls';
import './copy-button';
import { reportError } from './report-error';

/** What one takes away from a hotspot: its address, a citation, files, a picture, an embed; and where to report an error. */
@customElement('hotspot-takeaway')
export class HotspotTakeaway extends LitElement {
  @property() hotspot = '';
  @property() name = '';
  @property() release = '';

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    const id = this.hotspot;
    const address = page.alone
      ? `${location.origin}${page.path}?hotspot=${encodeURIComponent(id)}`
      : `${location.origin}/hotspots/${id}`;
    const url = `${address}${page.alone ? '&' : '?'}lang=${language()}`;
    const citation = t('panel-citation', { name: this.name, id, release: this.release, url: address });
    return html`
      <section>
        <h3>${t('panel-link')}</h3>
        <div class="line"><a href=${url}>${address}</a><copy-button .text=${url}></copy-button></div>
      </section>
      <section>
        <h3>${t('panel-cite')}</h3>
        <div class="line"><p class="second">${citation}</p><copy-button .text=${citation} message="panel-copy-citation"></copy-button></div>
      </section>
      ${page.alone ? nothing : this.renderServed()} ${this.renderReport(url)}
    `;
  }

  /** What only a server makes. */
  private renderServed() {
    return html`
      <section>
        <h3>${t('panel-download')}</h3>
        <p class="links">${this.files().map(([name, href]) => html`<a href=${href} download>${name}</a>`)}</p>
      </section>
      <section>
        <h3>${t('page-embed')}</h3>
        <p class="links"><a href=${`/embed/builder?hotspot=${this.hotspot}&lang=${language()}`}>${t('page-embed-open')}</a></p>
      </section>
    `;
  }

  /** The data as files of the release, and a picture. */
  private files(): [name: string, href: string][] {
    const id = this.hotspot;
    const more = new URLSearchParams({ lang: language(), ...(this.release && { release: this.release }) });
    const own = new URLSearchParams({ filter: `id = '${id}'` });
    const hotspots = '/api/collections/hotspots/items';
    return [
      ['GeoJSON', `${hotspots}/${id}?f=geojson&${more}`],
      ['CSV', `${hotspots}?${own}&f=csv&${more}`],
      ['GeoPackage', `${hotspots}?${own}&f=gpkg&${more}`],
      ['PNG', `/static/map.png?hotspot=${id}&size=1200x630&lang=${language()}`],
    ];
  }

  private renderReport(url: string) {
    const report = reportError(this.hotspot, url, this.release);
    return report === nothing ? nothing : html`<section><h3>${t('page-report')}</h3>${report}</section>`;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      section + section {
        margin-top: 16px;
      }
      h3 {
        font-size: 15px;
        font-weight: 600;
      }
      .line {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
      }
      .line > :first-child {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 0 20px;
      }
      .links a {
        padding: 9px 0;
      }
    `,
  ];
}
