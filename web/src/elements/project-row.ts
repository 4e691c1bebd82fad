import { html, nothing, type TemplateResult } from 'lit';
import { label } from '../i18n/codes';
import { t } from '../i18n/messages';
import { formatNumber, formatPeriod } from '../i18n/numbers';
import type { Project } from '../model/profile';
import { doubt, facts, type Sources, sourceOf } from '../profile/figures';
import { FACTS_LANGUAGE, named } from './named';

/** A project under its name: who does it and when, who pays, what came of it, and who says so. */
export function projectRow(project: Project, sources: Sources): TemplateResult {
  const { name, name_lang, kind, who, funder, budget, currency, begins, ends, outputs, source, grade, note } = project;
  const head = [kind && label('project-kind', kind), formatPeriod(begins, ends)].filter(Boolean).join(' · ');
  return html`
    <h3>${named(name ?? project.id, name_lang)} ${doubt(grade)}</h3>
    <p class="second">${head}${who ? html` · ${named(who, FACTS_LANGUAGE)}` : nothing}</p>
    ${funder ? html`<p class="second">${t('profile-project-funder', { name: '' })}${named(funder, FACTS_LANGUAGE)}</p>` : nothing}
    ${budget === null ? nothing : html`<p>${t('profile-project-budget', { budget: [formatNumber(budget), currency].filter(Boolean).join(' ') })}</p>`}
    <p>${facts(outputs, note)}</p>
    <p class="second">${sourceOf(source, sources)}</p>
  `;
}
