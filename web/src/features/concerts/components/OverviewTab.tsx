import { useMemo } from 'react';
import { useReport } from '@/api/reports';
import { ColumnsPanel } from '@/components/chart/ColumnsPanel';
import { Attainment, Rate, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import { addDays, daysOf, shortDay } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { gapOf, ratioOf, sumOf } from '@/lib/sums';
import { useFormat } from '@/lib/useFormat';
import { concerts } from '../categories';
import { words as shared } from '../words';

const words = defineMessages({
  ko: {
    yesterday: '어제 매출',
    week: '최근 7일 매출',
    mean: (won: string) => `하루 평균 ${won}`,
    total: '누적 매출',
    target: '총목표 달성률',
    ofTarget: (won: string) => `총목표 ${won}`,
    againstMean: '7일 평균보다',
    sales: '최근 판매일',
    salesCaption: '최근 판매일과 그 전 판매일',
    before: '그 전',
    noSale: '판매일 없음',
    marketing: '이번 주 마케팅',
    outside: '판매 기간이 아닙니다',
    targets: '목표 대비 매출',
    days: '최근 30일 매출',
    daysCaption: (count: number) => `콘서트 ${count}편 합계`,
    summary: (won: string) => `최근 30일 매출 ${won}`,
    week2: '주',
    weekNumber: (number: number) => `${number}주차`,
    left: '남은 목표',
  },
  en: {
    yesterday: "Yesterday's revenue",
    week: 'Last seven days',
    mean: (won: string) => `${won} a day`,
    total: 'Total revenue',
    target: 'Attainment of the run',
    ofTarget: (won: string) => `Target of the run ${won}`,
    againstMean: 'against the 7-day mean',
    sales: 'Last sale day',
    salesCaption: 'Last sale day and the one before',
    before: 'Before',
    noSale: 'No sale day',
    marketing: 'Marketing this week',
    outside: 'Not on sale',
    targets: 'Target sales',
    days: 'Last 30 days',
    daysCaption: (count: number) => `${count} concerts together`,
    summary: (won: string) => `Revenue of the last 30 days: ${won}`,
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
  const { query, asOf } = useScope(concerts);
  const overview = useReport('concerts/overview', query);
  const targets = useReport('concerts/target-sales', query);
  const marketing = useReport('concerts/marketing-week', query);
  const daily = useReport('concerts/daily', query);
  const figures = overview.data;
  const revenue = sumOf(targets.data?.items ?? [], ({ revenueKrw }) => revenueKrw);
  const target = sumOf(targets.data?.items ?? [], ({ targetKrw }) => targetKrw);
  const ratio = ratioOf(revenue, target);

  const items = daily.data?.items;
  const days = useMemo(() => daysOf({ from: addDays(asOf, -30), to: addDays(asOf, -1) }), [asOf]);
  const columns = useMemo(() => {
    const all = (items ?? []).flatMap((item) => item.days);
    return [
      {
        key: 'all',
        name: label('column', 'revenueKrw'),
        category: 'concert' as const,
        values: days.map((day) =>
          sumOf(
            all.filter((row) => row.day === day),
            ({ revenueKrw }) => revenueKrw,
          ),
        ),
      },
    ];
  }, [items, days, label]);
  const xs = useMemo(() => days.map(shortDay), [days]);
  const [first] = columns;
  return (
    <div className="stack">
      <Figures columns={4}>
        <Figure
          label={t.yesterday}
          period={figures === undefined ? undefined : format.day(figures.yesterday)}
          value={<Won value={figures?.yesterdayRevenueKrw} />}
          note={
            figures !== undefined && (
              <>
                <Rate
                  value={ratioOf(
                    gapOf(figures.yesterdayRevenueKrw, figures.sevenDayMeanRevenueKrw),
                    figures.sevenDayMeanRevenueKrw,
                  )}
                />{' '}
                {t.againstMean}
              </>
            )
          }
        />
        <Figure
          label={t.week}
          period={format.range({ from: addDays(asOf, -7), to: addDays(asOf, -1) })}
          value={<Won value={figures?.sevenDayRevenueKrw} />}
          note={figures !== undefined && t.mean(format.shortWon(figures.sevenDayMeanRevenueKrw))}
        />
        <Figure
          label={t.total}
          value={<Won value={figures?.totalRevenueKrw} />}
          note={figures !== undefined && t.daysCaption(figures.items.length)}
        />
        <Figure
          label={t.target}
          value={<Attainment value={ratio} />}
          after={target !== null && t.ofTarget(format.shortWon(target))}
        >
          <Bullet value={ratio} label={t.target} />
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
              { field: 'lastSaleDay', quiet: true, phone: 'second', reason: () => t.noSale },
              { field: 'lastSaleDayRevenueKrw', strong: true, phone: 'main', sum: true },
              { field: 'previousSaleDay', quiet: true },
              { field: 'previousSaleDayRevenueKrw', quiet: true, sum: true },
              { field: 'changeKrw', sum: true },
              { field: 'changeRatio', phone: 'second' },
            ]}
          />
        )}
      </ReportPanel>
      <ColumnsPanel
        title={t.days}
        caption={t.daysCaption(items?.length ?? 0)}
        xs={xs}
        columns={columns}
        height={220}
        report={daily}
        summary={t.summary(format.shortWon(sumOf(first?.values ?? [], (value) => value)))}
        download={{ report: 'concerts/daily', query }}
        table={() => (
          <ReportTable
            caption={t.days}
            dense
            sortParam="days"
            rows={days.map((day, index) => ({ day, revenueKrw: first?.values[index] ?? null }))}
            rowKey={({ day }) => day}
            initialSort={{ key: 'day', descending: true }}
            columns={['day', { field: 'revenueKrw', strong: true, phone: 'main', sum: true }]}
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
                { field: 'targetKrw', quiet: true, sum: true },
                { field: 'revenueKrw', strong: true, sum: true, phone: 'main' },
                {
                  key: 'bullet',
                  label: label('column', 'ratio'),
                  labelHidden: true,
                  cell: (row) => <Bullet value={row.ratio} label={label('column', 'ratio')} width={90} />,
                },
                {
                  key: 'ratio',
                  label: label('column', 'ratio'),
                  align: 'right',
                  phone: 'second',
                  value: (row) => row.ratio,
                  cell: (row) => <Attainment value={row.ratio} />,
                  footer: <Attainment value={ratio} />,
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
