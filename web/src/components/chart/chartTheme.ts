/** The look of every chart, from the tokens: few lines, small axes, the categories' colours in their order. */
import { color, fontFamily } from '@/lib/theme/tokens';
import type { Scheme } from '@/lib/theme/tokens';

/** The theme that ECharts gets for a scheme. */
export function chartTheme(scheme: Scheme): object {
  const c = color[scheme];
  const label = { color: c.text3, fontSize: 11 };
  const axis = (line: boolean, split: boolean) => ({
    axisLine: { show: line, lineStyle: { color: c.borderStrong } },
    axisTick: { show: false },
    axisLabel: { ...label, margin: 8 },
    splitLine: { show: split, lineStyle: { color: c.grid, width: 1 } },
    splitArea: { show: false },
    nameTextStyle: label,
  });
  return {
    color: [c.musical, c.play, c.concert, c.forecast, c.warningFill, c.text3],
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: c.text2, fontSize: 12 },
    grid: { left: 8, right: 8, top: 16, bottom: 8, containLabel: true },
    categoryAxis: axis(true, false),
    timeAxis: axis(true, false),
    valueAxis: axis(false, true),
    logAxis: axis(false, true),
    line: { lineStyle: { width: 2 }, symbol: 'none', smooth: false, connectNulls: false },
    bar: { barMaxWidth: 22, itemStyle: { borderRadius: [2, 2, 0, 0] } },
    tooltip: {
      backgroundColor: c.surface,
      borderColor: c.borderStrong,
      borderWidth: 1,
      padding: [8, 10],
      textStyle: { color: c.text, fontSize: 12 },
      axisPointer: { lineStyle: { color: c.borderStrong, width: 1 }, crossStyle: { color: c.borderStrong } },
    },
    dataZoom: {
      height: 18,
      borderColor: 'transparent',
      backgroundColor: c.subtle,
      fillerColor: c.selected,
      handleStyle: { color: c.surface, borderColor: c.borderStrong },
      dataBackground: { lineStyle: { color: c.borderStrong, width: 1 }, areaStyle: { color: c.border } },
      selectedDataBackground: { lineStyle: { color: c.text3, width: 1 }, areaStyle: { color: c.border } },
      textStyle: label,
    },
    markLine: {
      lineStyle: { color: c.text3, width: 1, type: 'dashed' },
      label: { color: c.text2, fontSize: 11 },
    },
  };
}
