import type { ReactElement } from 'react';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Interval, NestedValue } from './Interval';
import { IntervalBar, reachOf } from './IntervalBar';

const run = (
  profitKrw: { p10: number; p50: number | null; p90: number } | null,
  probabilityByClosing = 0.76,
) => ({
  productionCode: 'MU2611',
  run: { breakEven: profitKrw === null ? null : { probabilityByClosing, profitKrw } },
});

function shown(element: ReactElement) {
  const { container } = render(element);
  return container;
}

describe('an interval', () => {
  it('is told by both its ends, each a figure of the report', () => {
    const place = shown(
      <Interval
        of={run({ p10: -3_100_000, p50: 4_100_000, p90: 11_600_000 })}
        field="run.breakEven.profitKrw"
      />,
    );
    expect(place).toHaveTextContent('−310만 ~ +1,160만');
    const figures = [...place.querySelectorAll('[data-figure]')].map((node) => [
      node.getAttribute('data-figure'),
      node.getAttribute('data-of'),
    ]);
    expect(figures).toEqual([
      ['run.breakEven.profitKrw.p10', 'productionCode=MU2611'],
      ['run.breakEven.profitKrw.p90', 'productionCode=MU2611'],
    ]);
  });

  it('of what is over is one figure', () => {
    const place = shown(
      <Interval of={run({ p10: 5e7, p50: 5e7, p90: 5e7 })} field="run.breakEven.profitKrw" />,
    );
    expect(place).toHaveTextContent(/^\+5,000만$/);
  });

  it('that nobody knows is its reason or a dash, and never zero', () => {
    expect(shown(<Interval of={run(null)} field="run.breakEven.profitKrw" />)).toHaveTextContent(/^–$/);
    expect(
      shown(<Interval of={run(null)} field="run.breakEven.profitKrw" reason="손익분기점 미입력" />),
    ).toHaveTextContent(/^손익분기점 미입력$/);
    expect(shown(<Interval of={undefined} field={'run.breakEven.profitKrw' as never} />)).toHaveTextContent(
      /^–$/,
    );
  });

  it('without a middle has a dash in its place', () => {
    const place = shown(
      <NestedValue of={run({ p10: 0, p50: null, p90: 5 })} field="run.breakEven.profitKrw.p50" />,
    );
    expect(place).toHaveTextContent(/^–$/);
  });
});

describe('a probability within a row', () => {
  it('is told in whole per cents, and no more finely than it is known', () => {
    const field = 'run.breakEven.probabilityByClosing';
    expect(
      shown(<NestedValue of={run({ p10: 0, p50: 0, p90: 1 })} field={field} probable />),
    ).toHaveTextContent(/^76%$/);
    expect(
      shown(<NestedValue of={run({ p10: 0, p50: 0, p90: 1 }, 0.001)} field={field} probable />),
    ).toHaveTextContent(/^< 1%$/);
  });
});

describe('the bar of an effect', () => {
  it('lies on the scale of its table, zero in the middle', () => {
    const reach = reachOf([
      { low: 0.1, middle: 0.2, high: 0.4 },
      { low: null, middle: null, high: null },
    ]);
    expect(reach).toBe(0.4);
    shown(<IntervalBar low={0.1} middle={0.2} high={0.4} reach={reach} />);
    const bar = screen.getByRole('img', { name: '+10%에서 +40% 사이' });
    expect(bar.querySelector('i')).toHaveStyle({ left: '62.5%', width: '37.5%' });
  });

  it('draws nothing of what nobody knows', () => {
    expect(shown(<IntervalBar low={null} middle={null} high={null} reach={1} />)).toBeEmptyDOMElement();
  });
});
