/**
 * The address at which errors in the data are reported, with the page and its release filled in; undefined where the operator of this
 * server has named none.
 */
export function reportAddress(subject: string, body: string): string | undefined {
  const told = document.querySelector<HTMLMetaElement>('meta[name="terrikon:report-errors-to"]')?.content;
  return told ? prefilled(told, subject, body) : undefined;
}

export function prefilled(address: string, subject: string, body: string): string {
  const url = new URL(address);
  url.searchParams.append(url.protocol === 'mailto:' ? 'subject' : 'title', subject);
  url.searchParams.append('body', body);
  // Mail programs take a plus for a plus (RFC 6068); a real one is escaped already.
  return url.href.replaceAll('+', '%20');
}
