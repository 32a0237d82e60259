import { useMemo } from 'react';
import type { TableRow } from '@/api/catalogue';
import { TableOf } from '@/components/reports/TableOf';
import { useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useChoiceParam } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { genres } from '../genres';
import { words } from '../words';
import { GenreChoice } from './GenreChoice';
import { Standing } from './Standing';

/** Where productions stand in KOPIS's lists, and the list of a genre. */
export function RankTab() {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const [genre, setGenre] = useChoiceParam('genre', genres, 'GGGA');
  const { ready, shown } = useScope();
  const seesNone = ready && shown.length === 0;
  const { report } = useScopedReport('market/rank');
  const top = report.data?.top.find((list) => list.genre === genre);
  const where = useMemo(() => (row: TableRow<'market/rank', 'top'>) => row.genre === genre, [genre]);
  return (
    <>
      <Standing market={report.data?.market} />
      <TableOf
        report="market/rank"
        sortParam="ranks"
        {...(seesNone ? { empty: t.noProductions } : {})}
        caption={t.notMatched}
        columns={[
          'productionName',
          { field: 'latestRank', strong: true, phone: 'main' },
          { field: 'rankChange', phone: 'second' },
          'bestRank',
          { field: 'latestDay', quiet: true },
          { field: 'reason', quiet: true },
        ]}
      />
      <TableOf
        report="market/rank"
        table="top"
        title={top === undefined ? label('choice', genre) : t.topOf(top.name, format.day(top.day))}
        sortParam="top"
        find
        dense
        where={where}
        empty={t.noRanks}
        actions={<GenreChoice value={genre} onChange={setGenre} />}
        columns={[
          { field: 'rank', strong: true, phone: 'main' },
          { field: 'name', label: t.show, phone: 'name' },
          { field: 'place', phone: 'second' },
          'area',
          'from',
          'to',
          { field: 'productionCode', quiet: true },
        ]}
      />
    </>
  );
}
