import type { EChartsOption } from 'echarts';
import { useCallback } from 'react';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { targetLine } from '@/components/chart/targetLine';
import { tooltipBox } from '@/components/chart/tooltip';
import { Unknown, Won } from '@/components/figures/Amount';
import { CategoryMark } from '@/components/figures/CategoryMark';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { shortDay, weekdayOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import type { LabelReader } from '@/lib/i18n/useLabels';
import { ratio } from '@/lib/ratio';
import { percent } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { useFormat } from '@/lib/useFormat';
import type { Format } from '@/lib/useFormat';
import type { HomeDay, HomeFigures } from '../figures';
import { words } from '../words';
import styles from './home.module.css';

type Words = ReturnType<typeof useMessages<(typeof words)['ko']>>;

const categories = ['musical', 'play', 'concert'] as const;

/** Revenue of each day by category against the target of all, which goes on into the days to come. */
export function DailyChart({ figures, asOf, busy }: { figures: HomeFigures; asOf: Day; busy: boolean }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { chart, lastDay } = figures;
  const last = chart.find(({ day }) => day === lastDay);

  const option = useCallback(
    (colors: Palette) => dailyOption({ figures, colors, format, label, t }),
    [figures, format, label, t],
  );

  const first = chart[0]?.day ?? asOf;
  return (
    <ChartPanel
      title={t.chart}
      caption={t.chartCaption}
      height={240}
      busy={busy}
      option={option}
      summary={t.summary(
        format.day(first),
        format.day(chart.at(-1)?.day),
        format.day(lastDay),
        format.shortWon(last?.totalKrw),
        format.shortWon(last?.targetKrw),
      )}
      legend={
        <>
          {categories.map((category) => (
            <li key={category}>
              <CategoryMark category={category} named />
            </li>
          ))}
          <li>
            <i aria-hidden className={styles['targetKey']} />
            {t.target}
          </li>
        </>
      }
      download={{ report: 'target-vs-actual', query: { asOf, grain: 'day' } }}
      table={() => <DailyTable caption={t.chart} days={chart} />}
    />
  );
}

/** The chart in ECharts' terms. */
function dailyOption({
  figures,
  colors,
  format,
  label,
  t,
}: {
  figures: HomeFigures;
  colors: Palette;
  format: Format;
  label: LabelReader;
  t: Words;
}): EChartsOption {
  const { chart, lastDay, yesterday } = figures;
  const missing = figures.missing.length;
  return {
    grid: { top: 26, left: 8, right: 8, bottom: 4 },
    tooltip: {
      trigger: 'axis',
      formatter: (given) => {
        const day = chart[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? -1];
        if (day === undefined) return '';
        return tooltipBox(format.day(day.day), [
          ...categories.map((category) => ({
            name: label('term', category),
            value: format.exactWon(day.revenueKrw[category]),
          })),
          { name: t.revenue, value: format.exactWon(day.totalKrw) },
          { name: t.target, value: format.exactWon(day.targetKrw) },
          { name: label('column', 'targetRatio'), value: percent(ratio(day.totalKrw, day.targetKrw)) },
        ]);
      },
    },
    xAxis: {
      type: 'category',
      data: chart.map(({ day }) => day),
      axisLabel: { interval: 0, formatter: (day: string) => (weekdayOf(day) === 1 ? shortDay(day) : '') },
    },
    yAxis: { type: 'value', splitNumber: 4, axisLabel: { formatter: format.axisWon } },
    series: [
      ...categories.map((category) => ({
        type: 'bar' as const,
        name: label('term', category),
        stack: 'revenue',
        barMaxWidth: 18,
        barCategoryGap: '28%',
        itemStyle: {
          color: colors[category],
          borderRadius: 0,
          borderColor: colors.surface,
          borderWidth: 0.75,
        },
        data: chart.map(({ day, revenueKrw }) => ({
          value: revenueKrw[category] ?? '-',
          itemStyle: { opacity: day === yesterday && missing > 0 ? 0.55 : 1 },
        })),
      })),
      ...targetLine(
        t.target,
        chart.map(({ targetKrw }) => targetKrw),
        colors,
      ),
      {
        type: 'line',
        data: [],
        silent: true,
        ...(lastDay === null
          ? {}
          : {
              markLine: {
                symbol: 'none',
                silent: true,
                data: [{ xAxis: lastDay }],
                lineStyle: { color: colors.text3, type: [2, 3] },
                label: {
                  position: 'end',
                  rotate: 0,
                  color: colors.text3,
                  formatter:
                    missing > 0 && lastDay === yesterday
                      ? t.untilMissing(shortDay(lastDay), missing)
                      : t.until(shortDay(lastDay)),
                },
              },
            }),
      },
    ],
  };
}

function DailyTable({ caption, days }: { caption: string; days: readonly HomeDay[] }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const columns: readonly Column<HomeDay>[] = [
    { key: 'day', label: t.day, value: ({ day }) => day, cell: ({ day }) => format.day(day) },
    ...categories.map((category): Column<HomeDay> => ({
      key: category,
      label: label('term', category),
      align: 'right',
      value: ({ revenueKrw }) => revenueKrw[category],
      cell: ({ revenueKrw }) => <Won value={revenueKrw[category]} />,
    })),
    {
      key: 'total',
      label: t.revenue,
      align: 'right',
      strong: true,
      phone: 'main',
      value: ({ totalKrw }) => totalKrw,
      cell: ({ totalKrw }) => <Won value={totalKrw} />,
    },
    {
      key: 'target',
      label: t.target,
      align: 'right',
      quiet: true,
      phone: 'second',
      value: ({ targetKrw }) => targetKrw,
      cell: ({ targetKrw }) => <Won value={targetKrw} />,
    },
    {
      key: 'ratio',
      label: label('column', 'targetRatio'),
      align: 'right',
      phone: 'second',
      value: ({ totalKrw, targetKrw }) => ratio(totalKrw, targetKrw),
      cell: ({ totalKrw, targetKrw }) => {
        const attained = ratio(totalKrw, targetKrw);
        return attained === null ? <Unknown /> : percent(attained);
      },
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={days}
      rowKey={({ day }) => day}
      sortParam="days"
      dense
    />
  );
}
