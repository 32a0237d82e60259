import type { LineSeriesOption } from 'echarts';
import type { Palette } from '@/lib/theme/tokens';

/**
 * The target as a stepped line in ink on a casing of the ground's colour, so that it reads on any column. Two series
 * that belong together; spread them behind the columns.
 */
export function targetLine(
  name: string,
  data: readonly (number | null)[],
  colors: Palette,
  place: Pick<LineSeriesOption, 'xAxisIndex' | 'yAxisIndex' | 'step'> = {},
): LineSeriesOption[] {
  const shape: LineSeriesOption = { type: 'line', step: 'middle', symbol: 'none', data: [...data], ...place };
  return [
    {
      ...shape,
      silent: true,
      tooltip: { show: false },
      lineStyle: { color: colors.surface, width: 4.5 },
      z: 3,
    },
    {
      ...shape,
      name,
      lineStyle: { color: colors.target, width: 1.5 },
      itemStyle: { color: colors.target },
      z: 4,
    },
  ];
}
