import { useReport } from '@/api/reports';
import type { ReportAnswer } from '@/api/reports';
import { Attainment, Percent, Unknown, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Figure, Figures } from '@/components/figures/Figure';
import { RecordDateChip } from '@/components/figures/RecordDateChip';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScope } from '@/components/reports/useScope';
import { ReportTable } from '@/components/table/ReportTable';
import type { Column } from '@/components/table/columns';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { plays } from '../categories';
import { words as shared } from '../words';

const words = defineMessages({
  ko: {
    total: '누적 매출',
    ofTarget: (won: string) => `총목표 ${won}`,
    recordDay: '기준일 매출',
    dayTarget: (won: string) => `기준일 목표 ${won}`,
    table: '매출 달성',
    categories: '카테고리별',
    progress: '총목표 진행',
    recordDate: '기준일',
  },
  en: {
    total: 'Total revenue',
    ofTarget: (won: string) => `Target of the run ${won}`,
    recordDay: 'Record-date revenue',
    dayTarget: (won: string) => `Target of the day ${won}`,
    table: 'Revenue against target',
    categories: 'By category',
    progress: 'Progress',
    recordDate: 'Data of',
  },
});

type Attained = ReportAnswer<'plays/revenue'>['overall'];

/** How far each production is, in total and on its record date. */
export function ProductionsTab() {
  const t = useMessages(words);
  const s = useMessages(shared);
  const label = useLabels();
  const format = useFormat();
  const { query } = useScope(plays);
  const report = useReport('plays/revenue', query);
  const { overall, categories, items } = report.data ?? {};

  const columns = <Row extends Attained>(): Column<Row>[] => [
    {
      key: 'totalTargetKrw',
      label: label('column', 'totalTargetKrw'),
      align: 'right',
      quiet: true,
      value: (row) => row.totalTargetKrw,
      cell: (row) => <Won value={row.totalTargetKrw} />,
      footer: <Won value={overall?.totalTargetKrw} />,
    },
    {
      key: 'totalRevenueKrw',
      label: label('column', 'totalRevenueKrw'),
      align: 'right',
      strong: true,
      phone: 'main',
      value: (row) => row.totalRevenueKrw,
      cell: (row) => <Won value={row.totalRevenueKrw} />,
      footer: <Won value={overall?.totalRevenueKrw} />,
    },
    {
      key: 'progress',
      label: t.progress,
      labelHidden: true,
      cell: (row) => <Bullet value={row.totalRatio} label={t.progress} width={120} />,
    },
    {
      key: 'totalRatio',
      label: label('column', 'totalRatio'),
      align: 'right',
      phone: 'second',
      value: (row) => row.totalRatio,
      cell: (row) => <Percent value={row.totalRatio} />,
      footer: <Percent value={overall?.totalRatio} />,
    },
    {
      key: 'recordDateTargetKrw',
      label: label('column', 'recordDateTargetKrw'),
      align: 'right',
      quiet: true,
      value: (row) => row.recordDateTargetKrw,
      cell: (row) => <Won value={row.recordDateTargetKrw} />,
      footer: <Won value={overall?.recordDateTargetKrw} />,
    },
    {
      key: 'recordDateRevenueKrw',
      label: label('column', 'recordDateRevenueKrw'),
      align: 'right',
      value: (row) => row.recordDateRevenueKrw,
      cell: (row) =>
        row.recordDateRevenueKrw === null ? (
          <Unknown reason={s.noData} />
        ) : (
          <Won value={row.recordDateRevenueKrw} />
        ),
      footer: <Won value={overall?.recordDateRevenueKrw} />,
    },
    {
      key: 'recordDateRatio',
      label: label('column', 'recordDateRatio'),
      align: 'right',
      phone: 'second',
      value: (row) => row.recordDateRatio,
      cell: (row) => <Attainment value={row.recordDateRatio} />,
      footer: <Attainment value={overall?.recordDateRatio} />,
    },
  ];
  return (
    <div className="stack">
      <Figures columns={2}>
        <Figure
          label={t.total}
          value={<Won value={overall?.totalRevenueKrw} />}
          after={overall !== undefined && t.ofTarget(format.shortWon(overall.totalTargetKrw))}
        >
          <Bullet value={overall?.totalRatio ?? null} label={t.total} />
        </Figure>
        <Figure
          label={t.recordDay}
          value={<Won value={overall?.recordDateRevenueKrw} />}
          after={
            overall !== undefined && (
              <>
                {t.dayTarget(format.shortWon(overall.recordDateTargetKrw))} ·{' '}
                <Attainment value={overall.recordDateRatio} />
              </>
            )
          }
        >
          <Bullet value={overall?.recordDateRatio ?? null} plan={1} scale={1.3} label={t.recordDay} />
        </Figure>
      </Figures>
      <ReportPanel title={t.table} report={report} download={{ report: 'plays/revenue', query }}>
        {() => (
          <ReportTable
            caption={t.table}
            rows={items ?? []}
            rowKey={({ productionCode }) => productionCode}
            initialSort={{ key: 'totalRevenueKrw', descending: true }}
            columns={[
              'productionName',
              {
                key: 'recordDate',
                label: t.recordDate,
                value: ({ recordDate }) => recordDate,
                cell: ({ recordDate }) => <RecordDateChip day={recordDate} />,
              },
              ...columns<NonNullable<typeof items>[number]>(),
            ]}
          />
        )}
      </ReportPanel>
      <ReportPanel
        title={t.categories}
        report={report}
        download={{ report: 'plays/revenue', query, table: 'categories' }}
      >
        {() => (
          <ReportTable
            caption={t.categories}
            sortParam="categories"
            rows={categories ?? []}
            rowKey={({ category }) => category}
            columns={[
              {
                key: 'category',
                label: label('term', 'category'),
                value: ({ category }) => label('term', category),
                cell: ({ category }) => <CategoryMark category={category} named />,
              },
              ...columns<NonNullable<typeof categories>[number]>(),
            ]}
          />
        )}
      </ReportPanel>
    </div>
  );
}
