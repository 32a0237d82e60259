import { useMemo } from 'react';
import { ColumnsOf } from '@/components/reports/ChartsOf';
import { TableOf } from '@/components/reports/TableOf';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { useMessages } from '@/lib/i18n/messages';
import { useChoiceParam } from '@/lib/urlState';
import { genres } from '../genres';
import { words } from '../words';
import { GenreChoice } from './GenreChoice';
import { Standing } from './Standing';

/** How the genres went. */
export function GenresTab() {
  const t = useMessages(words);
  const [genre, setGenre] = useChoiceParam('genre', genres, 'GGGA');
  const own = useMemo(() => ({ genre }), [genre]);
  const { report } = useScopedReport('market/genres');
  return (
    <>
      <Standing market={report.data?.market} />
      <TableOf
        report="market/genres"
        sortParam="genres"
        sort={{ key: 'amountKrw', descending: true }}
        columns={[
          { field: 'name', label: t.genre, phone: 'name' },
          { field: 'amountKrw', strong: true, phone: 'main' },
          { field: 'changeRatio', phone: 'second' },
          'amountShare',
          'netTickets',
          'meanTicketPriceKrw',
          'cancellationRatio',
          { field: 'knownDays', quiet: true },
        ]}
      />
      <ColumnsOf
        report="market/genres"
        table="days"
        own={own}
        title={t.amountByDay}
        value="amountKrw"
        gaps
        dense
        sortParam="days"
        actions={<GenreChoice value={genre} onChange={setGenre} />}
        columns={[
          { field: 'day', phone: 'name' },
          { field: 'amountKrw', strong: true, phone: 'main' },
          'netTickets',
          'bookedTickets',
          'cancelledTickets',
          'corrected',
        ]}
      />
    </>
  );
}
