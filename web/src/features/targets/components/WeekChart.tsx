import { useCallback, useMemo } from 'react';
import type { Category } from '@/api/productions';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { targetLine } from '@/components/chart/targetLine';
import { Attainment, Won } from '@/components/figures/Amount';
import { DataTable } from '@/components/table/DataTable';
import type { TableDownload } from '@/components/table/DownloadMenu';
import { addDays, shortDay, toDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import type { Palette } from '@/lib/theme/tokens';
import { useFormat } from '@/lib/useFormat';
import { layoutOf } from '../grid/layout';
import { knownOf } from '../grid/known';
import type { Sales } from '../grid/known';
import type { GridState } from '../grid/state';
import { sumOf } from '../grid/state';
import { words } from '../words';

/** Target, as typed, and sales of each week: whether what is being filled in looks right as a whole. */
export function WeekChart({
  category,
  days,
  state,
  sales,
  download,
}: {
  category: Category;
  days: readonly Day[];
  state: GridState;
  sales: Sales;
  download: TableDownload;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const weeks = useMemo(
    () =>
      layoutOf(days, 'week').map(({ key, days: inside }) => {
        const known = knownOf(state, sales, inside);
        return {
          week: toDay(key),
          target: sumOf(state, inside),
          actual: known?.actual ?? null,
          ratio: known?.ratio ?? null,
        };
      }),
    [days, state, sales],
  );
  const option = useCallback(
    (colors: Palette) => ({
      grid: { top: 10, left: 4, right: 4, bottom: 2 },
      tooltip: {
        trigger: 'axis' as const,
        // A week that nobody knows is told as such: a null is no 0.
        valueFormatter: (value: unknown) => format.exactWon(typeof value === 'number' ? value : null),
      },
      xAxis: {
        type: 'category' as const,
        data: weeks.map(({ week }) => shortDay(week)),
        axisLabel: { interval: Math.max(0, Math.ceil(weeks.length / 4) - 1) },
      },
      yAxis: {
        type: 'value' as const,
        splitNumber: 3,
        axisLabel: { formatter: (value: number) => format.axisWon(value) },
      },
      series: [
        {
          type: 'bar' as const,
          name: t.actual,
          barCategoryGap: '30%',
          itemStyle: { color: colors[category] },
          data: weeks.map(({ actual }) => actual),
        },
        ...targetLine(
          t.target,
          weeks.map(({ target }) => target),
          colors,
        ),
      ],
    }),
    [weeks, category, format, t],
  );
  const best = weeks.reduce<(typeof weeks)[number] | undefined>(
    (found, week) => (week.actual !== null && week.actual > (found?.actual ?? -Infinity) ? week : found),
    undefined,
  );
  const rangeOf = (week: Day) => format.range({ from: week, to: addDays(week, 6) });
  return (
    <ChartPanel
      title={t.chart}
      height={176}
      option={option}
      summary={t.chartSummary(
        weeks.length,
        best === undefined ? t.chartNoActual : t.chartBest(rangeOf(best.week), format.shortWon(best.actual)),
      )}
      download={download}
      table={() => (
        <DataTable
          caption={t.chart}
          rows={weeks}
          rowKey={({ week }) => week}
          sortParam="weekSort"
          dense
          columns={[
            {
              key: 'week',
              label: t.week,
              value: ({ week }) => week,
              cell: ({ week }) => rangeOf(week),
            },
            {
              key: 'target',
              label: t.target,
              align: 'right',
              value: ({ target }) => target,
              cell: ({ target }) => <Won value={target} />,
              phone: 'second',
            },
            {
              key: 'actual',
              label: t.actual,
              align: 'right',
              value: ({ actual }) => actual,
              cell: ({ actual }) => <Won value={actual} />,
              phone: 'main',
            },
            {
              key: 'ratio',
              label: t.ratio,
              align: 'right',
              value: ({ ratio }) => ratio,
              cell: ({ ratio }) => <Attainment value={ratio} />,
              phone: 'second',
            },
          ]}
        />
      )}
    />
  );
}
