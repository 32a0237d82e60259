import { describe, expect, it } from 'vitest';
import { isAscii } from './address';

describe('an address', () => {
  it('is pointed out when its letters may look like others', () => {
    expect(isAscii('master@example.com')).toBe(true);
    expect(isAscii('m\u0430ster@example.com')).toBe(false);
    expect(isAscii('담당@example.com')).toBe(false);
  });
});
