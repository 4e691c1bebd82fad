import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Spoken, t } from '../i18n/messages';
import type { OblastPart } from '../model/exposure';
import { roundNear } from '../model/interval';
import { controls } from '../styles/controls';

/** The central figure by oblast; a dash where there is none. */
@customElement('oblast-split')
export class OblastSplit extends LitElement {
  @property({ attribute: false }) parts: readonly OblastPart[] = [];

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    return html`<ul>${this.parts.map(
      ({ oblast, name, people }) =>
        html`<li><span>${name ?? oblast ?? t('exposure-elsewhere')}</span><span class="second">${said(people)}</span></li>`,
    )}</ul>`;
  }

  static override styles = [
    controls,
    css`
      li {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        padding: 5px 0;
        border-top: 1px solid var(--line);
      }
      span:last-child {
        flex: none;
        line-height: 22px;
      }
    `,
  ];
}

function said(people: number | null): string {
  if (people === null) return '—';
  const rounded = roundNear(people);
  return rounded < 1 ? t('exposure-few') : t('exposure-central', { people: rounded });
}
