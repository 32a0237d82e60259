/** The key of a chart in words and signs, read from what is drawn: a picture that has left the page needs its own. */
import type { EChartsOption, SeriesOption } from 'echarts';
import type { Palette } from '@/lib/theme/tokens';

/** How wide the chart of a picture is, in px. */
export const pictureWidth = 984;

/** One sign: what it looks like, and what it stands for. */
export interface PictureSign {
  readonly name: string;
  readonly look: 'block' | 'line' | 'dashes';
  readonly color: string;
  readonly opacity: number;
}

interface Styled {
  readonly color?: unknown;
  readonly opacity?: unknown;
  readonly type?: unknown;
}

const styleOf = (series: SeriesOption, of: 'itemStyle' | 'lineStyle'): Styled =>
  (Reflect.get(series, of) as Styled | undefined) ?? {};

/** The signs of the series that have a name; two series of one name, such as a line and its dashed end, have one. */
export function signsOf(option: EChartsOption, colors: Palette): readonly PictureSign[] {
  const given = option.series ?? [];
  const found = new Map<string, PictureSign>();
  for (const series of Array.isArray(given) ? given : [given]) {
    const { name, type } = series;
    if (typeof name !== 'string' || name === '' || found.has(name)) continue;
    if (type !== 'bar' && type !== 'line' && type !== 'scatter') continue;
    const item = styleOf(series, 'itemStyle');
    const line = styleOf(series, 'lineStyle');
    const own: unknown = Reflect.get(series, 'color');
    const color = (type === 'line' ? (line.color ?? item.color) : item.color) ?? own;
    found.set(name, {
      name,
      look: type !== 'line' ? 'block' : line.type === undefined || line.type === 'solid' ? 'line' : 'dashes',
      color: typeof color === 'string' ? color : colors.text2,
      opacity: typeof item.opacity === 'number' ? item.opacity : 1,
    });
  }
  return [...found.values()];
}
