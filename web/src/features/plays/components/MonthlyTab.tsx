import { useMemo } from 'react';
import { useReport } from '@/api/reports';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { LinesPanel } from '@/components/chart/LinesPanel';
import { Rate, Won } from '@/components/figures/Amount';
import { Figure, Figures } from '@/components/figures/Figure';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { plays } from '../categories';

const words = defineMessages({
  ko: {
    total: '월별 매출',
    together: '연극·뮤지컬 합계, 최근 13개월',
    byProduction: '공연별 월 매출',
    table: '월별 표',
    thisMonth: '이번 달 매출',
    soFar: '지금까지',
    change: '지난달 대비',
    best: '최고 매출 월',
    noNote: '',
    summary: (month: string, won: string) => `${month} 매출 ${won}`,
    lines: (count: number) => `공연 ${count}편의 월 매출`,
  },
  en: {
    total: 'Revenue by month',
    together: 'All plays and musicals, 13 months',
    byProduction: 'By production',
    table: 'Months',
    thisMonth: 'This month',
    soFar: 'so far',
    change: 'Against last month',
    best: 'Best month',
    noNote: '',
    summary: (month: string, won: string) => `Revenue of ${month}: ${won}`,
    lines: (count: number) => `Monthly revenue of ${count} productions`,
  },
});

/** Thirteen months of revenue, together and by production, with the notes of the months. */
export function MonthlyTab() {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { query, asOf } = useScope(plays);
  const monthly = useReport('plays/monthly', query);
  const byProduction = useReport('plays/monthly-by-production', query);
  const items = monthly.data?.items;
  const productions = byProduction.data?.items;
  const present = items?.find(({ month }) => month === asOf.slice(0, 7));
  const best = items
    ?.filter(({ revenueKrw }) => (revenueKrw ?? 0) > 0)
    .toSorted((a, b) => (b.revenueKrw ?? 0) - (a.revenueKrw ?? 0))[0];

  const xs = useMemo(() => (items ?? []).map(({ month }) => format.month(month)), [items, format]);
  const columns = useMemo(
    () => [
      {
        key: 'all',
        name: label('column', 'revenueKrw'),
        category: 'all' as const,
        values: (items ?? []).map(({ revenueKrw }) => revenueKrw),
      },
    ],
    [items, label],
  );
  const { months, lines } = useMemo(() => {
    const [first] = productions ?? [];
    return {
      months: (first?.months ?? []).map(({ month }) => format.month(month)),
      lines: (productions ?? []).map((one) => ({
        key: one.productionCode,
        name: one.productionName,
        category: one.category,
        // Months before the first sale are no part of the form.
        values: one.months.map(({ revenueKrw }, index) =>
          one.months.slice(0, index + 1).every((month) => (month.revenueKrw ?? 0) === 0) ? null : revenueKrw,
        ),
      })),
    };
  }, [productions, format]);
  const rows = (productions ?? []).flatMap(({ months: list, ...production }) =>
    list
      .filter(({ revenueKrw, changeKrw }) => revenueKrw !== 0 || (changeKrw ?? 0) !== 0)
      .map((month) => ({ ...production, ...month })),
  );
  const table = (sortParam: string) => (
    <ReportTable
      caption={t.total}
      sortParam={sortParam}
      rows={items ?? []}
      rowKey={({ month }) => month}
      initialSort={{ key: 'month', descending: true }}
      columns={[
        'month',
        { field: 'revenueKrw', strong: true, phone: 'main' },
        'changeKrw',
        { field: 'changeRatio', phone: 'second' },
        { field: 'note', phone: 'second', reason: () => t.noNote },
      ]}
    />
  );
  return (
    <div className="stack">
      <Figures columns={2}>
        <Figure
          label={t.thisMonth}
          period={`${format.month(asOf.slice(0, 7))} ${t.soFar}`}
          value={<Won value={present?.revenueKrw} />}
          note={
            present !== undefined && (
              <>
                {t.change} <Rate value={present.changeRatio} />
              </>
            )
          }
        />
        <Figure
          label={t.best}
          value={best === undefined ? '–' : <Won value={best.revenueKrw} />}
          note={best !== undefined && format.month(best.month)}
        />
      </Figures>
      <div className="panels halves">
        <ColumnsPanel
          title={t.total}
          caption={t.together}
          xs={xs}
          columns={columns}
          report={monthly}
          summary={t.summary(format.month(asOf.slice(0, 7)), format.shortWon(present?.revenueKrw))}
          table={() => table('chart')}
          download={{ report: 'plays/monthly', query }}
        />
        <LinesPanel
          title={t.byProduction}
          xs={months}
          lines={lines}
          text={format.shortWon}
          axisText={format.axisWon}
          height={260}
          report={byProduction}
          summary={t.lines(lines.length)}
          table={() => (
            <ReportTable
              caption={t.byProduction}
              dense
              sortParam="lines"
              rows={rows}
              rowKey={({ productionCode, month }) => `${productionCode} ${month}`}
              columns={['productionName', 'month', { field: 'revenueKrw', phone: 'main' }]}
            />
          )}
          download={{ report: 'plays/monthly-by-production', query }}
        />
      </div>
      <ReportPanel title={t.table} report={monthly} download={{ report: 'plays/monthly', query }}>
        {() => table('sort')}
      </ReportPanel>
      <ReportPanel
        title={t.byProduction}
        report={byProduction}
        download={{ report: 'plays/monthly-by-production', query }}
      >
        {() => (
          <ReportTable
            caption={t.byProduction}
            sortParam="by"
            rows={rows}
            rowKey={({ productionCode, month }) => `${productionCode} ${month}`}
            initialSort={{ key: 'month', descending: true }}
            filterText={({ productionName, month }) => `${productionName} ${format.month(month)}`}
            columns={[
              'productionName',
              { field: 'month', phone: 'second' },
              { field: 'revenueKrw', strong: true, phone: 'main' },
              'changeKrw',
              { field: 'changeRatio', phone: 'second' },
              { field: 'note', reason: () => t.noNote },
            ]}
          />
        )}
      </ReportPanel>
    </div>
  );
}
