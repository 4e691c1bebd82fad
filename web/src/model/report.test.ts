import { expect, test } from 'vitest';
import { prefilled } from './report';

test('mail and trackers are prefilled', () => {
  expect(prefilled('mailto:map@example.org', 'a & b', 'r1+2')).toBe(
    'mailto:map@example.org?subject=a%20%26%20b&body=r1%2B2',
  );
  expect(prefilled('https://example.org/new?labels=data', 'x', 'y')).toBe(
    'https://example.org/new?labels=data&title=x&body=y',
  );
});
