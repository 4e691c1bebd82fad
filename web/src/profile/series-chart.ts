import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import { formatDate, formatNumber } from '../i18n/numbers';
import { type Borders, type Chart, drawChart, type Frame, type Mark } from '../model/chart';
import { type Indicator, yearsOf } from '../model/profile';
import { controls } from '../styles/controls';
import { report } from '../styles/report';
import { type Sources, sourceOf, valueText, withUnit } from './figures';
import './figure-table';

/** One shape a source, by its place in the chart; the seventh and later ones share the last. */
const SHAPES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z',
  'M-4-4h8v8h-8z',
  'M0-5.5L5.5 0L0 5.5L-5.5 0z',
  'M0-5L5 4h-10z',
  'M0 5L5-4h-10z',
  'M-2-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z',
];

const BORDERS: readonly Borders[] = ['same', 'other', 'unknown'];

/** Figures over the years as a drawing, or as a table with every source: values from zero, a gap where no figure is. */
@customElement('series-chart')
export class SeriesChart extends LitElement {
  @property({ attribute: false }) indicator?: Indicator;
  @property({ attribute: false }) sources: Sources = {};
  @state() private asTable = false;
  /** Pixels: texts keep their size on every screen. */
  @state() private width = 480;

  private readonly resized = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width > 0) this.width = width;
  });

  constructor() {
    super();
    new Spoken(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resized.observe(this);
  }

  override disconnectedCallback(): void {
    this.resized.disconnect();
    super.disconnectedCallback();
  }

  override render() {
    if (!this.indicator) return nothing;
    const { name, unit_name: unit, conflicts } = this.indicator;
    return html`
      <figure>
        <figcaption>
          <h3>${name}${unit ? html`, ${unit}` : nothing}</h3>
          <button class="plain" aria-pressed=${this.asTable} @click=${() => this.toggle()}>${t(this.asTable ? 'profile-as-chart' : 'profile-as-table')}</button>
        </figcaption>
        ${conflicts.length > 0 ? html`<p class="doubt">${t('profile-conflict', { years: conflicts.join(', ') })}</p>` : nothing}
        ${this.asTable ? html`<figure-table .indicators=${[this.indicator]} .sources=${this.sources}></figure-table>` : this.renderChart(this.indicator)}
      </figure>
    `;
  }

  private toggle(): void {
    this.asTable = !this.asTable;
  }

  private renderChart(indicator: Indicator) {
    const frame: Frame = { width: this.width, height: 240, left: 52, right: 16, top: 26, bottom: 26 };
    const chart = drawChart(indicator.series, frame);
    return html`
      <svg role="img" aria-label=${inWords(indicator)} viewBox="0 0 ${frame.width} ${frame.height}" height=${frame.height}>
        ${axes(chart, frame)} ${breaks(chart, frame)}
        ${chart.lines.map(({ points, borders }) => svg`<polyline class=${borders} points=${points.map((point) => point.join()).join(' ')} />`)}
        ${chart.marks.map((mark) => markOf(mark, indicator))}
      </svg>
      ${this.renderLegend(chart)}
    `;
  }

  private renderLegend({ marks, sources }: Chart) {
    const all = BORDERS.filter((borders) => marks.some((mark) => mark.borders === borders));
    const sign = (path: string | undefined, kind: string) =>
      html`<svg class="sign" viewBox="-8 -8 16 16" aria-hidden="true">${svg`<path class="mark ${kind}" d=${path} />`}</svg>`;
    return html`
      <ul class="legend second">
        ${all.length > 1 || all[0] !== 'same' ? all.map((borders) => html`<li>${sign(SHAPES[0], borders)} ${t(`profile-legend-${borders}`)}</li>`) : nothing}
        ${marks.some(({ unverified }) => unverified) ? html`<li>${sign(SHAPES[0], 'unverified')} ${t('profile-legend-unverified')}</li>` : nothing}
        ${sources.map((id, place) => html`<li>${sources.length > 1 ? sign(shapeAt(place), 'same') : nothing} <span>${sourceOf(id, this.sources)}</span></li>`)}
      </ul>
    `;
  }

  static override styles = [
    controls,
    report,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      figure {
        margin: 0;
      }
      figcaption {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 12px;
        margin-bottom: 6px;
      }
      .plain {
        flex: none;
      }
      .doubt {
        width: fit-content;
        margin-bottom: 6px;
      }
      svg {
        display: block;
        width: 100%;
        overflow: visible;
        color: var(--ink);
      }
      .grid {
        stroke: var(--line);
      }
      text {
        fill: var(--ink-second);
        font-size: 12px;
      }
      polyline {
        fill: none;
        stroke: var(--link);
        stroke-width: 2;
        stroke-linejoin: round;
      }
      polyline.other {
        stroke: var(--edge);
        stroke-dasharray: 5 3;
      }
      .break {
        stroke: var(--ink-second);
        stroke-dasharray: 2 3;
      }
      .mark {
        fill: var(--link);
        stroke: var(--paper);
        stroke-width: 1.5;
      }
      .mark.other {
        fill: var(--paper);
        stroke: var(--edge);
        stroke-width: 2;
      }
      .mark.unknown {
        fill: var(--paper);
        stroke: var(--link);
        stroke-width: 2;
      }
      .mark.unverified {
        fill: var(--paper);
        stroke: var(--caution-ink);
        stroke-width: 2;
        stroke-dasharray: 2 1.5;
      }
      .interval {
        stroke: var(--link);
        stroke-width: 2;
        stroke-opacity: 0.5;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        margin-top: 4px;
      }
      .legend li {
        display: flex;
        gap: 4px;
        align-items: baseline;
        min-width: 0;
      }
      .sign {
        flex: none;
        align-self: center;
        width: 16px;
        height: 16px;
      }
      @media print {
        figure {
          break-inside: avoid;
        }
        .plain {
          display: none;
        }
      }
    `,
  ];
}

function shapeAt(source: number): string {
  return SHAPES[Math.min(source, SHAPES.length - 1)] ?? '';
}

/** What the drawing shows, for those who don't see it. */
function inWords(indicator: Indicator): string {
  const years = yearsOf(indicator);
  const [from, to] = [years[0], years.at(-1)];
  const values = (year: number | undefined) =>
    indicator.series
      .filter((figure) => figure.year === year && figure.value !== null)
      .map((figure) => withUnit(valueText(figure), indicator.unit))
      .join(', ');
  const ends = { from: String(from ?? ''), to: String(to ?? ''), first: values(from), last: values(to) };
  const said = t('profile-chart-alt', { name: indicator.name, ...ends });
  return indicator.conflicts.length > 0
    ? `${said} ${t('profile-conflict', { years: indicator.conflicts.join(', ') })}`
    : said;
}

function axes({ years, values }: Chart, { width, height, left, right }: Frame) {
  return svg`
    ${values.map(
      ({ at, value }) => svg`
        <line class="grid" x1=${left} x2=${width - right} y1=${at} y2=${at} />
        <text x=${left - 8} y=${at + 4} text-anchor="end">${formatNumber(value)}</text>
      `,
    )}
    ${years.map(({ at, value }) => svg`<text x=${at} y=${height - 6} text-anchor="middle">${value}</text>`)}
  `;
}

/** The words stand on the side with more space. */
function breaks({ breaks: all }: Chart, { width, height, top, bottom }: Frame) {
  return all.map(({ x, date }) => {
    const right = x > width / 2;
    const words = `${t('profile-borders-changed')} · ${formatDate(date)}`;
    return svg`
      <line class="break" x1=${x} x2=${x} y1=${top - 8} y2=${height - bottom} />
      <text x=${x + (right ? -6 : 6)} y=${top - 10} text-anchor=${right ? 'end' : 'start'}>${words}</text>
    `;
  });
}

function markOf({ x, y, low, high, source, borders, unverified, figure }: Mark, { unit }: Indicator) {
  const interval =
    low !== undefined && high !== undefined
      ? svg`<line class="interval" x1=${x} x2=${x} y1=${low} y2=${high} />`
      : nothing;
  const kind = unverified ? 'unverified' : borders;
  return svg`
    ${interval}
    <path class="mark ${kind}" d=${shapeAt(source)} transform="translate(${x} ${y})">
      <title>${figure.year}: ${withUnit(valueText(figure), unit)}</title>
    </path>
  `;
}
