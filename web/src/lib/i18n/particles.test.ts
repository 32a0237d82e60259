import { describe, expect, it } from 'vitest';
import { withParticle } from './particles';

describe('the particle behind a text', () => {
  it.each([
    ['금액', '은/는', '금액은'],
    ['회차', '은/는', '회차는'],
    ['109명', '이/가', '109명이'],
    ['3503', '은/는', '3503은'],
    ['1,204', '을/를', '1,204를'],
    ['11/18(수)', '이/가', '11/18(수)가'],
    ['member@example.com', '을/를', 'member@example.com을(를)'],
    ['', '이/가', '이(가)'],
  ] as const)('follows its last sound: %s', (text, particles, expected) => {
    expect(withParticle(text, particles)).toBe(expected);
  });

  it('stands outside of the quotation marks', () => {
    expect(withParticle('두 명', '은/는', '‘두 명’')).toBe('‘두 명’은');
  });
});
