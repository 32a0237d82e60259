/** Stands in for the drawing of charts, which no test can see, and keeps what would be drawn. */
import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';
import type { ChartProps } from '@/components/chart/Chart';
import { color } from '@/lib/theme/tokens';

const drawn = new WeakMap<Element, ChartProps['option']>();

/** Is given to `vi.mock` in the place of the chart. */
export function Chart({ option, summary }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current !== null) drawn.set(place.current, option);
  }, [option]);
  return <div ref={place} role="img" aria-label={summary} />;
}

/** What a chart on the page draws, in light colours. */
export function drawnOption(chart: Element | undefined): EChartsOption {
  const option = chart && drawn.get(chart);
  if (option === undefined) throw new Error('No such chart is on the page');
  return option(color.light);
}

/** How a value is written where one points at it. */
export function tipOf({ tooltip }: EChartsOption): (value: unknown) => string {
  return Reflect.get(tooltip ?? {}, 'valueFormatter') as (value: unknown) => string;
}
