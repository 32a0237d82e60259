import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Attainment, Percent, Points, Rate, Won } from './Amount';
import { occupancyLevel } from './occupancyLevel';

describe('the colour of a figure', () => {
  it.each([
    ['100.0%', <Attainment key="a" value={0.9996} />, 'ahead'],
    ['99.9%', <Attainment key="b" value={0.9994} />, 'behind'],
    ['100%', <Attainment key="c" value={0.996} places={0} />, 'ahead'],
    ['0.0%p', <Points key="d" value={-0.0004} />, ''],
    ['−0.1%p', <Points key="e" value={-0.0005} />, 'behind'],
    ['0.0%', <Rate key="f" value={0.0004} />, ''],
  ])('is that of what is written: %s', (text, element, tone) => {
    render(element);
    expect(screen.getByText(text).className.replace('nowrap', '').trim()).toBe(tone);
  });

  it.each([
    ['Won', <Won key="a" value={Number.NaN} signed judged />],
    ['Percent', <Percent key="b" value={Number.NaN} />],
    ['Points', <Points key="c" value={Number.NaN} />],
    ['Rate', <Rate key="d" value={Number.NaN} />],
    ['Attainment', <Attainment key="e" value={Number.NaN} />],
  ])('is none of what is no number, which is a dash: %s', (_, element) => {
    const { container } = render(element);
    expect(container.firstElementChild).toHaveTextContent(/^–$/);
    expect(container.firstElementChild).toHaveClass('quiet', { exact: true });
  });

  it.each([
    ['98.0%', <Attainment key="a" value={0.98} judged={false} />],
    ['▼ 1.4%', <Rate key="b" value={-0.014} judged={false} />],
    ['+5.5%p', <Points key="c" value={0.055} judged={false} />],
  ])('is plain ink where nothing is judged: %s', (text, element) => {
    render(element);
    expect(screen.getByText(text)).toHaveClass('nowrap', { exact: true });
  });

  it('is none where money rounds to nothing', () => {
    const { container } = render(<Won value={3_000} signed judged />);
    expect(container.firstElementChild).toHaveTextContent('0만');
    expect(container.firstElementChild).toHaveClass('nowrap', { exact: true });
  });

  it('of a cell is that of the per cent in it', () => {
    expect(occupancyLevel(0.546)).toBe(3);
    expect(occupancyLevel(0.544)).toBe(2);
    expect([0, 0.4, 0.55, 0.7, 0.85, 1.2].map(occupancyLevel)).toEqual([1, 2, 3, 4, 5, 5]);
  });
});
