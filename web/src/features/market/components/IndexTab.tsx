import { useMemo } from 'react';
import { LinesOf } from '@/components/reports/ChartsOf';
import { TableOf } from '@/components/reports/TableOf';
import { useScope } from '@/components/reports/useScope';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { Segmented } from '@/components/controls/Segmented';
import { useMessages } from '@/lib/i18n/messages';
import { useChoiceParam } from '@/lib/urlState';
import { words } from '../words';
import { Standing } from './Standing';

const windows = ['7', '14', '21', '28'] as const;
const columns = ['productionName', 'day', 'ownKrw', 'ownIndex', 'marketKrw', 'marketIndex'] as const;

/** Whether productions went with their genres. */
export function IndexTab() {
  const t = useMessages(words);
  const [days, setDays] = useChoiceParam('days', windows, '7');
  // What is standard is not asked for, so that others who read the same share the answer.
  const own = useMemo(() => (days === '7' ? {} : { days: Number(days) }), [days]);
  const { ready, shown } = useScope();
  const seesNone = ready && shown.length === 0;
  const { report } = useScopedReport('market/index', own);
  return (
    <>
      <Standing market={report.data?.market} />
      <TableOf
        report="market/index"
        own={own}
        sortParam="index"
        {...(seesNone ? { empty: t.noProductions } : {})}
        caption={t.notCause}
        actions={
          <Segmented
            label={t.window}
            options={windows.map((value) => ({ value, text: t.days(Number(value)) }))}
            value={days}
            onChange={setDays}
          />
        }
        columns={[
          'productionName',
          { field: 'lastDay', quiet: true },
          { field: 'ownKrw', strong: true },
          { field: 'ownRatio', phone: 'second' },
          'marketRatio',
          { field: 'relativeIndex', strong: true, phone: 'main' },
          'changeKrw',
          'marketPartKrw',
          'ownPartKrw',
          'verdict',
          { field: 'reason', quiet: true },
        ]}
      />
      {!seesNone && (
        <div className="panels halves">
          <LinesOf
            report="market/index"
            table="series"
            own={own}
            title={t.ownIndex}
            caption={t.indexCaption}
            value="ownIndex"
            scale="own"
            sortParam="own"
            columns={columns}
          />
          <LinesOf
            report="market/index"
            table="series"
            own={own}
            title={t.marketIndex}
            caption={t.indexCaption}
            value="marketIndex"
            scale="own"
            sortParam="market"
            columns={columns}
          />
        </div>
      )}
    </>
  );
}
