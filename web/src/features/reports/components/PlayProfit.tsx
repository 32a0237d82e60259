import type { ReportAnswer } from '@/api/reports';
import { FieldValue } from '@/components/figures/FieldValue';
import { Figure, Figures, OutOf } from '@/components/figures/Figure';
import { ProjectionBar } from '@/components/figures/ProjectionBar';
import { PartsLegend } from '@/components/figures/StackBar';
import { TableOf } from '@/components/reports/TableOf';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { Times } from '../tables';

const words = defineMessages({
  ko: {
    caption: '앞으로의 회차가 지금까지의 회당 평균만큼 판다면',
    projected: '예상 매출',
    profit: '예상 손익',
    counted: (count: number, of: number) => `${of}편 가운데 ${count}편 합계`,
    breakEven: '손익분기점',
    black: '손익분기 달성 전망 공연',
    short: (names: string) => `미달: ${names}`,
    all: '모두 손익분기 달성 전망',
    unknown: '집계 전',
    played: '공연한 회차',
    sold: '예정 회차 판매분',
    expected: '예상 추가 판매',
    bar: '매출의 구성',
  },
  en: {
    caption: 'If upcoming performances match the average so far',
    projected: 'Projected revenue',
    profit: 'Projected profit',
    counted: (count: number, of: number) => `${count} of ${of} productions combined`,
    breakEven: 'Break-even',
    black: 'Productions above break-even',
    short: (names: string) => `Below: ${names}`,
    all: 'All on track to break even',
    unknown: 'Not available yet',
    played: 'Played',
    sold: 'Sold for upcoming performances',
    expected: 'Expected further sales',
    bar: 'Breakdown',
  },
});

type Item = ReportAnswer<'plays/profit-forecast'>['items'][number];

/** What a run brings if it goes on as so far, against its break-even. */
export function PlayProfit() {
  const t = useMessages(words);
  const label = useLabels();
  const { report, source } = useScopedReport('plays/profit-forecast');
  const { items = [], overall } = report.data ?? {};
  const known = items.filter(({ projectedProfitKrw }) => projectedProfitKrw !== null);
  const short = known.filter(({ projectedProfitKrw }) => (projectedProfitKrw ?? 0) < 0);
  const expected = ({ projectedRevenueKrw, playedRevenueKrw, toComeRevenueKrw }: Item) =>
    Math.max(0, (projectedRevenueKrw ?? 0) - playedRevenueKrw - toComeRevenueKrw);
  const parts = [
    { look: 'solid', name: t.played, read: ({ playedRevenueKrw }: Item) => playedRevenueKrw },
    { look: 'pale', name: t.sold, read: ({ toComeRevenueKrw }: Item) => toComeRevenueKrw },
    { look: 'hatched', name: t.expected, read: expected },
  ] as const;
  const why = ({ reason }: Item) => (reason === null ? undefined : label('choice', reason));
  return (
    <>
      <Figures columns={3} source={source}>
        <Figure
          label={t.profit}
          value={<FieldValue of={overall} field="projectedProfitKrw" />}
          note={overall !== undefined && t.counted(overall.counted, overall.productions)}
        />
        <Figure label={t.projected} value={<FieldValue of={overall} field="projectedRevenueKrw" />} />
        <Figure
          label={t.black}
          value={
            <OutOf count={report.data && known.length - short.length} of={report.data && known.length} />
          }
          note={
            known.length === 0
              ? t.unknown
              : short.length === 0
                ? t.all
                : t.short(short.map(({ productionName }) => productionName).join(', '))
          }
        />
      </Figures>
      <TableOf
        report="plays/profit-forecast"
        caption={t.caption}
        legend={<PartsLegend category="all" parts={[...parts, { look: 'tick', name: t.breakEven }]} />}
        sort={{ key: 'projectedProfitKrw', descending: true }}
        columns={[
          'productionName',
          {
            key: 'bar',
            label: t.bar,
            width: 260,
            cell: (row) => (
              <ProjectionBar
                category={row.category}
                parts={parts.map(({ read, ...part }) => ({ ...part, value: read(row) }))}
                goal={{ name: t.breakEven, value: row.breakEvenKrw }}
              />
            ),
          },
          {
            field: 'playedRevenueKrw',
            label: t.played,
            cell: (row) => <Times of={row} field="playedRevenueKrw" times={row.playedPerformances} />,
          },
          { field: 'playedMeanRevenueKrw', quiet: true },
          {
            field: 'toComeRevenueKrw',
            label: t.sold,
            cell: (row) => <Times of={row} field="toComeRevenueKrw" times={row.toComePerformances} />,
          },
          { field: 'toComeMeanRevenueKrw', quiet: true },
          { field: 'projectedRevenueKrw', strong: true, phone: 'second', reason: why },
          { field: 'breakEvenKrw', quiet: true, reason: () => label('choice', 'no_break_even') },
          { field: 'projectedProfitKrw', strong: true, phone: 'main', reason: why },
        ]}
      />
    </>
  );
}
