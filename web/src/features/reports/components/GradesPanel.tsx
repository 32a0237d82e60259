import type { ReportAnswer } from '@/api/reports';
import { NestedValue } from '@/components/figures/Interval';
import { PartsLegend, StackBar } from '@/components/figures/StackBar';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { ReportTable } from '@/components/table/ReportTable';
import type { ReportColumn } from '@/components/table/ReportTable';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import { words } from '../seatWords';

type Item = ReportAnswer<'grades'>['items'][number];
type Grade = Item['grades'][number];
type Sold = Pick<Grade, 'openSeats' | 'paidSeats' | 'complimentarySeats' | 'remainingSeats'>;

/** What was sold of each grade, at which price, and what is left of the run. */
export function GradesPanel() {
  const t = useMessages(words);
  const { report, query } = useScopedReport('grades');
  const item = report.data?.items[0];
  return (
    <ReportPanel
      title={t.grades}
      caption={t.gradesCaption}
      report={report}
      download={{ report: 'grades', query }}
      isEmpty={() => item === undefined || item.grades.length === 0}
      empty={t.noGrades}
      legend={
        item !== undefined &&
        item.grades.length > 0 && (
          <PartsLegend
            category={item.category}
            label={t.sold}
            parts={[
              { look: 'solid', name: t.paid },
              { look: 'pale', name: t.given },
              { look: 'rest', name: t.left },
            ]}
          />
        )
      }
    >
      {() => item !== undefined && <GradeRows item={item} />}
    </ReportPanel>
  );
}

function GradeRows({ item }: { item: Item }) {
  const t = useMessages(words);
  const label = useLabels();
  const { productionCode, category, grades, total } = item;
  const sums = { productionCode, ...total };
  const name = ({ grade, label: own }: Grade) => own ?? label.any('grade', grade);
  const bar = ({ openSeats, paidSeats, complimentarySeats, remainingSeats }: Sold) =>
    openSeats === null || paidSeats === null ? null : (
      <StackBar
        category={category}
        whole={openSeats}
        label={t.bar(count(paidSeats), count(complimentarySeats), count(remainingSeats))}
        parts={[
          { value: paidSeats, look: 'solid' },
          { value: complimentarySeats ?? 0, look: 'pale' },
        ]}
      />
    );
  type Row = Grade & { readonly productionCode: string };
  const priced = grades.some(({ priceKrw }) => priceKrw !== null);
  const opened = grades.some(({ openSeats }) => openSeats !== null);
  const columns: readonly ReportColumn<Row>[] = [
    {
      key: 'grade',
      label: label('term', 'seatGrade'),
      value: ({ grade }) => grades.findIndex((one) => one.grade === grade),
      cell: name,
      footer: label('term', 'total'),
      phone: 'name',
    },
    // All grades together have no price.
    ...(priced ? ([{ field: 'priceKrw', footer: '' }] as const) : []),
    { field: 'openSeats', quiet: true },
    { field: 'paidSeats', strong: true, phone: 'main' },
    { field: 'complimentarySeats', quiet: true },
    ...(opened ? ([{ key: 'bar', label: t.sold, width: 180, cell: bar, footer: bar(total) }] as const) : []),
    { field: 'remainingSeats', phone: 'second' },
    { field: 'seatShare', phone: 'second' },
    { field: 'paidRatio', label: { ko: '유료 비중', en: 'Share of paid' }, quiet: true },
    ...(priced ? (['faceValueKrw', 'potentialKrw'] as const) : []),
  ];
  return (
    <>
      <ReportTable
        caption={t.grades}
        sortParam="gradeSales"
        rows={grades.map((grade): Row => ({ productionCode, ...grade }))}
        rowKey={({ grade }) => grade}
        columns={columns}
        total={sums}
      />
      {total.discountRatio !== null && (
        <p className="caption second" style={{ padding: '8px 16px 12px' }}>
          {t.discount}{' '}
          <span className="strong">
            <NestedValue of={item} field="total.discountRatio" />
          </span>
        </p>
      )}
    </>
  );
}
