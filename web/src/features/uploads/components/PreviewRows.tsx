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
            {
              key: 'seats',
              label: label('column', 'seats'),
              align: 'right',
              value: ({ seats }) => seats,
              cell: ({ seats }) => <Seats value={seats} />,
              phone: 'second',
            },
            {
              key: 'revenueKrw',
              label: label('column', 'revenueKrw'),
              align: 'right',
              value: ({ revenueKrw }) => revenueKrw,
              cell: ({ revenueKrw }) => <Won value={revenueKrw} />,
              phone: 'main',
            },
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
            },
            {
              key: 'cast',
              label: label('column', 'cast'),
              value: ({ cast }) => cast.join(' · '),
              phone: 'second',
            },
            {
              key: 'paidSeats',
              label: label('term', 'paidSeats'),
              align: 'right',
              value: ({ paidSeats }) => paidSeats,
              cell: ({ paidSeats }) => <Seats value={paidSeats} />,
              phone: 'second',
            },
            {
              key: 'complimentarySeats',
              label: t.complimentary,
              align: 'right',
              value: ({ complimentarySeats }) => complimentarySeats,
              cell: ({ complimentarySeats }) => <Seats value={complimentarySeats} />,
              phone: 'hidden',
            },
            {
              key: 'revenueKrw',
              label: label('column', 'revenueKrw'),
              align: 'right',
              value: ({ revenueKrw }) => revenueKrw,
              cell: ({ revenueKrw }) => <Won value={revenueKrw} />,
              phone: 'main',
            },
          ]}
        />
      )}
    </details>
  );
}
