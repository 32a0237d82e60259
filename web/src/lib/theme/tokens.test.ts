import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { color, elevation } from './tokens';

const css = readFileSync('src/lib/theme/tokens.css', 'utf8');

describe('the tokens of the style sheets', () => {
  it.each(['light', 'dark'] as const)('are those of the module, %s', (scheme) => {
    const head = scheme === 'light' ? ':root {' : ":root[data-scheme='dark'] {";
    const block = css.slice(css.indexOf(head)).split('}', 1)[0] ?? '';
    const written: Partial<Record<string, string>> = Object.fromEntries(
      [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
    );
    const squeezed = (text: string) => text.replace(/\s+/g, '').replace(/(^|[,(])0?\./g, '$10.');
    for (const [name, value] of Object.entries(color[scheme])) {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(written[property], name).toBe(value);
    }
    for (const [level, value] of Object.entries(elevation[scheme])) {
      expect(squeezed(written[`elevation-${level}`] ?? ''), level).toBe(squeezed(value));
    }
  });
});
