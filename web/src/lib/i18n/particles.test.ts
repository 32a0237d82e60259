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
    ['금액', '으로/로', '금액으로'],
    ['회차', '으로/로', '회차로'],
    ['메일', '으로/로', '메일로'],
    ['버전 1', '으로/로', '버전 1로'],
    ['버전 2', '으로/로', '버전 2로'],
    ['버전 3', '으로/로', '버전 3으로'],
    ['버전 4', '으로/로', '버전 4로'],
    ['버전 5', '으로/로', '버전 5로'],
    ['버전 6', '으로/로', '버전 6으로'],
    ['버전 7', '으로/로', '버전 7로'],
    ['버전 8', '으로/로', '버전 8로'],
    ['버전 9', '으로/로', '버전 9로'],
    ['버전 10', '으로/로', '버전 10으로'],
    ['Slack', '으로/로', 'Slack(으)로'],
  ] as const)('follows its last sound: %s', (text, particles, expected) => {
    expect(withParticle(text, particles)).toBe(expected);
  });

  it('stands outside of the quotation marks', () => {
    expect(withParticle('두 명', '은/는', '‘두 명’')).toBe('‘두 명’은');
  });
});
