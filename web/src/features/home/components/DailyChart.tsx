import type { EChartsOption } from 'echarts';
import { useCallback, useMemo } from 'react';
import { useHolidays } from '@/api/holidays';
import type { Category } from '@/api/productions';
import { sourceOf } from '@/api/reports';
import { dayLabel } from '@/components/chart/dayLabel';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { targetLine } from '@/components/chart/targetLine';
import { tooltipBox } from '@/components/chart/tooltip';
import { isHiddenZero, zeroLine } from '@/components/chart/zeroLine';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { FieldValue } from '@/components/figures/FieldValue';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { addDays, shortDay, toDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import type { LabelReader } from '@/lib/i18n/useLabels';
import type { Palette } from '@/lib/theme/tokens';
import { useFormat } from '@/lib/useFormat';
import type { Format } from '@/lib/useFormat';
import type { Overview } from '../overview';
import { words } from '../words';
import styles from './home.module.css';

type Words = ReturnType<typeof useMessages<(typeof words)['ko']>>;

const categories = ['musical', 'play', 'concert'] as const;

/** How wide the edge is that tells parts of a column apart, in px. */
const edge = 0.75;

/** One day: what each category sold, all of them, and the target of all. */
interface ChartDay {
  readonly day: Day;
  readonly byCategory: Readonly<Record<Category, number | null>>;
  readonly revenueKrw: number | null;
  readonly targetKrw: number | null;
}

/** The days of all productions with those of the categories beside them. */
function daysOf({ overall, categories: groups }: Overview): ChartDay[] {
  const found = new Map(
    groups.flatMap(({ category, lastDays }) =>
      lastDays.map(({ day, revenueKrw }) => [`${category} ${day}`, revenueKrw] as const),
    ),
  );
  return overall.lastDays.map(({ day, revenueKrw, targetKrw }) => {
    const of = (category: Category) => found.get(`${category} ${day}`) ?? null;
    const byCategory = { musical: of('musical'), play: of('play'), concert: of('concert') };
    return { day, byCategory, revenueKrw, targetKrw };
  });
}

/** Revenue of each day by category against the target of all, which goes on into the days to come. */
export function DailyChart({ overview, busy }: { overview: Overview; busy: boolean }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { asOf } = overview;
  const chart = useMemo(() => daysOf(overview), [overview]);
  const last = chart.findLast(({ revenueKrw }) => revenueKrw !== null);
  const missing = overview.due - overview.arrived;
  const holidays = useHolidays(chart[0]?.day, chart.at(-1)?.day);

  const option = useCallback(
    (colors: Palette) =>
      dailyOption({ chart, yesterday: addDays(asOf, -1), missing, holidays, colors, format, label, t }),
    [chart, asOf, missing, holidays, format, label, t],
  );

  const first = chart[0]?.day ?? asOf;
  return (
    <ChartPanel
      title={t.chart}
      caption={t.chartCaption}
      height={240}
      busy={busy}
      of={overview}
      option={option}
      summary={t.summary(
        format.day(first),
        format.day(chart.at(-1)?.day),
        format.day(last?.day),
        format.shortWon(last?.revenueKrw),
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
      download={{
        report: 'target-vs-actual',
        query: { asOf, grain: 'day', from: first, to: chart.at(-1)?.day ?? asOf },
        table: 'categories',
      }}
      table={() => <DailyTable caption={t.chart} days={chart} asOf={asOf} />}
    />
  );
}

/** The chart in ECharts' terms. */
function dailyOption({
  chart,
  yesterday,
  missing,
  holidays,
  colors,
  format,
  label,
  t,
}: {
  chart: readonly ChartDay[];
  yesterday: Day;
  /** How many workbooks of yesterday are not in. */
  missing: number;
  /** What holidays are called. */
  holidays: ReadonlyMap<Day, string>;
  colors: Palette;
  format: Format;
  label: LabelReader;
  t: Words;
}): EChartsOption {
  const lastDay = chart.findLast(({ revenueKrw }) => revenueKrw !== null)?.day;
  return {
    grid: { top: 26, left: 8, right: 8, bottom: 4 },
    tooltip: {
      trigger: 'axis',
      formatter: (given) => {
        const day = chart[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? -1];
        if (day === undefined) return '';
        const holiday = holidays.get(day.day);
        return tooltipBox(format.day(day.day), [
          ...(holiday === undefined ? [] : [{ name: holiday }]),
          ...categories.map((category) => ({
            name: label('term', category),
            value: format.exactWon(day.byCategory[category]),
          })),
          { name: t.revenue, value: format.exactWon(day.revenueKrw) },
          { name: t.target, value: format.exactWon(day.targetKrw) },
        ]);
      },
    },
    xAxis: {
      type: 'category',
      data: chart.map(({ day }) => day),
      axisLabel: {
        interval: 0,
        hideOverlap: true,
        formatter: (day: string) => dayLabel(toDay(day), holidays),
      },
    },
    yAxis: { type: 'value', splitNumber: 4, axisLabel: { formatter: format.axisWon } },
    series: [
      ...categories.map((category) => ({
        type: 'bar' as const,
        name: label('term', category),
        stack: 'revenue',
        ...zeroLine,
        barMaxWidth: 18,
        barCategoryGap: '28%',
        itemStyle: {
          color: colors[category],
          borderRadius: 0,
          borderColor: colors.surface,
          borderWidth: edge,
        },
        data: chart.map(({ day, byCategory }) => {
          const value = byCategory[category];
          const pale = day === yesterday && missing > 0 ? 0.55 : 1;
          return {
            value: value ?? '-',
            itemStyle: {
              opacity: isHiddenZero(value, Object.values(byCategory)) ? 0 : pale,
              // Its edge would cover a column that is only a line.
              borderWidth: value === 0 ? 0 : edge,
            },
          };
        }),
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
        ...(lastDay === undefined
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

function DailyTable({ caption, days, asOf }: { caption: string; days: readonly ChartDay[]; asOf: Day }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const columns: readonly Column<ChartDay>[] = [
    { key: 'day', label: t.day, value: ({ day }) => day, cell: ({ day }) => format.day(day) },
    ...categories.map((category): Column<ChartDay> => ({
      key: category,
      label: label('term', category),
      align: 'right',
      value: ({ byCategory }) => byCategory[category],
      cell: ({ day, byCategory }) => (
        <FieldValue of={{ category, day, revenueKrw: byCategory[category] }} field="revenueKrw" />
      ),
    })),
    {
      key: 'total',
      label: t.revenue,
      align: 'right',
      strong: true,
      phone: 'main',
      value: ({ revenueKrw }) => revenueKrw,
      cell: (row) => <FieldValue of={row} field="revenueKrw" />,
    },
    {
      key: 'target',
      label: t.target,
      align: 'right',
      quiet: true,
      phone: 'second',
      value: ({ targetKrw }) => targetKrw,
      cell: (row) => <FieldValue of={row} field="targetKrw" />,
    },
  ];
  return (
    <DataTable
      caption={caption}
      source={sourceOf('overview', { asOf })}
      columns={columns}
      rows={days}
      rowKey={({ day }) => day}
      sortParam="days"
      dense
    />
  );
}
