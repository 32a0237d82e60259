import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import type { Production } from '@/api/productions';
import { Chart } from '@/components/chart/Chart';
import { edgeToEdge } from '@/components/chart/edgeToEdge';
import { Skeleton } from '@/components/states/Skeleton';
import { ReportTable } from '@/components/table/ReportTable';
import { shortDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { seatCurve } from '../seatCurve';
import type { SeatItem, SoldDay } from '../seatCurve';
import styles from './BreakEven.module.css';
import { words } from './breakEvenWords';

const height = 210;

/** What the curve of a concert is drawn from, on the page and as a picture. */
export function useSeatCurve(
  item: SeatItem,
  days: readonly SoldDay[] | undefined,
  saleEnd: Production['saleEnd'],
) {
  const t = useMessages(words);
  const { total } = item;
  const points = useMemo(() => seatCurve(item, days ?? [], saleEnd), [item, days, saleEnd]);
  const option = useMemo(
    () =>
      (colors: Palette): EChartsOption => ({
        grid: { top: 12, left: 8, right: 12, bottom: 4 },
        tooltip: {
          trigger: 'axis',
          confine: true,
          valueFormatter: (value) => count(typeof value === 'number' ? value : null),
        },
        xAxis: { ...edgeToEdge, data: points.map(({ day }) => shortDay(day)) },
        yAxis: {
          type: 'value',
          min: 0,
          ...(total.seats > 0
            ? {
                max: Math.max(total.seats, total.soldSeats),
                interval: Math.max(total.seats, total.soldSeats) / 4,
              }
            : {}),
          axisLabel: { formatter: (value: number) => count(Math.round(value)) },
        },
        series: [
          {
            type: 'line',
            name: t.sold,
            symbol: 'none',
            data: points.map(({ sold }) => sold),
            lineStyle: { color: colors.concert, width: 2 },
            color: colors.concert,
            areaStyle: { color: colors.concert, opacity: 0.12 },
            ...(total.breakEvenSeats === null
              ? {}
              : {
                  markLine: {
                    symbol: 'none',
                    silent: true,
                    lineStyle: { color: colors.target, type: 'solid', width: 1.5 },
                    label: {
                      position: 'insideStartTop',
                      formatter: t.goalLine(count(total.breakEvenSeats)),
                      color: colors.text2,
                      fontSize: 11,
                    },
                    data: [{ yAxis: total.breakEvenSeats }],
                  },
                }),
          },
          {
            type: 'line',
            name: t.expected,
            symbol: 'none',
            data: points.map(({ expected }) => expected),
            lineStyle: { color: colors.concert, width: 2, type: 'dashed' },
            color: colors.concert,
          },
        ],
      }),
    [points, total, t],
  );
  return { points, option, height };
}

/** Seats sold since the first day, carried on at their pace until the sale ends, below the house. */
export function SeatCurve({
  item,
  known,
  curve: { points, option },
  asTable,
}: {
  item: SeatItem;
  /** Whether the days have been read. */
  known: boolean;
  curve: ReturnType<typeof useSeatCurve>;
  asTable: boolean;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const { total } = item;
  return (
    <div className={styles['curve']}>
      <h3>{t.curve}</h3>
      {!known ? (
        <Skeleton height={height} />
      ) : asTable ? (
        <div className={styles['scroll']}>
          <ReportTable
            caption={t.curve}
            dense
            sortParam={`curve-${item.productionCode}`}
            rows={points}
            rowKey={({ day }) => day}
            columns={[
              'day',
              {
                key: 'sold',
                label: t.sold,
                align: 'right',
                phone: 'main',
                value: ({ sold }) => sold,
                cell: ({ sold }) => count(sold),
              },
              {
                key: 'expected',
                label: t.expected,
                align: 'right',
                phone: 'second',
                value: ({ expected }) => expected,
                cell: ({ expected }) => count(expected),
              },
            ]}
          />
        </div>
      ) : points.length === 0 ? (
        <p className="caption quiet">{label('choice', 'no_snapshot')}</p>
      ) : (
        <Chart
          option={option}
          height={height}
          summary={t.curveSummary(count(total.soldSeats), count(total.breakEvenSeats))}
        />
      )}
    </div>
  );
}
