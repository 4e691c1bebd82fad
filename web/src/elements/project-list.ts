import { Task } from '@lit/task';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fetchProjects, type Projects } from '../api/projects';
import { language, Spoken, t } from '../i18n/messages';
import { controls } from '../styles/controls';
import './problem-note';
import { projectRow } from './project-row';

/** What is being done about a hotspot. Where nobody has told us of anything, that is said. */
@customElement('project-list')
export class ProjectList extends LitElement {
  @property() hotspot = '';

  private readonly asked = new Task(this, {
    args: () => [this.hotspot, language()] as const,
    task: async ([hotspot, lang], { signal }) => (hotspot ? fetchProjects(hotspot, lang, signal) : undefined),
  });

  constructor() {
    super();
    new Spoken(this);
  }

  override render() {
    return html`
      <section aria-label=${t('profile-projects')}>
        <h3>${t('profile-projects')}</h3>
        ${this.asked.render({
          complete: (found) => found && this.renderFound(found),
          error: (problem) => html`<problem-note .problem=${problem} @retry=${() => this.asked.run()}></problem-note>`,
        })}
      </section>
    `;
  }

  private renderFound({ projects, sources }: Projects) {
    if (projects.length === 0) return html`<p class="second">${t('page-no-projects')}</p>`;
    return html`<ul>${projects.map((project) => html`<li>${projectRow(project, sources)}</li>`)}</ul>`;
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
      li {
        padding: 8px 0;
        border-top: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      li h3 {
        font-weight: 400;
      }
      .doubt {
        padding: 0 5px;
        border-radius: 4px;
        background: var(--caution);
        color: var(--caution-ink);
        font-size: 13px;
      }
    `,
  ];
}
