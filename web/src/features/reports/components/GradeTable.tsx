import { classes } from '@/components/classes';
import { FieldValue } from '@/components/figures/FieldValue';
import { StackBar } from '@/components/figures/StackBar';
import { ReportTable } from '@/components/table/ReportTable';
import type { FieldColumn } from '@/components/table/reportColumns';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import type { SeatItem } from '../seatCurve';
import { words } from './breakEvenWords';
import styles from './GradeTable.module.css';

type Grade = SeatItem['grades'][number];
type SeatField =
  | 'seats'
  | 'soldSeats'
  | 'remainingSeats'
  | 'expectedAdditionalSeats'
  | 'expectedRemainingSeats'
  | 'breakEvenSeats';

/** A concert's seats by grade: sold, to be expected and left, against the target share; `full` has all of it. */
export function GradeTable({
  caption,
  item,
  sortParam,
  full = true,
}: {
  caption: string;
  item: SeatItem;
  sortParam: string;
  full?: boolean;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const { grades, total, targetShare } = item;
  const of = <Row extends object>(row: Row) => ({ productionCode: item.productionCode, ...row });
  const bar = (row: SeatItem['total']) =>
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
  const ratio = (row: SeatItem['total']) => (
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
  const beyond = [...grades, total].some(
    (row) => row.seats > 0 && (row.expectedAdditionalSeats ?? 0) > row.remainingSeats,
  );
  return (
    <div className={styles['grades']}>
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
      {full && beyond && <p className={classes(styles['beyond'], 'caption quiet')}>{t.beyond}</p>}
    </div>
  );
}
