import { ChartView, ComponentModel } from 'echarts/core';
import { describe, expect, it } from 'vitest';
import { chartTheme } from './chartTheme';
import './echarts';

const parts = ['grid', 'tooltip', 'dataZoom', 'graphic', 'markLine', 'markArea', 'markPoint'] as const;
const unused = ['legend', 'visualMap', 'toolbox', 'brush', 'aria', 'title'] as const;

/** How a type of series is drawn; the library's types leave out that it can be asked. */
const viewOf = Reflect.get(ChartView, 'getClass') as (type: string) => unknown;

describe('the library of charts', () => {
  it('has the parts that options use, and no others', () => {
    for (const part of parts) expect([part, ComponentModel.hasClass(part)]).toEqual([part, true]);
    for (const part of unused) expect([part, ComponentModel.hasClass(part)]).toEqual([part, false]);
    for (const type of ['bar', 'line', 'scatter', 'custom']) expect(viewOf(type)).toBeDefined();
    expect(viewOf('heatmap')).toBeUndefined();
  });

  it('has a look for those parts only', () => {
    for (const part of unused) expect(chartTheme('light')).not.toHaveProperty(part);
  });
});
