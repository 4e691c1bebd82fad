import { t } from '../i18n/messages';

/** The members of application/problem+json that the viewer shows. */
interface ProblemDocument {
  type?: string;
  title?: string;
  detail?: string;
  parameter?: string;
  hint?: string;
}

/** A failed request, told in the reader's language. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    /** 0 where no answer came at all. */
    readonly status: number,
    readonly document: ProblemDocument = {},
  ) {
    super(document.title ?? `HTTP ${status}`);
  }

  /** What a resident is told: what happened and what to do. */
  get text(): string {
    const { parameter } = this.document;
    if (this.status === 0) return t('problem-offline');
    if (this.status === 404) return t('problem-not-found');
    if (this.status === 408 || this.status === 504) return t('problem-timeout');
    if (this.status === 429) return t('problem-too-many');
    if (this.status === 501) return t('problem-needs-service');
    if (this.status === 502 || this.status === 503) return t('problem-unavailable');
    if (this.status >= 500) return t('problem-server');
    return parameter ? t('problem-bad-request', { parameter }) : t('problem-bad-request-plain');
  }
}
