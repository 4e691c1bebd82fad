import { html, nothing, type TemplateResult } from 'lit';
import { t } from '../i18n/messages';
import { reportAddress } from '../model/report';

/** Where to report an error on a page, with the place and the release filled in; nothing where the operator has named no address. */
export function reportError(id: string, url: string, release: string): TemplateResult | typeof nothing {
  const address = reportAddress(t('page-report-subject', { id }), t('page-report-body', { url, release }));
  if (!address) return nothing;
  return html`<p class="second">${t('page-report-note')}</p><p class="links"><a href=${address}>${t('page-report-do')}</a></p>`;
}
