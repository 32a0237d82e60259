/** The tables that more than one page shows: of all its productions, or of the one that it is about. */
import type { FieldOf } from '@/components/figures/FieldValue';
import { FieldValue } from '@/components/figures/FieldValue';
import { WeekCell } from '@/components/reports/WeekCell';
import { LinesOf } from '@/components/reports/ChartsOf';
import { TableOf } from '@/components/reports/TableOf';
import { useScope } from '@/components/reports/useScope';
import type { FieldColumn } from '@/components/table/reportColumns';
import { AppLink } from '@/components/layout/AppLink';
import { useMessages } from '@/lib/i18n/messages';
import styles from './components/production.module.css';
import { read } from '@/lib/read';
import { useFormat } from '@/lib/useFormat';
import { words } from './words';
import type { Day } from '@/lib/days';

/** The week of a row, from its Monday to its Sunday. */
export const week = {
  field: 'weekStart',
  label: { ko: '주', en: 'Week' },
  phone: 'second',
  cell: (row: { weekStart: Day }) => <WeekCell from={row.weekStart} />,
} as const satisfies FieldColumn<{ weekStart: Day }>;

/** How a month changed against the one before. */
interface MonthRow {
  readonly month: string;
  readonly changeRatio: number | null;
}

/** The change of a month; one that is not over is set against the whole of the one before: that is no judgement. */
export function MonthChange({ of }: { of: MonthRow }) {
  const t = useMessages(words);
  const { asOf } = useScope();
  const running = of.month >= asOf.slice(0, 7);
  return (
    <>
      <FieldValue of={of} field="changeRatio" judged={!running} />
      {running && of.changeRatio !== null && <span className="caption quiet"> {t.running}</span>}
    </>
  );
}

/** The change of a month as a column. */
export const monthChange = {
  field: 'changeRatio',
  phone: 'second',
  cell: (row: MonthRow) => <MonthChange of={row} />,
} as const satisfies FieldColumn<MonthRow>;

/** How often and for how much something was played. */
export function Times<Row extends object>({
  of,
  field,
  at,
  times,
}: {
  of: Row;
  field: FieldOf<Row>;
  at?: string;
  times: number;
}) {
  const t = useMessages(words);
  return (
    <>
      <FieldValue of={of} field={field} at={at} /> <span className="caption quiet">{t.times(times)}</span>
    </>
  );
}

/** Casts by revenue over the whole run; `limit` shows the first ones, with a way to the others. */
export function CastTable({ limit }: { limit?: number }) {
  const t = useMessages(words);
  const { single } = useScope();
  return (
    <TableOf
      report="plays/cast-revenue"
      caption={t.castsCaption}
      dense
      sortParam="casts"
      {...(limit === undefined ? { find: true } : { limit })}
      empty={t.noCasts}
      below={(rows) =>
        limit !== undefined &&
        limit < rows &&
        single !== undefined && (
          <p className={styles['all']}>
            <AppLink to={`/productions/${encodeURIComponent(single.code)}/casts`}>{t.all} →</AppLink>
          </p>
        )
      }
      columns={[
        'productionName',
        { field: 'rank', quiet: true, phone: single === undefined ? 'second' : 'hidden' },
        { field: 'cast', phone: single === undefined ? 'second' : 'name' },
        { field: 'performances', phone: 'second' },
        { field: 'meanRevenueKrw', quiet: true },
        { field: 'revenueKrw', strong: true, phone: 'main', bar: 'production' },
      ]}
    />
  );
}

/** The mean paid share of each week of the run; the present week and those to come are what is booked so far. */
export function WeeklyShares() {
  return (
    <LinesOf
      report="plays/weekly-occupancy"
      title={{ ko: '주간 유료 점유율', en: 'Weekly paid share' }}
      value="paidShare"
      targetShare
      toCome
      dense
      sortParam="shares"
      columns={['productionName', week, 'performances', { field: 'paidShare', strong: true, phone: 'main' }]}
    />
  );
}

const noCapacity = { ko: '회당 좌석 미입력', en: 'Seats per performance not set' };

/** Seats offered and sold in each week. */
export const capacityColumns = [
  week,
  'performances',
  { field: 'offeredSeats', quiet: true, reason: noCapacity },
  { field: 'paidSeats', phone: 'second' },
  { field: 'paidRatio', strong: true, phone: 'second' },
  { field: 'revenueKrw', strong: true, phone: 'main' },
  'meanTicketPriceKrw',
] as const;

/** The seats of each production by week of performance. */
export function CapacityTable() {
  return <TableOf report="plays/weekly-capacity" find columns={['productionName', ...capacityColumns]} />;
}

/** What only people's own workbooks tell of performances: a column that nobody knows is left out. */
function known<Row extends object>(
  rows: readonly Row[],
  ...columns: readonly FieldColumn<Row>[]
): readonly FieldColumn<Row>[] {
  return columns.filter(
    ({ field }) => rows.length === 0 || rows.some((row) => (read(row, field) ?? null) !== null),
  );
}

/** Every performance with its shares, seats and revenue. */
export function PerformanceTable() {
  return (
    <TableOf
      report="plays/performances"
      dense
      find
      sortParam="performances"
      columns={(rows) => [
        'productionName',
        { field: 'startsAt', phone: 'second' },
        ...known(rows, { field: 'number', quiet: true }),
        { field: 'cast', phone: 'second', cell: (row) => <Cast of={row} /> },
        ...known(rows, { field: 'remark', quiet: true, phone: 'hidden' }),
        { field: 'occupancy', strong: true, phone: 'main' },
        'paidShare',
        { field: 'complimentaryShare', quiet: true },
        { field: 'depositShare', quiet: true },
        'paidSeats',
        { field: 'complimentarySeats', quiet: true },
        { field: 'remainingSeats', quiet: true },
        ...known(rows, { field: 'depositedSeats', quiet: true }, { field: 'pendingSeats' }),
        { field: 'revenueKrw', bar: 'all' },
        ...known(rows, { field: 'depositedKrw', quiet: true }, { field: 'pendingKrw' }),
        'meanTicketPriceKrw',
      ]}
    />
  );
}

/** Who plays, and as whom where the workbook says it. */
export function Cast({ of }: { of: Casting }) {
  return castText(of);
}

/** A cast; people's own workbooks name the role of each. */
interface Casting {
  readonly cast: readonly string[];
  readonly roles?: readonly string[] | null;
}

/** A cast as text: `오르페 이정우 · 임준호`. */
export function castText({ cast, roles }: Casting): string {
  return cast.map((person, index) => [roles?.[index] ?? '', person].join(' ').trim()).join(' · ');
}

/** What a seat of a concert's sales brought; those reports tell the sums of a row. */
function priceOf({ revenueKrw, seats }: Sold): number | null {
  return seats === 0 ? null : revenueKrw / seats;
}

function Price({ row }: { row: Sold }) {
  return useFormat().exactWon(priceOf(row));
}

interface Sold {
  readonly revenueKrw: number;
  readonly seats: number;
}

/** What concerts sold in a day, week or month. */
export const soldColumns = [
  { field: 'seats', phone: 'second' },
  { field: 'complimentarySeats', quiet: true },
  { field: 'revenueKrw', strong: true, phone: 'main' },
  {
    key: 'price',
    label: { ko: '평균 단가', en: 'Mean ticket price' },
    align: 'right',
    quiet: true,
    value: priceOf,
    cell: (row: Sold) => <Price row={row} />,
  },
] as const;

const none = { ko: '', en: '' };

/** What was done for sales: a note that is missing leaves its cell blank. */
export const noteColumns = [
  { field: 'salesMarketing', phone: 'second', reason: none },
  { field: 'promotion', reason: none },
  { field: 'other', reason: none },
] as const;

/** Sales of concerts by week, with what was done for them. */
export function ConcertWeeks() {
  return (
    <TableOf
      report="concerts/weekly"
      title={{ ko: '주간 판매와 마케팅', en: 'Weekly sales and marketing' }}
      find
      sort={{ key: 'weekStart', descending: true }}
      columns={['productionName', week, ...soldColumns, ...noteColumns]}
    />
  );
}
