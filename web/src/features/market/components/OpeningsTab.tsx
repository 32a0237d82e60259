import { useMemo } from 'react';
import { MonthCalendar } from '@/components/calendar/MonthCalendar';
import { MonthStepper } from '@/components/calendar/MonthStepper';
import { useMonth } from '@/components/calendar/useMonth';
import { Panel } from '@/components/layout/Panel';
import { TableOf } from '@/components/reports/TableOf';
import { useScopedReport } from '@/components/reports/useScopedReport';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useChoiceParam } from '@/lib/urlState';
import { genres } from '../genres';
import { words } from '../words';
import { GenreChoice } from './GenreChoice';
import { Standing } from './Standing';

/** How many openings a day of the calendar names. */
const named = 4;

/** Who opens when, on a calendar and as a list. */
export function OpeningsTab() {
  const t = useMessages(words);
  const [genre, setGenre] = useChoiceParam('genre', genres, 'GGGA');
  const { month, days } = useMonth();
  const { from, to } = days;
  const own = useMemo(() => ({ from, to, genre }), [from, to, genre]);
  const { report } = useScopedReport('market/openings', own);
  const items = report.data?.items;
  const marks = useMemo(() => {
    const byDay = new Map<Day, string[]>();
    for (const show of items ?? []) {
      byDay.set(show.from, [...(byDay.get(show.from) ?? []), show.name]);
    }
    return new Map(
      [...byDay].map(([day, names]): [Day, string[]] => [
        day,
        names.length > named ? [...names.slice(0, named), t.more(names.length - named)] : names,
      ]),
    );
  }, [items, t]);
  return (
    <>
      <Standing market={report.data?.market} />
      <Panel
        title={t.openings}
        busy={report.isFetching && report.data !== undefined}
        actions={
          <>
            <MonthStepper />
            <GenreChoice value={genre} onChange={setGenre} />
          </>
        }
      >
        <MonthCalendar month={month} performances={[]} marks={marks} />
      </Panel>
      <TableOf
        report="market/openings"
        own={own}
        title={t.openingsOf}
        sortParam="openings"
        find
        empty={t.noOpenings}
        columns={[
          { field: 'from', strong: true, phone: 'main' },
          { field: 'name', label: t.show, phone: 'name' },
          { field: 'place', phone: 'second' },
          'area',
          'to',
          { field: 'beside' },
          { field: 'productionCode', quiet: true },
        ]}
      />
    </>
  );
}
