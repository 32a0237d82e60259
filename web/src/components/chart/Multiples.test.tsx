import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Line } from './linesOption';
import { Multiples } from './Multiples';

const lineOf = (key: string, values: Line['values']): Line => ({ key, name: key, category: 'play', values });
const small = lineOf('봄밤의 왈츠', [1, 2]);
const large = lineOf('두 번째 편지', [50, 80]);
const unknown = lineOf('겨울의 노래', [null, null]);

/** How high the last column of a picture is. */
function lastHeight(name: RegExp): number {
  return Number(screen.getByRole('img', { name }).querySelector('rect:last-of-type')?.getAttribute('height'));
}

describe('small pictures side by side', () => {
  it('are compared by height on a common scale, and say so', () => {
    render(<Multiples xs={['1월', '2월']} lines={[small, large]} text={String} />);
    expect(lastHeight(/봄밤/)).toBeLessThan(lastHeight(/편지/) / 10);
    expect(screen.getByText('세로축은 모두 같습니다')).toBeVisible();
  });

  it('show the form of small figures on scales of their own, and tell where each ends', () => {
    render(<Multiples xs={['1월', '2월']} lines={[small, large]} text={String} scale="own" />);
    expect(lastHeight(/봄밤/)).toBe(lastHeight(/편지/));
    expect(screen.getByText('세로축은 공연마다 다릅니다')).toBeVisible();
    expect(screen.getByText('최대 2')).toBeVisible();
    expect(screen.getByText('최대 80')).toBeVisible();
  });

  it('say in words that nothing is known of a production, and draw no axes for it', () => {
    render(<Multiples xs={['1월', '2월']} lines={[large, unknown]} text={String} />);
    const item = screen.getByText('겨울의 노래').closest('li') ?? document.body;
    expect(item).toHaveTextContent('이 기간에 값이 없습니다');
    expect(within(item).queryByRole('img', { name: /겨울/ })).not.toBeInTheDocument();
    expect(item).not.toHaveTextContent('1월');
  });
});
