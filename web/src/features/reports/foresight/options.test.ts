import type { EChartsOption, SeriesOption } from 'echarts';
import { describe, expect, it } from 'vitest';
import { besidePlot } from '@/components/chart/endLabels';
import { color } from '@/lib/theme/tokens';
import { fanOption, linesOf } from './fanOption';
import type { Fan } from './fanOption';
import { paceOption } from './paceOption';
import { errorOption, reliabilityOption } from './scorecardOption';
import type { Bin, Score } from './scorecardOption';

const colors = color.light;

const seriesOf = ({ series }: EChartsOption): SeriesOption[] => (Array.isArray(series) ? series : []);
const named = (option: EChartsOption, name: string) => seriesOf(option).filter((one) => one.name === name);
const dataOf = (one: SeriesOption | undefined) => (one as { data?: unknown } | undefined)?.data;

const fan: Fan = {
  days: [
    { day: '2026-11-17', sold: 30, probability: null },
    { day: '2026-11-18', sold: 36, probability: 0 },
    { day: '2026-11-19', sold: null, probability: 0.3 },
    { day: '2026-11-20', sold: null, probability: 0.76 },
  ],
  origin: '2026-11-18',
  closing: '2026-11-20',
  soldAtOrigin: 36,
  ends: { p10: 46, p50: 54, p90: 61 },
  category: 'play',
  level: { value: 50, text: '손익분기 50' },
  likely: { half: '2026-11-20', four: null },
  text: String,
  axisText: String,
  words: {
    sold: '판매',
    middle: '중앙',
    band: '80% 구간',
    probability: '손익분기 확률',
    until: (day) => `기준일 ${day}`,
    half: (day) => `절반 ${day}`,
    likely: (day) => `80% ${day}`,
  },
};

describe('the fan of a run', () => {
  it('opens at the origin and ends at the closing, with the chances of break-even below', () => {
    const option = fanOption(fan, colors);
    expect(dataOf(named(option, '판매')[0])).toEqual([30, 36, null, null]);
    expect(dataOf(named(option, '80% 구간')[0])).toEqual([[1, 36, 3, 46, 61]]);
    expect(dataOf(named(option, '중앙')[0])).toEqual([null, 36, null, 54]);
    expect(dataOf(named(option, '손익분기 확률')[0])).toEqual([null, 0, 0.3, 0.76]);
    expect(option.grid).toHaveLength(2);
  });

  it('marks only days on which break-even becomes likely', () => {
    const [chances] = named(fanOption(fan, colors), '손익분기 확률');
    const marks = (chances as unknown as { markLine: { data: { xAxis: string }[] } }).markLine.data;
    expect(marks.map(({ xAxis }) => xAxis)).toEqual(['2026-11-20']);
  });

  it('has no middle where it is withheld, and no chances without a break-even', () => {
    const bare = fanOption(
      { ...fan, ends: { ...fan.ends, p50: null }, level: undefined, likely: undefined },
      colors,
    );
    expect(named(bare, '중앙')).toEqual([]);
    expect(named(bare, '손익분기 확률')).toEqual([]);
    expect(bare.grid).toHaveLength(1);
    const data = seriesOf(bare).flatMap((one) => dataOf(one) as unknown[]);
    expect(data).not.toContain(0);
  });

  it('has zero in sight, and goes below it where sales were paid back', () => {
    const [main] = fanOption(fan, colors).yAxis as { min: (of: { min: number }) => number }[];
    expect([main?.min({ min: -5 }), main?.min({ min: 5 })]).toEqual([-5, 0]);
  });

  it('has room for the widest label of its end, and none of them on another or on an axis', () => {
    const roomOf = (text: string) => {
      const [grid] = fanOption({ ...fan, text: () => text }, colors).grid as { right: number }[];
      return grid?.right ?? 0;
    };
    expect(roomOf('1,234억 5,678만')).toBeGreaterThan(roomOf('5,678만'));
    const tips = seriesOf(fanOption(fan, colors)).filter(({ labelLayout }) => labelLayout !== undefined);
    expect(tips.map(({ labelLayout }) => labelLayout)).toEqual([besidePlot, besidePlot, besidePlot]);
    const [, days] = fanOption(fan, colors).xAxis as { axisLabel: object }[];
    expect(days?.axisLabel).toMatchObject({ alignMaxLabel: 'right' });
  });

  it('tells of a day between only how likely break-even is', () => {
    const [, , between, closing] = fan.days;
    if (between === undefined || closing === undefined) throw new Error('days');
    expect(linesOf(between, fan)).toEqual([{ name: '손익분기 확률', value: '30%' }]);
    expect(linesOf(closing, fan)).toEqual([
      { name: '80% 구간', value: '46 ~ 61' },
      { name: '중앙', value: '54' },
      { name: '손익분기 확률', value: '76%' },
    ]);
  });
});

describe('the pace', () => {
  it('ends with the last day that is known, and has no band where nothing is usual', () => {
    const option = paceOption(
      {
        points: [
          { daysToGo: 2, soldShare: 0.4, usual: { p10: 0.3, p50: 0.5, p90: 0.6 } },
          { daysToGo: 1, soldShare: null, usual: { p10: 0.4, p50: null, p90: 0.7 } },
          { daysToGo: 0, soldShare: null, usual: null },
        ],
        category: 'musical',
        words: { own: '이 공연', usual: '구간', usualMiddle: '중앙', dDay: (days) => `D-${days}` },
      },
      colors,
    );
    const [own] = named(option, '이 공연');
    const [first, ...rest] = dataOf(own) as [{ value: number }, ...unknown[]];
    expect(first.value).toBe(0.4);
    expect(rest).toEqual([null, null]);
    expect(dataOf(named(option, '중앙')[0])).toEqual([0.5, null, null]);
    const [, , none] = dataOf(named(option, '구간')[0]) as unknown[];
    expect(none).toBeNull();
  });

  it('has no curve of its own before its first sale, while past ones had sold', () => {
    const usual = { p10: 0.3, p50: 0.5, p90: 0.6 };
    const option = paceOption(
      {
        points: [
          { daysToGo: 3, soldShare: 0, usual },
          { daysToGo: 2, soldShare: 0.2, usual },
          { daysToGo: 1, soldShare: null, usual },
        ],
        category: 'musical',
        words: { own: '이 공연', usual: '구간', usualMiddle: '중앙', dDay: (days) => `D-${days}` },
      },
      colors,
    );
    const [own] = named(option, '이 공연');
    expect(dataOf(own)).toEqual([null, expect.objectContaining({ value: 0.2 }), null]);
    expect(dataOf(named(option, '중앙')[0])).toEqual([0.5, 0.5, 0.5]);
  });
});

const score = (horizonDays: number, change: Partial<Score> = {}): Score => ({
  quantity: 'run_seats',
  horizonDays,
  fromDays: horizonDays,
  toDays: horizonDays,
  forecasts: 0,
  productions: 0,
  errorRatio: null,
  biasRatio: null,
  coverage: null,
  productionCoverage: null,
  winklerRatio: null,
  straightLineErrorRatio: null,
  straightLineBiasRatio: null,
  belowSold: 0,
  unreliable: false,
  ...change,
});

describe('the scorecard', () => {
  it('has no column of what was not scored', () => {
    const words = { ours: '예측', straight: '직선', ahead: String, of: () => '' };
    const option = errorOption(
      [score(7, { errorRatio: 0.05, straightLineErrorRatio: 0.17 }), score(90)],
      words,
      colors,
    );
    expect(dataOf(named(option, '예측')[0])).toEqual([0.05, '-']);
    expect(dataOf(named(option, '직선')[0])).toEqual([0.17, '-']);
  });

  it('has no point of a bin without forecasts, and one at zero of a bin that never came true', () => {
    const bin = (toldRatio: number | null, cameTrueRatio: number | null, forecasts: number): Bin => ({
      fromProbability: 0,
      toProbability: 0.2,
      toldRatio,
      cameTrueRatio,
      forecasts,
    });
    const words = { told: '말함', came: '이룸', alike: '같음', forecasts: String };
    const option = reliabilityOption([bin(0.03, 0, 9), bin(null, null, 0)], words, colors);
    expect(dataOf(named(option, '이룸')[0])).toEqual([{ value: [0.03, 0], symbolSize: 26 }]);
  });
});
