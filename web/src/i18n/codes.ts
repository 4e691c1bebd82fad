import { optional } from './messages';

/** `PM2.5` and `people_affected` become `pm2-5` and `people-affected`, as Fluent keys are spelled. */
export function slug(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The reader's word for a code of the data (`property`, `unit`, …), or the code itself in plain letters. */
export function label(vocabulary: string, code: string): string {
  return optional(`${vocabulary}-${slug(code)}`) ?? code.replaceAll('_', ' ');
}
