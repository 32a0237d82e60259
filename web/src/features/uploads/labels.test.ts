import { describe, expect, it } from 'vitest';
import { choicesFor, decisionOf, isComplete, suggestedCode, withDecisions } from './labels';
import type { UnknownLabel } from './labels';

const unknown = (upper: string | null, lower: string | null): UnknownLabel => ({
  key: 'one',
  role: 'days',
  sheet: 'Daily',
  label: [upper, lower],
  required: true,
  sample: [],
});

describe('a label that nobody knows', () => {
  it('can be what its place allows', () => {
    expect(choicesFor(unknown(null, '객석'))).not.toContain('agency');
    expect(choicesFor(unknown('현장', '객석'))).toContain('agency');
    expect(choicesFor(unknown('현장', null))).toEqual(['agency', 'ignored']);
  });

  it('suggests its code', () => {
    expect(suggestedCode(unknown('현장(입금)', '매수'), 'agency')).toBe('현장');
    expect(suggestedCode(unknown(null, '테라스 석'), 'grade')).toBe('테라스');
    expect(suggestedCode(unknown(null, '석'), 'grade')).toBe('석');
    expect(isComplete({ means: 'grade', code: '' })).toBe(false);
    expect(isComplete({ means: 'won', code: '' })).toBe(true);
  });

  it('is decided in the place of what was decided before about the same labels', () => {
    const agency = decisionOf(unknown('현장', '매수'), { means: 'agency', code: 'kiosk' });
    expect(agency).toEqual({ sheet: 'days', label: ['현장', null], means: 'agency', agency: 'kiosk' });
    const before = [
      { sheet: 'days', label: ['현 장', null], means: 'ignored' },
      { sheet: 'performances', label: ['현장', null], means: 'ignored' },
    ];
    expect(withDecisions(before, [agency])).toEqual([before[1], agency]);
  });
});
