import type { Production } from '@/api/productions';
import { useReport } from '@/api/reports';
import type { ReportAnswer } from '@/api/reports';
import { Percent } from '@/components/figures/Amount';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { ReportTable } from '@/components/table/ReportTable';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { useQueryOf } from '../query';
import { words } from '../words';
import styles from './production.module.css';

type Grade = ReportAnswer<'concerts/break-even'>['items'][number]['grades'][number];

/** A concert's seats by grade: sold, expected to sell, and left, with a tick where it breaks even. */
export function SeatsPanel({ production, full = false }: { production: Production; full?: boolean }) {
  const t = useMessages(words);
  const label = useLabels();
  const query = useQueryOf(production);
  const report = useReport('concerts/break-even', query);
  const item = report.data?.items[0];
  return (
    <Panel
      title={t.grades}
      caption={t.gradesCaption}
      busy={report.isFetching && !report.isPending}
      actions={<DownloadMenu of={t.grades} download={{ report: 'concerts/break-even', query }} />}
    >
      <QueryView
        query={report}
        isEmpty={() => item === undefined || item.grades.length === 0}
        empty={<EmptyState>{t.noGrades}</EmptyState>}
      >
        {() =>
          item !== undefined && (
            <ReportTable<Grade>
              caption={t.grades}
              rows={item.grades}
              rowKey={({ grade }) => grade}
              sortParam="seats"
              columns={[
                {
                  key: 'grade',
                  label: label('column', 'grade'),
                  cell: ({ grade }) => label.any('grade', grade),
                  footer: label('term', 'total'),
                  phone: 'name',
                },
                {
                  key: 'bar',
                  label: t.soldRatio,
                  width: 240,
                  cell: (grade) => <GradeBar grade={grade} />,
                  footer: <GradeBar grade={item.total} />,
                  phone: 'second',
                },
                { field: 'seats', quiet: true, footer: count(item.total.seats) },
                { field: 'soldSeats', phone: 'main', strong: true, footer: count(item.total.soldSeats) },
                { field: 'remainingSeats', phone: 'second', footer: count(item.total.remainingSeats) },
                ...(full
                  ? ([
                      {
                        field: 'expectedAdditionalSeats',
                        footer: count(item.total.expectedAdditionalSeats),
                      },
                      {
                        field: 'expectedRemainingSeats',
                        footer: count(item.total.expectedRemainingSeats),
                      },
                      { field: 'breakEvenSeats', quiet: true, footer: count(item.total.breakEvenSeats) },
                      {
                        field: 'expectedSalesRatio',
                        footer: <Percent value={item.total.expectedSalesRatio} />,
                      },
                    ] as const)
                  : []),
              ]}
            />
          )
        }
      </QueryView>
    </Panel>
  );
}

function GradeBar({ grade }: { grade: Grade }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { seats, soldSeats, expectedAdditionalSeats, breakEvenSeats } = grade;
  const share = (value: number) => `${Math.min(1, Math.max(0, value / Math.max(1, seats))) * 100}%`;
  const expected = Math.max(0, Math.min(seats - soldSeats, expectedAdditionalSeats ?? 0));
  const name = grade.grade === 'total' ? label('term', 'total') : label.any('grade', grade.grade);
  return (
    <span
      role="img"
      aria-label={t.gradeBar(name, format.seats(soldSeats), format.seats(seats))}
      className={styles['gradeBar']}
    >
      <i style={{ width: share(soldSeats) }} />
      <i className={styles['hatched']} style={{ width: share(expected) }} />
      {breakEvenSeats !== null && <s style={{ left: share(breakEvenSeats) }} />}
    </span>
  );
}
