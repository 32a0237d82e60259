import type { BarSeriesOption, EChartsOption } from 'echarts';
import { useCallback } from 'react';
import type { Production } from '@/api/productions';
import { useReport } from '@/api/reports';
import { ChartPanel } from '@/components/chart/ChartPanel';
import { tooltipBox } from '@/components/chart/tooltip';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { ReportTable } from '@/components/table/ReportTable';
import { addDays, shortDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count, percent } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { useFormat } from '@/lib/useFormat';
import { useQueryOf } from '../query';
import { words } from '../words';

const height = 276;

/** The paid share of each week against the production's target; weeks to come are hollow. */
export function WeeklyOccupancyPanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const query = useQueryOf(production);
  const report = useReport('plays/weekly-occupancy', query);
  const item = report.data?.items[0];
  const weeks = item?.weeks;
  const recordDate = item?.recordDate ?? null;
  const { targetShare, category } = production;

  const option = useCallback(
    (colors: Palette): EChartsOption => {
      const shown = weeks ?? [];
      const highest = Math.max(1, targetShare ?? 0, ...shown.map(({ paidShare }) => paidShare ?? 0));
      const columns: BarSeriesOption = {
        type: 'bar',
        barMaxWidth: 24,
        data: shown.map(({ weekStart, paidShare }) => ({
          value: paidShare ?? '-',
          itemStyle:
            recordDate === null || weekStart > recordDate
              ? { color: colors.surface, borderColor: colors[category], borderWidth: 1.5 }
              : { color: colors[category] },
        })),
        label: {
          show: true,
          position: 'top',
          fontSize: 11,
          color: colors.text2,
          formatter: ({ dataIndex }) => percent(shown[dataIndex]?.paidShare, 0).slice(0, -1),
        },
        ...(targetShare === null
          ? {}
          : {
              markLine: {
                symbol: 'none',
                silent: true,
                data: [{ yAxis: targetShare }],
                lineStyle: { color: colors.target, type: 'solid' as const, width: 1.5 },
                label: { show: false },
              },
            }),
      };
      return {
        grid: { top: 24, left: 8, right: 8, bottom: 4 },
        tooltip: {
          trigger: 'axis',
          formatter: (given) => {
            const week = shown[(Array.isArray(given) ? given[0] : given)?.dataIndex ?? -1];
            if (week === undefined) return '';
            return tooltipBox(format.range({ from: week.weekStart, to: week.weekEnd }), [
              { name: label('term', 'paidShare'), value: percent(week.paidShare) },
              { name: label('column', 'performances'), value: count(week.performances) },
            ]);
          },
        },
        xAxis: { type: 'category', data: shown.map(({ weekStart }) => shortDay(weekStart)) },
        yAxis: {
          type: 'value',
          max: Math.ceil(highest * 4) / 4,
          interval: 0.25,
          axisLabel: { formatter: (value: number) => percent(value, 0) },
        },
        series: [columns],
      };
    },
    [weeks, recordDate, targetShare, category, format, label],
  );

  if (weeks === undefined || weeks.length === 0)
    return (
      <Panel title={t.weeklyOccupancy}>
        <QueryView query={report} skeleton={<Skeleton height={height} />}>
          {() => <EmptyState>{t.noWeeks}</EmptyState>}
        </QueryView>
      </Panel>
    );
  const present = weeks.findLast(({ weekStart }) => weekStart <= query.asOf) ?? weeks[0];
  return (
    <ChartPanel
      title={t.weeklyOccupancy}
      caption={targetShare === null ? t.weeklyCaption : t.weeklyCaptionTarget(percent(targetShare, 0))}
      height={height}
      busy={report.isFetching && !report.isPending}
      option={option}
      summary={t.weeklySummary(weeks.length, format.day(present?.weekStart), percent(present?.paidShare))}
      download={{ report: 'plays/weekly-occupancy', query }}
      table={() => (
        <ReportTable
          caption={t.weeklyOccupancy}
          rows={weeks}
          rowKey={({ weekStart }) => weekStart}
          sortParam="shares"
          dense
          columns={[
            { field: 'weekStart', phone: 'name' },
            { field: 'performances', phone: 'second' },
            { field: 'paidShare', strong: true, phone: 'main' },
          ]}
        />
      )}
    />
  );
}

/** Seats offered and sold by week. */
export function WeeklyTablePanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const query = useQueryOf(production);
  const report = useReport('plays/weekly-capacity', query);
  const weeks = report.data?.items[0]?.weeks ?? [];
  return (
    <Panel
      title={t.weeklyTable}
      busy={report.isFetching && !report.isPending}
      actions={<DownloadMenu of={t.weeklyTable} download={{ report: 'plays/weekly-capacity', query }} />}
    >
      <QueryView
        query={report}
        isEmpty={() => weeks.length === 0}
        empty={<EmptyState>{t.noWeeks}</EmptyState>}
      >
        {() => (
          <ReportTable
            caption={t.weeklyTable}
            rows={weeks}
            rowKey={({ weekStart }) => weekStart}
            columns={[
              { field: 'weekStart', phone: 'name' },
              'performances',
              { field: 'offeredSeats', quiet: true },
              { field: 'paidSeats', phone: 'second' },
              { field: 'paidRatio', strong: true, phone: 'main' },
              { field: 'revenueKrw', phone: 'second' },
              'meanTicketPriceKrw',
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}

/** A concert's sales by week with what was done for them. */
export function ConcertWeeksPanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const format = useFormat();
  const label = useLabels();
  const query = useQueryOf(production);
  const report = useReport('concerts/weekly', query);
  const weeks = report.data?.items[0]?.weeks ?? [];
  return (
    <Panel
      title={t.concertWeeks}
      busy={report.isFetching && !report.isPending}
      actions={<DownloadMenu of={t.concertWeeks} download={{ report: 'concerts/weekly', query }} />}
    >
      <QueryView
        query={report}
        isEmpty={() => weeks.length === 0}
        empty={<EmptyState>{t.noWeeks}</EmptyState>}
      >
        {() => (
          <ReportTable
            caption={t.concertWeeks}
            rows={weeks}
            rowKey={({ weekStart }) => weekStart}
            columns={[
              {
                key: 'weekStart',
                label: label('column', 'week'),
                value: ({ weekStart }) => weekStart,
                cell: ({ weekStart }) => format.range({ from: weekStart, to: addDays(weekStart, 6) }),
                phone: 'name',
              },
              { field: 'seats', phone: 'second' },
              { field: 'complimentarySeats', quiet: true },
              { field: 'revenueKrw', strong: true, phone: 'main' },
              'salesMarketing',
              'promotion',
              'other',
            ]}
          />
        )}
      </QueryView>
    </Panel>
  );
}
