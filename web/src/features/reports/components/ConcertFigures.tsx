/** The figures of concerts, and the parts of their overview that say more than a table of a report. */
import { useMemo } from 'react';
import { FieldValue } from '@/components/figures/FieldValue';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { ColumnsOf } from '@/components/reports/ChartsOf';
import { TableOf } from '@/components/reports/TableOf';
import { ScopeContext, useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { addDays } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { noteColumns } from '../tables';

const words = defineMessages({
  ko: {
    yesterday: '어제 매출',
    week: '최근 7일 매출',
    mean: (won: string) => `최근 7일 하루 평균 ${won}`,
    total: '누적 매출',
    target: '목표 달성률',
    due: '기준일까지 목표',
    ofTarget: (won: string) => `총목표 ${won}의`,
    ofDay: (day: string, count: number) => `${day} · ${count}편`,
    sales: '최근 판매일',
    salesCaption: '최근 판매일과 그 전 판매일',
    noSale: '판매일 없음',
    outside: '판매 기간이 아닙니다',
    days: '최근 30일 매출',
    together: (count: number) => `콘서트 ${count}편 합계`,
    weekNumber: (number: number) => `${number}주차`,
    change: '직전 7일 대비',
    seats: '유료 좌석',
  },
  en: {
    yesterday: "Yesterday's revenue",
    week: 'Last 7 days',
    mean: (won: string) => `7-day average: ${won} a day`,
    total: 'Total revenue',
    target: 'Attainment',
    due: 'Target to date',
    ofTarget: (won: string) => `Of total target ${won}:`,
    ofDay: (day: string, count: number) => `${day} · ${counted(count, 'concert')}`,
    sales: 'Last sale day',
    salesCaption: 'Last sale day vs. the one before',
    noSale: 'No sale day',
    outside: 'Not on sale',
    days: 'Last 30 days',
    together: (count: number) => `${counted(count, 'concert')} combined`,
    weekNumber: (number: number) => `Week ${number}`,
    change: 'vs. previous 7 days',
    seats: 'Paid seats',
  },
});

/** Yesterday, the last seven days, the total, and how much of the target was reached. */
export function StandingFigures() {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf } = useScope();
  const { report, source } = useScopedReport('concerts/overview');
  const figures = report.data;
  const sales = useScopedReport('concerts/target-sales');
  const sold = sales.report.data?.overall;
  const together = figures !== undefined && t.together(figures.items.length);
  return (
    <Figures columns={4} source={source}>
      <Figure
        label={t.yesterday}
        period={figures === undefined ? undefined : format.day(figures.yesterday)}
        value={<FieldValue of={figures} field="yesterdayRevenueKrw" />}
        note={figures !== undefined && t.mean(format.shortWon(figures.sevenDayMeanRevenueKrw))}
      />
      <Figure
        label={t.week}
        period={format.range({ from: addDays(asOf, -7), to: addDays(asOf, -1) })}
        value={<FieldValue of={figures} field="sevenDayRevenueKrw" />}
        note={together}
      />
      <Figure label={t.total} value={<FieldValue of={figures} field="totalRevenueKrw" />} note={together} />
      <Figure
        label={t.target}
        source={sales.source}
        value={<FieldValue of={sold} field="dueRatio" />}
        note={
          <>
            {t.due} <FieldValue of={sold} field="dueTargetKrw" />
          </>
        }
        after={
          sold !== undefined && (
            <>
              {t.ofTarget(format.shortWon(sold.targetKrw))} <FieldValue of={sold} field="ratio" />
            </>
          )
        }
      >
        <Bullet value={sold?.dueRatio ?? null} plan={1} scale={1.3} label={t.target} />
      </Figure>
    </Figures>
  );
}

/** Each concert's last sale day against the one before. */
export function LastSaleDays() {
  const t = useMessages(words);
  const format = useFormat();
  const last = useScopedReport('concerts/overview').report.data?.overall;
  return (
    <TableOf
      report="concerts/overview"
      title={t.sales}
      caption={t.salesCaption}
      sort={{ key: 'lastSaleDayRevenueKrw', descending: true }}
      columns={[
        'productionName',
        {
          field: 'lastSaleDay',
          quiet: true,
          phone: 'second',
          reason: () => t.noSale,
          // Only concerts that have told the same day are added up.
          footer:
            last !== undefined &&
            last.lastSaleDay !== null &&
            t.ofDay(format.day(last.lastSaleDay), last.counted),
        },
        { field: 'lastSaleDayRevenueKrw', strong: true, phone: 'main' },
        { field: 'previousSaleDay', quiet: true },
        { field: 'previousSaleDayRevenueKrw', quiet: true },
        'changeKrw',
        { field: 'changeRatio', phone: 'second' },
      ]}
    />
  );
}

/** The revenue of the last thirty days together, whatever the page's period is. */
export function LastDays() {
  const t = useMessages(words);
  const scope = useScope();
  const month = useMemo(
    () => ({ ...scope, range: { from: addDays(scope.asOf, -30), to: addDays(scope.asOf, -1) } }),
    [scope],
  );
  return (
    <ScopeContext value={month}>
      <ColumnsOf
        report="target-vs-actual"
        table="overall"
        own={{ grain: 'day' }}
        title={t.days}
        caption={t.together(scope.shown.length)}
        value="revenueKrw"
        category="concert"
        height={220}
        dense
        sortParam="days"
        sort={{ key: 'period', descending: true }}
        columns={['period', { field: 'revenueKrw', strong: true, phone: 'main' }]}
      />
    </ScopeContext>
  );
}

/** What is done for each concert this week. */
export function MarketingWeek() {
  const t = useMessages(words);
  const format = useFormat();
  return (
    <TableOf
      report="concerts/marketing-week"
      sortParam="marketing"
      columns={[
        'productionName',
        {
          field: 'weekNumber',
          label: { ko: '주', en: 'Week' },
          phone: 'second',
          cell: ({ weekNumber, weekStart, weekEnd }) => (
            <span className="nowrap">
              {format.range({ from: weekStart, to: weekEnd })}{' '}
              <span className="quiet">{weekNumber === null ? t.outside : t.weekNumber(weekNumber)}</span>
            </span>
          ),
        },
        ...noteColumns,
      ]}
    />
  );
}

/** What concerts sold so far, and in the last seven days. */
export function SalesFigures() {
  const t = useMessages(words);
  const { shown } = useScope();
  const { report, source } = useScopedReport('overview');
  const standing = report.data?.overall;
  return (
    <Figures columns={3} source={source}>
      <Figure
        label={t.total}
        value={<FieldValue of={standing} field="revenueKrw" />}
        note={t.together(shown.length)}
      />
      <Figure
        label={t.seats}
        value={<FieldValue of={standing} field="seats" />}
        note={standing?.seatRatio !== null && percent(standing?.seatRatio)}
      />
      <Figure
        label={t.week}
        value={<FieldValue of={standing} field="sevenDayRevenueKrw" />}
        note={
          <>
            {t.change} <FieldValue of={standing} field="sevenDayChangeRatio" />
          </>
        }
      />
    </Figures>
  );
}
