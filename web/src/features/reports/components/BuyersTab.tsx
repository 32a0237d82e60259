import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { usePermissions } from '@/api/account';
import type { ApiProblem } from '@/api/problem';
import type { Category, Production } from '@/api/productions';
import type { ReportAnswer, ReportName } from '@/api/reports';
import { LinkButton } from '@/components/controls/Button';
import { Segmented } from '@/components/controls/Segmented';
import { Unknown } from '@/components/figures/Amount';
import { FieldValue } from '@/components/figures/FieldValue';
import { PartsLegend, StackBar } from '@/components/figures/StackBar';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { Skeleton } from '@/components/states/Skeleton';
import { ReportTable } from '@/components/table/ReportTable';
import type { ReportColumn } from '@/components/table/ReportTable';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { count } from '@/lib/numbers';
import { keyOf } from '@/lib/read';
import { useChoiceParam } from '@/lib/urlState';
import { useFormat } from '@/lib/useFormat';
import { words } from '../buyerWords';

const levels = ['country', 'seoul', 'gyeonggi'] as const;

/** A report on the buyers. */
type BuyersReport = Extract<ReportName, `buyers/${string}`>;

/** What every report on the buyers tells of a production. */
interface Told {
  readonly productionCode: string;
  readonly buyersRecordDate: Day | null;
  readonly coveredRatio: number | null;
}

/** Who bought, and how: as the last report on the buyers says it, of the run up to its record date. */
export function BuyersTab({ production }: { production: Production }) {
  const t = useMessages(words);
  const { upload } = usePermissions();
  const { report } = useScopedReport('buyers/channels');
  return (
    <QueryView
      query={report}
      skeleton={<Skeleton height={320} />}
      isEmpty={({ items }) => (items[0]?.buyersRecordDate ?? null) === null}
      empty={
        <EmptyState
          action={
            upload && (
              <LinkButton kind="primary" to="/uploads/new">
                {t.upload}
              </LinkButton>
            )
          }
        >
          {t.none}
        </EmptyState>
      }
    >
      {() => (
        <>
          <Discounts category={production.category} />
          <div className="panels halves">
            <Ages category={production.category} />
            <Regions category={production.category} />
          </div>
          <div className="panels halves">
            <Payments category={production.category} />
            <Cards category={production.category} />
          </div>
          <Channels category={production.category} />
        </>
      )}
    </QueryView>
  );
}

/** The panel of one list of a report, with the day up to which it tells and how much of the sale it covers. */
function List<N extends BuyersReport, Row extends object>({
  name,
  title,
  of: { report, query },
  category,
  rows,
  columns,
  table,
  sortParam,
  legend,
  actions,
}: {
  name: N;
  title: string;
  of: { report: UseQueryResult<ReportAnswer<N>, ApiProblem>; query: Readonly<Record<string, unknown>> };
  category: Category;
  rows: readonly Row[] | undefined;
  columns: readonly ReportColumn<Row & { productionCode: string; category: Category }>[];
  /** The table of the download, where the report has several. */
  table?: string;
  /** Where the order is kept in the address. */
  sortParam: string;
  legend?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const item = (report.data as { items: readonly Told[] } | undefined)?.items[0];
  return (
    <ReportPanel
      title={title}
      caption={
        item !== undefined && (
          <>
            {t.asOf(format.day(item.buyersRecordDate))}
            {item.coveredRatio !== null && (
              <>
                {' '}
                · {t.covered} <FieldValue of={item} field="coveredRatio" />
              </>
            )}
          </>
        )
      }
      report={report}
      download={{ report: name, query, ...(table === undefined ? {} : { table }) }}
      legend={legend}
      actions={actions}
      isEmpty={() => (rows ?? []).length === 0}
      empty={t.noRows}
    >
      {() => (
        <ReportTable
          caption={title}
          dense
          sortParam={sortParam}
          rows={(rows ?? []).map((row) => ({ productionCode: item?.productionCode ?? '', category, ...row }))}
          rowKey={keyOf}
          columns={columns}
        />
      )}
    </ReportPanel>
  );
}

// What every list tells of a row: seats with a bar, their part, and revenue where there is any.
const seats = { field: 'seats', strong: true, bar: 'all', phone: 'main' } as const;
const ratio = { field: 'seatRatio', label: { ko: '비중', en: 'Share' }, phone: 'second' } as const;
const revenue = { field: 'revenueKrw', phone: 'second' } as const;

/** The first column: what the row is of. */
const named = <Field extends string>(field: Field) => ({ field, phone: 'name' }) as const;

function Discounts({ category }: { category: Category }) {
  const t = useMessages(words);
  const of = useScopedReport('buyers/discounts');
  const rows = of.report.data?.items[0]?.discounts;
  const several = new Set(rows?.map(({ agency }) => agency)).size > 1;
  return (
    <List
      name="buyers/discounts"
      title={t.discounts}
      sortParam="discounts"
      of={of}
      category={category}
      rows={rows}
      columns={[
        named('discount'),
        ...(several
          ? [
              {
                key: 'agency',
                label: t.agency,
                value: ({ name }: { name: string | null }) => name,
                cell: ({ name }: { name: string | null }) => name ?? <Unknown />,
                phone: 'second' as const,
              },
            ]
          : []),
        seats,
        ratio,
        revenue,
        { field: 'meanTicketPriceKrw', quiet: true },
      ]}
    />
  );
}

function Ages({ category }: { category: Category }) {
  const t = useMessages(words);
  const of = useScopedReport('buyers/ages');
  const rows = of.report.data?.items[0]?.ages;
  const most = Math.max(0, ...(rows ?? []).map((row) => row.seats));
  return (
    <List
      name="buyers/ages"
      title={t.ages}
      sortParam="ages"
      of={of}
      category={category}
      rows={rows}
      legend={
        <PartsLegend
          category={category}
          label={t.sexesShort}
          parts={[
            { look: 'solid', name: t.male },
            { look: 'pale', name: t.female },
            { look: 'hatched', name: t.unknown },
          ]}
        />
      }
      columns={[
        named('ageGroup'),
        {
          key: 'bar',
          label: t.sexesShort,
          width: 140,
          cell: ({ maleSeats, femaleSeats, unknownSeats }) => (
            <StackBar
              category={category}
              whole={most}
              label={t.sexes(count(maleSeats), count(femaleSeats), count(unknownSeats))}
              parts={[
                { value: maleSeats, look: 'solid' },
                { value: femaleSeats, look: 'pale' },
                { value: unknownSeats, look: 'hatched' },
              ]}
            />
          ),
        },
        { field: 'maleSeats', bare: true },
        { field: 'femaleSeats', bare: true },
        { field: 'unknownSeats', bare: true, quiet: true },
        { field: 'seats', strong: true, phone: 'main' },
        ratio,
      ]}
    />
  );
}

function Payments({ category }: { category: Category }) {
  const t = useMessages(words);
  const of = useScopedReport('buyers/payments');
  return (
    <List
      name="buyers/payments"
      title={t.methods}
      sortParam="methods"
      of={of}
      category={category}
      rows={of.report.data?.items[0]?.methods}
      columns={[
        { ...named('method'), label: { ko: '결제수단', en: 'Payment method' } },
        seats,
        ratio,
        revenue,
      ]}
    />
  );
}

function Cards({ category }: { category: Category }) {
  const t = useMessages(words);
  const of = useScopedReport('buyers/payments');
  return (
    <List
      name="buyers/payments"
      title={t.cards}
      sortParam="cards"
      of={of}
      category={category}
      rows={of.report.data?.items[0]?.cards}
      table="cards"
      columns={[named('card'), seats, ratio, revenue]}
    />
  );
}

function Channels({ category }: { category: Category }) {
  const t = useMessages(words);
  const of = useScopedReport('buyers/channels');
  return (
    <List
      name="buyers/channels"
      title={t.channels}
      sortParam="channels"
      of={of}
      category={category}
      rows={of.report.data?.items[0]?.channels}
      columns={[named('channel'), seats, ratio, revenue]}
    />
  );
}

function Regions({ category }: { category: Category }) {
  const t = useMessages(words);
  const [level, setLevel] = useChoiceParam('level', levels, 'country');
  const of = useScopedReport('buyers/regions', { level });
  return (
    <List
      name="buyers/regions"
      title={t.regions}
      sortParam="regions"
      of={of}
      category={category}
      rows={of.report.data?.items[0]?.regions}
      actions={
        <Segmented
          label={t.level}
          options={levels.map((value) => ({ value, text: t[value] }))}
          value={level}
          onChange={setLevel}
        />
      }
      columns={[named('region'), seats, ratio]}
    />
  );
}
