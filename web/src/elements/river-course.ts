import { Task } from '@lit/task';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Course, fetchCourse } from '../api/exposure';
import { countedBy } from '../i18n/counters';
import { language, Spoken, t } from '../i18n/messages';
import { formatDistance } from '../i18n/numbers';
import type { Settlement } from '../model/exposure';
import { controls } from '../styles/controls';
import './caveat-list';
import './people-interval';
import './problem-note';
import './settlement-list';

/**
 * Where the river takes what gets into it: how far, to which end, past whom. Asked for by a button, except of rivers.
 *
 * Events: `course-told` Course, or undefined where none is shown; `course-shown`: the reader wants to see all of it.
 */
@customElement('river-course')
export class RiverCourse extends LitElement {
  @property() hotspot = '';
  /** A hotspot that is a river is followed without being asked. */
  @property({ type: Boolean }) river = false;
  @state() private open = false;

  private readonly followed = new Task(this, {
    args: () => [this.open ? this.hotspot : '', language()] as const,
    task: ([hotspot, lang], { signal }) => (hotspot ? fetchCourse(hotspot, lang, signal) : undefined),
    onComplete: (course) => this.tell(course),
  });

  constructor() {
    super();
    new Spoken(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('hotspot') && !changed.has('river')) return;
    this.open = this.river;
    this.tell(undefined);
  }

  private tell(detail: Course | undefined): void {
    this.dispatchEvent(new CustomEvent('course-told', { detail, bubbles: true, composed: true }));
  }

  override render() {
    return html`
      <section aria-label=${t('downstream-title')}>
        <h3>${t('downstream-title')}</h3>
        ${this.river ? nothing : html`<button class="plain" aria-expanded=${this.open} @click=${this.toggle}>${t(this.open ? 'downstream-hide' : 'downstream-show')}</button>`}
        ${this.open ? this.renderAnswer() : nothing}
      </section>
    `;
  }

  private showOnMap(): void {
    this.dispatchEvent(new CustomEvent('course-shown', { bubbles: true, composed: true }));
  }

  private toggle(): void {
    this.open = !this.open;
  }

  private renderAnswer() {
    return this.followed.render({
      pending: () => html`<p class="second" role="status">${t('exposure-loading')}</p>`,
      complete: (course) => course && this.renderCourse(course),
      error: (problem) => html`<problem-note .problem=${problem} @retry=${() => this.followed.run()}></problem-note>`,
    });
  }

  private renderCourse({ ends, length_m: length, features, caveats, method }: Course) {
    if (!ends) return html`<p class="ends" role="status">${t('downstream-none')}</p>`;
    const settlements: Settlement[] = [];
    for (const { properties } of features) if (properties.role === 'settlement') settlements.push(properties);
    const corridor = features.map(({ properties }) => properties).find((properties) => properties.role === 'corridor');
    return html`
      <p class="ends" role="status">
        ${length ? html`${t('downstream-length')}: <strong>${formatDistance(length)}</strong>. ` : nothing}${t(`downstream-ends-${ends}`)}
      </p>
      ${corridor ? html`<p class="second">${t('downstream-people', { distance: formatDistance(corridor.half_width_m) })}</p><people-interval small .people=${corridor.people}></people-interval><p class="second">${countedBy(corridor.by_source?.[0]?.source)}</p>` : nothing}
      <button class="plain" @click=${this.showOnMap}>${t('panel-zoom')}</button>
      <a class="second how" href=${`${method}?lang=${language()}`}>${t('exposure-how')}</a>
      <caveat-list .decisive=${[...caveats, ...(corridor?.caveats ?? [])].filter(({ code }) => code !== 'even-spread')}></caveat-list>
      ${settlements.length > 0 ? html`<h4>${t('downstream-settlements')}</h4><settlement-list .settlements=${settlements}></settlement-list>` : nothing}
    `;
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      h3 {
        font-size: 15px;
        font-weight: 600;
      }
      h4 {
        margin: 14px 0 4px;
        font-size: 15px;
        font-weight: 400;
      }
      .plain {
        min-height: 44px;
        margin-top: 6px;
      }
      .ends {
        margin: 6px 0 8px;
      }
      .how {
        display: block;
        width: fit-content;
        padding: 12px 0;
        margin-bottom: -4px;
      }
      problem-note {
        display: block;
        margin: 0 -20px;
      }
    `,
  ];
}
