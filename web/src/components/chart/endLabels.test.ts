import type { LineSeriesOption } from 'echarts';
import { expect, it } from 'vitest';
import { init } from './echarts';
import { besidePlot, endLabel } from './endLabels';

it('moves labels apart by a whole line, whatever the font', () => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 300 });
  const line = (value: number): LineSeriesOption => ({
    type: 'line',
    data: [null, value],
    label: { ...endLabel, formatter: () => `at ${value}` },
    labelLayout: besidePlot,
  });
  chart.setOption({
    animation: false,
    grid: { right: 80 },
    xAxis: { type: 'category', data: ['a', 'b'] },
    yAxis: { max: 100 },
    series: [50, 52, 54].map(line),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  const heights = [...svg.matchAll(/translate\(600 ([\d.]+)\)"[^>]*>at/g)].map(([, y]) => Number(y));
  expect(heights).toHaveLength(3);
  const [low = 0, middle = 0, high = 0] = heights.toSorted((one, other) => other - one);
  expect(low - middle).toBeGreaterThanOrEqual(15);
  expect(middle - high).toBeGreaterThanOrEqual(15);
});
