import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reportQuery, useReport } from '@/api/reports';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { Attainment, Percent, Rate, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { addDays, shortDay } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { concerts } from '../categories';
import { words as shared } from '../words';

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
    before: '그 전',
    noSale: '판매일 없음',
    marketing: '이번 주 마케팅',
    outside: '판매 기간이 아닙니다',
    targets: '목표 대비 매출',
    days: '최근 30일 매출',
    daysCaption: (count: number) => `콘서트 ${count}편 합계`,
    summary: (range: string) => `${range} 하루 매출`,
    week2: '주',
    weekNumber: (number: number) => `${number}주차`,
    left: '남은 목표',
  },
  en: {
    yesterday: "Yesterday's revenue",
    week: 'Last seven days',
    mean: (won: string) => `Last seven days: ${won} a day`,
    total: 'Total revenue',
    target: 'Attainment',
    due: 'Due target',
    ofTarget: (won: string) => `Of the whole target ${won}:`,
    ofDay: (day: string, count: number) => `${day} · ${count} concerts`,
    sales: 'Last sale day',
    salesCaption: 'Last sale day and the one before',
    before: 'Before',
    noSale: 'No sale day',
    marketing: 'Marketing this week',
    outside: 'Not on sale',
    targets: 'Target sales',
    days: 'Last 30 days',
    daysCaption: (count: number) => `${count} concerts together`,
    summary: (range: string) => `Revenue per day, ${range}`,
    week2: 'Week',
    weekNumber: (number: number) => `Week ${number}`,
    left: 'Left to the target',
  },
});

/** Yesterday, the last seven days and the total, then each concert's last sale day, target and marketing. */
export function OverviewTab() {
  const t = useMessages(words);
  const s = useMessages(shared);
  const label = useLabels();
  const format = useFormat();
  const { query, named, ready, shown, asOf } = useScope(concerts);
  const overview = useReport('concerts/overview', query);
  const targets = useReport('concerts/target-sales', query);
  const marketing = useReport('concerts/marketing-week', query);
  const days = { from: addDays(asOf, -30), to: addDays(asOf, -1) };
  const asked = { ...named, ...days, grain: 'day' as const };
  const daily = useQuery({ ...reportQuery('target-vs-actual', asked), enabled: ready && shown.length > 0 });
  const figures = overview.data;
  const sold = targets.data?.overall;
  const last = figures?.overall;

  const sums = daily.data?.overall;
  const columns = useMemo(
    () => [
      {
        key: 'all',
        name: label('column', 'revenueKrw'),
        category: 'concert' as const,
        values: (sums ?? []).map(({ revenueKrw }) => revenueKrw),
      },
    ],
    [sums, label],
  );
  const xs = useMemo(() => (sums ?? []).map(({ period }) => shortDay(period)), [sums]);
  return (
    <div className="stack">
      <Figures columns={4}>
        <Figure
          label={t.yesterday}
          period={figures === undefined ? undefined : format.day(figures.yesterday)}
          value={<Won value={figures?.yesterdayRevenueKrw} />}
          note={figures !== undefined && t.mean(format.shortWon(figures.sevenDayMeanRevenueKrw))}
        />
        <Figure
          label={t.week}
          period={format.range({ from: addDays(asOf, -7), to: addDays(asOf, -1) })}
          value={<Won value={figures?.sevenDayRevenueKrw} />}
          note={figures !== undefined && t.daysCaption(figures.items.length)}
        />
        <Figure
          label={t.total}
          value={<Won value={figures?.totalRevenueKrw} />}
          note={figures !== undefined && t.daysCaption(figures.items.length)}
        />
        <Figure
          label={t.target}
          value={<Attainment value={sold?.dueRatio} />}
          note={
            <>
              {t.due} <Won value={sold?.dueTargetKrw} />
            </>
          }
          after={
            sold !== undefined && (
              <>
                {t.ofTarget(format.shortWon(sold.targetKrw))} <Percent value={sold.ratio} />
              </>
            )
          }
        >
          <Bullet value={sold?.dueRatio ?? null} plan={1} scale={1.3} label={t.target} />
        </Figure>
      </Figures>
      <ReportPanel
        title={t.sales}
        caption={t.salesCaption}
        report={overview}
        download={{ report: 'concerts/overview', query }}
      >
        {(data) => (
          <ReportTable
            caption={t.sales}
            rows={data.items}
            rowKey={({ productionCode }) => productionCode}
            initialSort={{ key: 'lastSaleDayRevenueKrw', descending: true }}
            columns={[
              'productionName',
              {
                field: 'lastSaleDay',
                quiet: true,
                phone: 'second',
                reason: () => t.noSale,
                // Only concerts that have told the same day are added up.
                footer:
                  last?.lastSaleDay !== null &&
                  last !== undefined &&
                  t.ofDay(format.day(last.lastSaleDay), last.counted),
              },
              {
                field: 'lastSaleDayRevenueKrw',
                strong: true,
                phone: 'main',
                footer: <Won value={last?.lastSaleDayRevenueKrw} />,
              },
              { field: 'previousSaleDay', quiet: true },
              {
                field: 'previousSaleDayRevenueKrw',
                quiet: true,
                footer: <Won value={last?.previousSaleDayRevenueKrw} />,
              },
              { field: 'changeKrw', footer: <Won value={last?.changeKrw} signed /> },
              { field: 'changeRatio', phone: 'second', footer: <Rate value={last?.changeRatio} /> },
            ]}
          />
        )}
      </ReportPanel>
      <ColumnsPanel
        title={t.days}
        caption={t.daysCaption(shown.length)}
        xs={xs}
        columns={columns}
        height={220}
        report={daily}
        summary={t.summary(format.range(days))}
        download={{ report: 'target-vs-actual', query: asked, table: 'overall' }}
        table={() => (
          <ReportTable
            caption={t.days}
            dense
            sortParam="days"
            rows={sums ?? []}
            rowKey={({ period }) => period}
            initialSort={{ key: 'period', descending: true }}
            columns={[
              {
                key: 'period',
                label: label('column', 'day'),
                value: ({ period }) => period,
                cell: ({ period }) => format.day(period),
              },
              { field: 'revenueKrw', strong: true, phone: 'main' },
            ]}
          />
        )}
      />
      <div className="panels halves">
        <ReportPanel title={t.targets} report={targets} download={{ report: 'concerts/target-sales', query }}>
          {(data) => (
            <ReportTable
              caption={t.targets}
              sortParam="targets"
              rows={data.items}
              rowKey={({ productionCode }) => productionCode}
              columns={[
                'productionName',
                { field: 'targetKrw', quiet: true, footer: <Won value={sold?.targetKrw} /> },
                {
                  field: 'revenueKrw',
                  strong: true,
                  footer: <Won value={sold?.revenueKrw} />,
                  phone: 'main',
                },
                {
                  key: 'bullet',
                  label: label('column', 'ratio'),
                  labelHidden: true,
                  cell: (row) => <Bullet value={row.ratio} label={label('column', 'ratio')} width={90} />,
                },
                { field: 'ratio', quiet: true, footer: <Percent value={sold?.ratio} /> },
                {
                  key: 'dueRatio',
                  label: label('column', 'dueRatio'),
                  align: 'right',
                  phone: 'second',
                  value: (row) => row.dueRatio,
                  cell: (row) => <Attainment value={row.dueRatio} />,
                  footer: <Attainment value={sold?.dueRatio} />,
                },
              ]}
            />
          )}
        </ReportPanel>
        <ReportPanel
          title={t.marketing}
          report={marketing}
          download={{ report: 'concerts/marketing-week', query }}
        >
          {(data) => (
            <ReportTable
              caption={t.marketing}
              sortParam="marketing"
              rows={data.items}
              rowKey={({ productionCode }) => productionCode}
              columns={[
                'productionName',
                {
                  key: 'weekNumber',
                  label: t.week2,
                  value: ({ weekNumber }) => weekNumber,
                  cell: ({ weekNumber, weekStart, weekEnd }) => (
                    <span className="nowrap">
                      {format.range({ from: weekStart, to: weekEnd })}{' '}
                      <span className="quiet">
                        {weekNumber === null ? t.outside : t.weekNumber(weekNumber)}
                      </span>
                    </span>
                  ),
                  phone: 'second',
                },
                { field: 'salesMarketing', phone: 'second', reason: () => s.noNote },
                { field: 'promotion', phone: 'second', reason: () => s.noNote },
                { field: 'other', phone: 'second', reason: () => s.noNote },
              ]}
            />
          )}
        </ReportPanel>
      </div>
    </div>
  );
}
