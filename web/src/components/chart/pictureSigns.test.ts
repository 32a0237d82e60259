import { describe, expect, it } from 'vitest';
import { color } from '@/lib/theme/tokens';
import { signsOf } from './pictureSigns';
import { targetLine } from './targetLine';

describe('the key of a picture', () => {
  it('has a sign for each series that has a name, in its colour', () => {
    const bars = { type: 'bar' as const, name: '매출', itemStyle: { color: '#4b55c4' } };
    const signs = signsOf(
      {
        series: [bars, ...targetLine('목표', [1], color.light), { type: 'line', data: [] }],
      },
      color.light,
    );
    expect(signs).toEqual([
      { name: '매출', look: 'block', color: '#4b55c4', opacity: 1 },
      { name: '목표', look: 'line', color: color.light.target, opacity: 1 },
    ]);
  });

  it('has one sign for a line and its dashed end', () => {
    const line = { type: 'line', name: '봄밤의 왈츠', color: '#9c2560' } as const;
    const signs = signsOf({ series: [line, { ...line, lineStyle: { type: 'dashed' } }] }, color.light);
    expect(signs.map(({ look, name }) => [look, name])).toEqual([['line', '봄밤의 왈츠']]);
  });
});
