import type { EChartsOption } from 'echarts';
import { ChartNoAxesColumn, Table2, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useProductions } from '@/api/productions';
import type { Production } from '@/api/productions';
import type { ReportAnswer } from '@/api/reports';
import { Chart } from '@/components/chart/Chart';
import { edgeToEdge } from '@/components/chart/edgeToEdge';
import { Button } from '@/components/controls/Button';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { FieldValue } from '@/components/figures/FieldValue';
import { RecordDateChip } from '@/components/figures/RecordDateChip';
import { StackBar } from '@/components/figures/StackBar';
import { Panel } from '@/components/layout/Panel';
import { Skeleton } from '@/components/states/Skeleton';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { ReportTable } from '@/components/table/ReportTable';
import type { FieldColumn } from '@/components/table/reportColumns';
import { daysBetween, daysOf, shortDay } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count, percent } from '@/lib/numbers';
import type { Palette } from '@/lib/theme/tokens';
import { useFormat } from '@/lib/useFormat';
import { useScope } from '@/components/reports/useScope';
import styles from './BreakEven.module.css';

const words = defineMessages({
  ko: {
    times: (shows: number, seats: string) => `${shows}회 × ${seats}`,
    pace: (elapsed: number, left: number) => `판매 ${elapsed}일째 · ${left}일 남음`,
    share: (share: string) => `목표 점유율 ${share}`,
    bars: '판매 · 예상 · 목표 점유율 좌석',
    sold: '판매',
    seats: '좌석',
    left: '잔여석',
    additional: '예상 추가',
    remaining: '예상 잔여석',
    goal: '목표 점유율 좌석',
    ratio: '예상 판매율',
    curve: '누적 판매 좌석',
    showTable: '표로 보기',
    showChart: '차트로 보기',
    goalLine: (seats: string) => `목표 ${seats}`,
    soFar: '지금까지 매출',
    projected: '예상 매출',
    breakEven: '손익분기점',
    profit: '예상 손익',
    exceeds: '예상이 만석을 넘습니다.',
    fullHouse: (won: string, trend: string) =>
      `추세대로면 ${trend}이지만 같은 평균 단가로 만석이면 ${won}입니다. 만석까지만 셉니다.`,
    toGo: (won: string) => `손익분기까지 ${won}`,
    perDay: (won: string, days: number) => `하루 ${won}씩 ${days}일`,
    reached: '손익분기점을 넘었습니다',
    bar: (sold: string, expected: string, goal: string) =>
      `판매 ${sold}, 예상 추가 ${expected}, 목표 점유율 ${goal}`,
    money: (sold: string, projected: string, goal: string) =>
      `지금까지 매출 ${sold}, 예상 매출 ${projected}, 손익분기점 ${goal}`,
    curveSummary: (sold: string, goal: string) => `누적 판매 ${sold}, 목표 점유율 ${goal}`,
    noInventory: '등급별 좌석 미입력',
    expected: '예상',
  },
  en: {
    times: (shows: number, seats: string) => `${shows} × ${seats}`,
    pace: (elapsed: number, left: number) => `Day ${elapsed} of sales · ${left} left`,
    share: (share: string) => `Target share ${share}`,
    bars: 'Sold · expected · target share',
    sold: 'Sold',
    seats: 'Seats',
    left: 'Left',
    additional: 'Expected',
    remaining: 'Left over',
    goal: 'Seats of the target share',
    ratio: 'Expected sales',
    curve: 'Seats sold together',
    showTable: 'Show as table',
    showChart: 'Show as chart',
    goalLine: (seats: string) => `Target ${seats}`,
    soFar: 'Revenue so far',
    projected: 'Projected revenue',
    breakEven: 'Break-even',
    profit: 'Projected profit',
    exceeds: 'The projection exceeds a full house.',
    fullHouse: (won: string, trend: string) =>
      `The trend leads to ${trend}, but a full house at the same mean price brings ${won}: more is not counted.`,
    toGo: (won: string) => `${won} to break-even`,
    perDay: (won: string, days: number) => `${won} a day for ${days} days`,
    reached: 'Break-even is passed',
    bar: (sold: string, expected: string, goal: string) =>
      `Sold ${sold}, expected ${expected}, target share ${goal}`,
    money: (sold: string, projected: string, goal: string) =>
      `Revenue so far ${sold}, projected ${projected}, break-even ${goal}`,
    curveSummary: (sold: string, goal: string) => `Sold together ${sold}, target share ${goal}`,
    noInventory: 'Seat inventory not set',
    expected: 'Expected',
  },
});

type Item = ReportAnswer<'concerts/break-even'>['items'][number];
type Forecast = ReportAnswer<'concerts/profit-forecast'>['items'][number];
type Day = ReportAnswer<'concerts/daily'>['items'][number]['days'][number];

type Grade = Item['grades'][number];
type SeatField =
  | 'seats'
  | 'soldSeats'
  | 'remainingSeats'
  | 'expectedAdditionalSeats'
  | 'expectedRemainingSeats'
  | 'breakEvenSeats';

/** One concert: its grades with what is sold, expected and left, the curve of its sales, and its money. */
export function BreakEvenPanel({
  item,
  forecast,
  forecastSource,
  source,
  days,
  busy,
}: {
  item: Item;
  /** Which answer the item is from. */
  source: string;
  forecast: Forecast | undefined;
  /** Which answer the forecast is from. */
  forecastSource: string;
  days: readonly Day[] | undefined;
  busy: boolean;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useScope();
  const production = useProductions().find(({ id }) => id === item.productionId);
  const { total, performances, elapsedDays, daysToSaleEnd, targetShare } = item;
  const [asTable, setAsTable] = useState(false);
  const facts = [
    production?.venue,
    production?.concertAt === null
      ? undefined
      : production?.concertAt && format.dayTime(production.concertAt),
    performances > 0 && total.seats > 0
      ? t.times(performances, format.seats(Math.round(total.seats / performances)))
      : undefined,
  ].filter((fact) => fact !== undefined && fact !== null && fact !== '');
  const query = { asOf, productionId: [item.productionId] };
  return (
    <Panel
      title={item.productionName}
      source={source}
      icon={<CategoryMark category="concert" />}
      caption={facts.join(' · ')}
      busy={busy}
      actions={
        <>
          {elapsedDays !== null && daysToSaleEnd !== null && (
            <Chip tone="outlined">{t.pace(elapsedDays, daysToSaleEnd)}</Chip>
          )}
          {targetShare !== null && <Chip tone="outlined">{t.share(percent(targetShare, 0))}</Chip>}
          <RecordDateChip day={item.recordDate} />
          <Button
            small
            kind="quiet"
            icon={asTable ? <ChartNoAxesColumn /> : <Table2 />}
            label={`${item.productionName} ${t.curve}: ${asTable ? t.showChart : t.showTable}`}
            onClick={() => setAsTable(!asTable)}
          />
          <DownloadMenu of={item.productionName} download={{ report: 'concerts/break-even', query }} />
        </>
      }
    >
      <div className={styles['panel']}>
        <GradeTable caption={item.productionName} item={item} sortParam={`sort-${item.productionCode}`} />
        <Curve item={item} days={days} asTable={asTable} saleEnd={production?.saleEnd ?? null} />
      </div>
      {forecast !== undefined && <Money forecast={forecast} source={forecastSource} />}
    </Panel>
  );
}

/** A concert's seats by grade: sold, to be expected and left, against the target share; `full` has all of it. */
export function GradeTable({
  caption,
  item,
  sortParam,
  full = true,
}: {
  caption: string;
  item: Item;
  sortParam: string;
  full?: boolean;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const { grades, total, targetShare } = item;
  const of = <Row extends object>(row: Row) => ({ productionCode: item.productionCode, ...row });
  const bar = (row: Item['total']) =>
    row.seats === 0 ? (
      <span className="caption quiet">{t.noInventory}</span>
    ) : (
      <StackBar
        category="concert"
        whole={row.seats}
        tick={row.breakEvenSeats}
        label={t.bar(count(row.soldSeats), count(row.expectedAdditionalSeats), count(row.breakEvenSeats))}
        parts={[
          { value: row.soldSeats, look: 'solid' },
          { value: row.expectedAdditionalSeats ?? 0, look: 'hatched' },
        ]}
      />
    );
  const ratio = (row: Item['total']) => (
    <span
      className={
        row.expectedSalesRatio === null || targetShare === null
          ? undefined
          : row.expectedSalesRatio >= targetShare
            ? 'ahead'
            : 'behind'
      }
    >
      <FieldValue of={row} field="expectedSalesRatio" />
    </span>
  );
  // The heads say that these are seats, so that the figures need not.
  const seats = (field: SeatField, text: string, more: Partial<FieldColumn<Grade>> = {}) => ({
    field,
    label: text,
    bare: true,
    footer: <FieldValue of={of(total)} field={field} bare />,
    ...more,
  });
  return (
    <ReportTable
      caption={caption}
      sortParam={sortParam}
      rows={grades.map(of)}
      rowKey={({ grade }) => grade}
      columns={[
        {
          key: 'grade',
          label: label('column', 'grade'),
          value: ({ grade }) => grades.findIndex((one) => one.grade === grade),
          cell: ({ grade }) => label.any('grade', grade),
          footer: label('term', 'total'),
        },
        seats('seats', t.seats, { quiet: true }),
        seats('soldSeats', t.sold, { strong: true, phone: 'main' }),
        { key: 'bar', label: t.bars, width: 200, cell: bar, footer: bar(total) },
        seats('remainingSeats', t.left, { phone: 'second' }),
        ...(full
          ? [
              seats('expectedAdditionalSeats', t.additional, { quiet: true }),
              seats('expectedRemainingSeats', t.remaining),
              seats('breakEvenSeats', t.goal, { quiet: true }),
              {
                field: 'expectedSalesRatio' as const,
                label: t.ratio,
                phone: 'second' as const,
                cell: ratio,
                footer: ratio(of(total)),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Seats sold since the first day, carried on at their pace until the sale ends, below the house. */
function Curve({
  item,
  days,
  asTable,
  saleEnd,
}: {
  item: Item;
  days: readonly Day[] | undefined;
  asTable: boolean;
  saleEnd: Production['saleEnd'];
}) {
  const t = useMessages(words);
  const label = useLabels();
  const { total, recordDate } = item;
  const points = useMemo(() => {
    let sum = 0;
    const found = new Map(
      (days ?? []).map(({ day, seats }) => {
        sum += seats;
        return [day, sum] as const;
      }),
    );
    const [first] = days ?? [];
    if (first === undefined || recordDate === null) return [];
    const end = saleEnd !== null && saleEnd > recordDate ? saleEnd : recordDate;
    const ahead = daysBetween(recordDate, end);
    let known = 0;
    return daysOf({ from: first.day, to: end }).map((day) => {
      known = found.get(day) ?? known;
      const passed = daysBetween(recordDate, day);
      const additional = total.expectedAdditionalSeats;
      const expected =
        passed < 0 || additional === null || ahead === 0
          ? null
          : Math.min(
              total.seats > 0 ? Math.max(total.seats, total.soldSeats) : Number.POSITIVE_INFINITY,
              total.soldSeats + (additional * passed) / ahead,
            );
      return { day, sold: passed > 0 ? null : known, expected };
    });
  }, [days, recordDate, saleEnd, total]);
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
  return (
    <div className={styles['curve']}>
      <h3>{t.curve}</h3>
      {days === undefined ? (
        <Skeleton height={210} />
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
          height={210}
          summary={t.curveSummary(count(total.soldSeats), count(total.breakEvenSeats))}
        />
      )}
    </div>
  );
}

/** Revenue so far and to be expected against the break-even, and what is still to be done for it. */
function Money({ forecast, source }: { forecast: Forecast; source: string }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const {
    revenueKrw,
    projectedRevenueKrw,
    expectedRevenueKrw,
    fullHouseKrw,
    breakEvenKrw,
    steady,
    exceedsHouse,
    daysLeft,
    reason,
  } = forecast;
  const why = reason === null ? undefined : label('choice', reason);
  const toGo = breakEvenKrw === null ? null : breakEvenKrw - revenueKrw;
  const facts = [
    [t.soFar, 'revenueKrw', undefined],
    [t.projected, 'expectedRevenueKrw', why],
    [t.breakEven, 'breakEvenKrw', label('choice', 'no_break_even')],
    [t.profit, 'expectedProfitKrw', why],
  ] as const;
  return (
    <div className={styles['money']} data-report={source}>
      <dl>
        {facts.map(([name, field, reason]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <FieldValue of={forecast} field={field} judged={steady} reason={reason} />
            </dd>
          </div>
        ))}
      </dl>
      {exceedsHouse === true ? (
        <p className={styles['notice']}>
          <TriangleAlert aria-hidden />
          <span>
            <strong>{t.exceeds}</strong>{' '}
            {fullHouseKrw !== null &&
              t.fullHouse(format.shortWon(fullHouseKrw), format.shortWon(projectedRevenueKrw))}
          </span>
        </p>
      ) : (
        breakEvenKrw !== null &&
        toGo !== null && (
          <div className={styles['toGo']}>
            <StackBar
              category="concert"
              whole={Math.max(expectedRevenueKrw ?? 0, breakEvenKrw, revenueKrw) * 1.04}
              tick={breakEvenKrw}
              label={t.money(
                format.shortWon(revenueKrw),
                format.shortWon(expectedRevenueKrw),
                format.shortWon(breakEvenKrw),
              )}
              parts={[
                { value: revenueKrw, look: 'solid' },
                { value: Math.max(0, (expectedRevenueKrw ?? 0) - revenueKrw), look: 'hatched' },
              ]}
            />
            <p className="caption quiet">
              {toGo <= 0 ? t.reached : t.toGo(format.shortWon(toGo))}
              {toGo > 0 && daysLeft !== null && daysLeft > 0 && (
                <>
                  {' · '}
                  {t.perDay(format.shortWon(Math.ceil(toGo / daysLeft)), daysLeft)}
                </>
              )}
            </p>
          </div>
        )
      )}
    </div>
  );
}
