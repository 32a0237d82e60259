import type { ReportAnswer } from '@/api/reports';
import { FieldValue } from '@/components/figures/FieldValue';
import { Figure, Figures } from '@/components/figures/Figure';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { ReportTable } from '@/components/table/ReportTable';
import { useMessages } from '@/lib/i18n/messages';
import { count } from '@/lib/numbers';
import { words } from '../seatWords';

type Item = ReportAnswer<'plays/deposits'>['items'][number];
type Side = Item['past'];

/** Whether anything is known of what was paid. */
function tells({ performances }: Item): boolean {
  return performances.some(({ pendingSeats }) => pendingSeats !== null);
}

/** What is booked and not paid: of performances that are over, and of those to come. Nothing where nobody knows. */
export function DepositsPanel() {
  const t = useMessages(words);
  const { report, query, source } = useScopedReport('plays/deposits');
  const item = report.data?.items[0];
  if (item === undefined || !tells(item)) return null;
  const { productionCode, past, future, performances } = item;
  return (
    <ReportPanel
      title={t.deposits}
      caption={t.depositsCaption}
      report={report}
      download={{ report: 'plays/deposits', query }}
    >
      {() => (
        <>
          <Figures columns={2} source={source}>
            {sideFigure(t.past, past, productionCode, t)}
            {sideFigure(t.future, future, productionCode, t)}
          </Figures>
          <ReportTable
            caption={t.deposits}
            dense
            sortParam="deposits"
            rows={performances.map((row) => ({ productionCode, ...row }))}
            rowKey={({ startsAt }) => startsAt}
            folded={({ daysToPerformance }) => daysToPerformance > laterDays}
            columns={[
              { field: 'startsAt', phone: 'name' },
              ...(performances.some(({ number }) => number !== null) ? (['number'] as const) : []),
              {
                field: 'daysToPerformance',
                quiet: true,
                cell: ({ daysToPerformance }) =>
                  daysToPerformance === 0 ? '' : t.days(count(daysToPerformance)),
              },
              { field: 'depositedSeats', quiet: true },
              { field: 'pendingSeats', strong: true, phone: 'second' },
              { field: 'depositedKrw', quiet: true },
              { field: 'pendingKrw', strong: true, bar: 'all', phone: 'main' },
              { field: 'pendingRatio', phone: 'second' },
            ]}
          />
        </>
      )}
    </ReportPanel>
  );
}

/** Performances further away have time; they are folded. */
const laterDays = 28;

function sideFigure(
  name: string,
  side: Side,
  productionCode: string,
  t: ReturnType<typeof useMessages<(typeof words)['ko']>>,
) {
  const of = { productionCode, ...side };
  return (
    <Figure
      label={name}
      period={t.performances(count(side.performances))}
      value={<FieldValue of={of} field="pendingKrw" reason={t.unknown} />}
      note={
        side.pendingSeats !== null && (
          <>
            <FieldValue of={of} field="pendingSeats" /> · <FieldValue of={of} field="pendingRatio" />
          </>
        )
      }
    />
  );
}
