import { TriangleAlert } from 'lucide-react';
import type { ReportAnswer } from '@/api/reports';
import { FieldValue } from '@/components/figures/FieldValue';
import { Chip } from '@/components/figures/Chip';
import { Figure, Figures, OutOf } from '@/components/figures/Figure';
import { ProjectionBar } from '@/components/figures/ProjectionBar';
import { PartsLegend } from '@/components/figures/StackBar';
import { TableOf } from '@/components/reports/TableOf';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';

const words = defineMessages({
  ko: {
    caption: '판매일의 평균 매출이 판매 종료까지 이어진다면',
    profit: '예상 손익',
    projected: '예상 매출',
    soFar: '지금까지 매출',
    breakEven: '손익분기점',
    counted: (count: number, of: number) => `${of}편 가운데 ${count}편 합계`,
    sold: '지금까지',
    expected: '앞으로 예상',
    bar: '매출의 구성',
    exceeds: '예상이 만석을 넘습니다',
    exceedsWhy: (won: string) => `추세대로면 ${won}이지만 만석 매출까지만 셉니다.`,
    unsteady: '판매일 14일 미만',
    unsteadyWhy: '추세를 말하기에 판매일이 적어 합계에서 뺐습니다.',
    note: '알림',
    above: '손익분기 달성 전망 콘서트',
  },
  en: {
    caption: 'If average daily sales continue until the sale ends',
    profit: 'Projected profit',
    projected: 'Projected revenue',
    soFar: 'Revenue so far',
    breakEven: 'Break-even',
    counted: (count: number, of: number) => `${count} of ${of} combined`,
    sold: 'So far',
    expected: 'Expected',
    bar: 'Breakdown',
    exceeds: 'Exceeds a full house',
    exceedsWhy: (won: string) => `The trend points to ${won}, capped at a full house.`,
    unsteady: 'Under 14 sale days',
    unsteadyWhy: 'Too few sale days for a trend, so it is left out of totals.',
    note: 'Note',
    above: 'Concerts above break-even',
  },
});

type Item = ReportAnswer<'concerts/profit-forecast'>['items'][number];

/** What concerts bring if sales go on at their mean, against the break-even. */
export function ConcertProfit() {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { report, source } = useScopedReport('concerts/profit-forecast');
  const { items = [], overall } = report.data ?? {};
  // Those whose forecast rests on too few sale days are told, and not counted.
  const known = items.filter(({ steady, expectedProfitKrw }) => steady && expectedProfitKrw !== null);
  const above = known.filter(({ expectedProfitKrw }) => (expectedProfitKrw ?? 0) >= 0).length;
  const why = ({ reason }: Item) => (reason === null ? undefined : label('choice', reason));
  const expected = ({ expectedRevenueKrw, revenueKrw }: Item) =>
    Math.max(0, (expectedRevenueKrw ?? revenueKrw) - revenueKrw);
  const parts = [
    { look: 'solid', name: t.sold, read: ({ revenueKrw }: Item) => revenueKrw },
    { look: 'hatched', name: t.expected, read: expected },
  ] as const;
  return (
    <>
      <Figures columns={4} source={source}>
        <Figure
          label={t.profit}
          value={<FieldValue of={overall} field="expectedProfitKrw" />}
          note={overall !== undefined && t.counted(overall.counted, overall.productions)}
        />
        <Figure label={t.projected} value={<FieldValue of={overall} field="expectedRevenueKrw" />} />
        <Figure label={t.soFar} value={<FieldValue of={overall} field="revenueKrw" />} />
        <Figure
          label={t.above}
          value={<OutOf count={report.data && above} of={report.data && known.length} />}
        />
      </Figures>
      <TableOf
        report="concerts/profit-forecast"
        caption={t.caption}
        legend={<PartsLegend category="concert" parts={[...parts, { look: 'tick', name: t.breakEven }]} />}
        sort={{ key: 'expectedProfitKrw', descending: true }}
        columns={[
          'productionName',
          {
            key: 'bar',
            label: t.bar,
            width: 260,
            cell: (row) => (
              <ProjectionBar
                category="concert"
                parts={parts.map(({ read, ...part }) => ({ ...part, value: read(row) }))}
                goal={{ name: t.breakEven, value: row.breakEvenKrw }}
              />
            ),
          },
          'revenueKrw',
          { field: 'saleDays', quiet: true },
          {
            field: 'daysLeft',
            quiet: true,
            phone: 'second',
            reason: () => label('choice', 'no_sale_end'),
          },
          { field: 'expectedRevenueKrw', label: t.projected, strong: true, phone: 'second', reason: why },
          { field: 'fullHouseKrw', quiet: true },
          { field: 'breakEvenKrw', quiet: true, reason: () => label('choice', 'no_break_even') },
          {
            field: 'expectedProfitKrw',
            label: t.profit,
            strong: true,
            phone: 'main',
            cell: (row) => (
              <FieldValue of={row} field="expectedProfitKrw" judged={row.steady} reason={why(row)} />
            ),
          },
          {
            key: 'exceeds',
            label: t.note,
            phone: 'second',
            cell: ({ exceedsHouse, projectedRevenueKrw, steady, expectedRevenueKrw }) => (
              <>
                {exceedsHouse === true && (
                  <Chip
                    tone="warning"
                    icon={<TriangleAlert aria-hidden />}
                    title={t.exceedsWhy(format.shortWon(projectedRevenueKrw))}
                  >
                    {t.exceeds}
                  </Chip>
                )}
                {!steady && expectedRevenueKrw !== null && <Chip title={t.unsteadyWhy}>{t.unsteady}</Chip>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
