import type { TableRow } from '@/api/catalogue';
import { Interval, NestedValue } from '@/components/figures/Interval';
import { FieldValue } from '@/components/figures/FieldValue';
import { TableOf } from '@/components/reports/TableOf';
import { useMessages } from '@/lib/i18n/messages';
import { ExpectedShare } from './ExpectedShare';
import { expectedShare } from './run';
import { words } from './words';

type Row = TableRow<'forecast', 'performances'>;

/** What was played is final; the forecasts are of what is to come. */
const isToCome = ({ daysToGo }: Row) => daysToGo > 0;

/** What is expected of each performance to come, the next one first. */
export function ShowForecasts() {
  const t = useMessages(words);
  return (
    <TableOf
      report="forecast"
      table="performances"
      title={t.shows}
      caption={t.showsCaption}
      dense
      find
      sortParam="shows"
      sort={{ key: 'startsAt', descending: false }}
      where={isToCome}
      columns={[
        { field: 'startsAt', phone: 'name' },
        { field: 'soldSeats', quiet: true },
        {
          key: 'middle',
          label: t.finalMiddle,
          align: 'right',
          strong: true,
          phone: 'main',
          value: ({ finalSeats }) => finalSeats.p50,
          cell: (row) => <NestedValue of={row} field="finalSeats.p50" />,
        },
        {
          key: 'seats',
          label: t.finalSeats,
          align: 'right',
          phone: 'second',
          value: ({ finalSeats }) => finalSeats.p10,
          cell: (row) => <Interval of={row} field="finalSeats" />,
        },
        {
          key: 'share',
          label: t.finalShare,
          align: 'right',
          phone: 'second',
          value: expectedShare,
          cell: (row) => <ExpectedShare of={row} />,
        },
        {
          field: 'sellOutProbability',
          phone: 'second',
          cell: (row) => <FieldValue of={row} field="sellOutProbability" probable />,
        },
        {
          key: 'revenue',
          label: t.finalRevenue,
          align: 'right',
          quiet: true,
          value: ({ finalRevenueKrw }) => finalRevenueKrw?.p10,
          cell: (row) => <Interval of={row} field="finalRevenueKrw" />,
        },
      ]}
    />
  );
}
