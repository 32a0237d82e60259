import { Seats, Won } from '@/components/figures/Amount';
import { DataTable } from '@/components/table/DataTable';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import type { DryRun } from '../items';
import { words } from '../words';
import styles from './uploads.module.css';

/** The first rows as the server read them, by which people see that columns were understood. */
export function PreviewRows({ run: { preview } }: { run: DryRun }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const revenue = revenueColumn(label('column', 'revenueKrw'));
  const shows = preview.performances;
  // What only people's own headings tell.
  const numbered = shows.some(({ number }) => number !== null);
  const paid = shows.some(({ depositedSeats }) => depositedSeats !== null);
  if (preview.daily.length === 0 && preview.performances.length === 0) return null;
  return (
    <details className={styles['previewRows']}>
      <summary>{t.previewRows}</summary>
      {preview.daily.length > 0 && (
        <DataTable
          caption={t.previewDaily}
          rows={preview.daily}
          rowKey={({ saleDay }) => saleDay}
          sortParam="dailySort"
          dense
          columns={[
            {
              key: 'saleDay',
              label: label('term', 'saleDay'),
              value: ({ saleDay }) => saleDay,
              cell: ({ saleDay }) => format.day(saleDay),
            },
            seatsColumn('seats', label('column', 'seats'), 'second'),
            revenue,
          ]}
        />
      )}
      {preview.performances.length > 0 && (
        <DataTable
          caption={t.previewPerformances}
          rows={preview.performances}
          rowKey={({ startsAt }) => startsAt}
          sortParam="performanceSort"
          dense
          columns={[
            {
              key: 'startsAt',
              label: label('column', 'startsAt'),
              value: ({ startsAt }) => startsAt,
              cell: ({ startsAt }) => format.dayTime(startsAt),
              whole: true,
            },
            ...(numbered
              ? [
                  {
                    key: 'number',
                    label: label('column', 'number'),
                    value: numberOf,
                    phone: 'hidden' as const,
                  },
                ]
              : []),
            {
              key: 'cast',
              label: label('column', 'cast'),
              value: ({ cast }) => cast.join(' · '),
              phone: 'second',
            },
            seatsColumn('paidSeats', label('term', 'paidSeats'), 'second'),
            ...(paid
              ? [
                  seatsColumn('depositedSeats', label('column', 'depositedSeats'), 'hidden'),
                  seatsColumn('pendingSeats', label('column', 'pendingSeats'), 'hidden'),
                ]
              : []),
            seatsColumn('complimentarySeats', t.complimentary, 'hidden'),
            revenue,
          ]}
        />
      )}
    </details>
  );
}

const numberOf = ({ number }: DryRun['preview']['performances'][number]) => number;

type Revenue = Readonly<Record<'revenueKrw', number | null>>;

function revenueColumn(label: string) {
  return {
    key: 'revenueKrw',
    label,
    align: 'right',
    value: ({ revenueKrw }: Revenue) => revenueKrw,
    cell: ({ revenueKrw }: Revenue) => <Won value={revenueKrw} />,
    phone: 'main',
  } as const;
}

function seatsColumn<Key extends string>(key: Key, label: string, phone: 'second' | 'hidden') {
  return {
    key,
    label,
    align: 'right',
    value: (row: Readonly<Record<Key, number | null>>) => row[key],
    cell: (row: Readonly<Record<Key, number | null>>) => <Seats value={row[key]} />,
    phone,
  } as const;
}
