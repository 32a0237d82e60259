import { describe, expect, it } from 'vitest';
import { nextPage } from './next';

const next = (value: string) => nextPage(new URLSearchParams({ next: value }));

describe('the page after signing in', () => {
  it('is the one that was asked for', () => {
    expect(next('/plays/weekly?asOf=2026-11-19')).toBe('/plays/weekly?asOf=2026-11-19');
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/.//elsewhere.example/',
    '/a/..//elsewhere.example/',
    '/%2e//elsewhere.example/',
    'javascript:alert(1)',
    '',
  ])('is never another site: %s', (value) => {
    expect(next(value)).toBe('/');
  });
});
