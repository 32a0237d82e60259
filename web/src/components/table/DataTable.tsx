import { ArrowDown, ArrowUp } from 'lucide-react';
import { Fragment, memo, startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/components/controls/Button';
import { classes } from '@/components/classes';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePrinting } from '@/lib/printing';
import { useParam, useTyped } from '@/lib/urlState';
import { readSort, sorted, writeSort } from './columns';
import type { Column, Sort } from './columns';
import styles from './DataTable.module.css';
import { usePaperFit } from './usePaperFit';
import { watchEdges } from './watchEdges';

const words = defineMessages({
  ko: {
    filter: '표에서 찾기',
    shown: (shown: number, of: number) => `${of}개 중 ${shown}개`,
    more: '더 보기',
    none: '검색 결과가 없습니다.',
    sum: '합계',
    toCome: (count: number) => `앞으로 ${count}개 보기`,
    hideToCome: '앞으로의 것 접기',
  },
  en: {
    filter: 'Search table',
    shown: (shown: number, of: number) => `${shown} of ${of}`,
    more: 'Show more',
    none: 'No results.',
    sum: 'Total',
    toCome: (count: number) => `Show ${count} upcoming`,
    hideToCome: 'Hide upcoming',
  },
});

/** Rows that a window shows, which are drawn first. */
const first = 20;

/** Rows that are drawn without being asked for; more follow as one scrolls to the end. */
const chunk = 100;

/** As many are printed, however far one has scrolled. */
const mostPrinted = 1_000;

/** From this length on a text may take several lines; codes, days and figures never do. */
const longText = 16;

interface DataTableProps<Row> {
  /** Name of the table for screen readers: the panel's title. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Order until somebody chooses one; the rows' own when left out. */
  initialSort?: Sort;
  /** Where the order is kept in the address, and the filter beside it; tables of one page need different ones. */
  sortParam?: string;
  /** Opens what the row stands for. The name in the row should be a link as well, for keyboards and new tabs. */
  onOpen?: (row: Row) => void;
  /** Text of a row that the filter searches; without it there is no filter. */
  filterText?: (row: Row) => string;
  /** Rows that are folded away until somebody asks for them, such as those to come or those that are over. */
  folded?: (row: Row) => boolean;
  /** What unfolds them and folds them again, where they are others than those to come. */
  foldedWords?: { readonly show: (count: number) => string; readonly hide: string };
  dense?: boolean;
  /** Stands where there are no rows. */
  empty?: ReactNode;
  /** Marks rows that are to stand out, such as the chosen one. */
  chosen?: (row: Row) => boolean;
  /** Puts a head above rows that belong together, while the table is ordered by the column `by`. */
  group?: Group<Row>;
  /** The report that its figures are from, where the panel does not say it. */
  source?: string;
}

/** Rows that belong together, such as those of one week. */
interface Group<Row> {
  readonly by: string;
  readonly key: (row: Row) => string;
  readonly text: (row: Row) => ReactNode;
}

/**
 * A table of figures: sortable, its sums in the footer, its head and its first column staying in sight, its rows in
 * two lines on a phone. The order and the filter live in the address.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  initialSort,
  sortParam = 'sort',
  onOpen,
  filterText,
  folded,
  foldedWords,
  dense = false,
  empty,
  chosen,
  group,
  source,
}: DataTableProps<Row>) {
  const t = useMessages(words);
  const [sortText, setSortText] = useParam(sortParam);
  const [kept, keep] = useParam(sortParam === 'sort' ? 'q' : `${sortParam}Q`);
  const { text: filter, type: setFilter } = useTyped(kept ?? '', (text) =>
    keep(text === '' ? null : text, { replace: true }),
  );
  const [limit, setLimit] = useState(first);
  useEffect(() => startTransition(() => setLimit((now) => Math.max(now, chunk))), []);
  const [unfolded, setUnfolded] = useState(false);

  const asked = readSort(sortText);
  const sort = columns.some(({ key, value }) => key === asked?.key && value !== undefined)
    ? asked
    : initialSort;
  const needle = filter.normalize('NFC').trim().toLowerCase();
  const found = useMemo(
    () =>
      needle === '' || filterText === undefined
        ? rows
        : rows.filter((row) => filterText(row).normalize('NFC').toLowerCase().includes(needle)),
    [rows, needle, filterText],
  );
  const open = folded === undefined || needle !== '' ? found : found.filter((row) => !folded(row));
  const away = found.length - open.length;
  // Rows are folded away only behind others that are there.
  const foldable = away > 0 && open.length > 0;
  const ordered = sorted(
    unfolded || !foldable ? found : open,
    columns.find(({ key }) => key === sort?.key),
    sort?.descending ?? false,
  );
  const printing = usePrinting();
  const table = usePaperFit(printing);
  const phones = useMemo(() => phonesOf(columns), [columns]);
  const shown = ordered.slice(0, printing ? Math.max(limit, mostPrinted) : limit);
  const grouped = group !== undefined && sort?.key === group.by ? group : undefined;
  const hasFooter = columns.some(({ footer }) => footer !== undefined);

  if (rows.length === 0 && empty !== undefined) return empty;

  function press({ key, align }: Column<Row>) {
    // Figures begin with the greatest, names with the first.
    const descending = sort?.key === key ? !sort.descending : align === 'right';
    setSortText(writeSort({ key, descending }));
  }

  return (
    <>
      {filterText !== undefined && (
        <div className={styles['filter']}>
          <input
            type="search"
            data-table-filter
            aria-label={t.filter}
            placeholder={t.filter}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          {needle !== '' && <span className="caption quiet">{t.shown(found.length, rows.length)}</span>}
        </div>
      )}
      {foldable && (
        <div className={styles['fold']}>
          <Button small kind="quiet" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? (foldedWords?.hide ?? t.hideToCome) : (foldedWords?.show ?? t.toCome)(away)}
          </Button>
        </div>
      )}
      <div
        ref={watchEdges}
        data-report={source}
        className={styles['scroll']}
        data-printing={printing || undefined}
      >
        <table
          ref={table}
          role="table"
          aria-rowcount={ordered.length}
          className={styles['table']}
          data-dense={dense || undefined}
        >
          <caption className="spoken">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <HeadCell
                  key={column.key}
                  column={column}
                  sort={sort}
                  still={printing}
                  onPress={() => press(column)}
                />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row, place) => (
              <Fragment key={rowKey(row)}>
                {grouped !== undefined && beginsGroup(grouped, row, shown[place - 1]) && (
                  <tr role="row" className={styles['group']}>
                    <th role="rowheader" scope="rowgroup" colSpan={columns.length}>
                      {grouped.text(row)}
                    </th>
                  </tr>
                )}
                <BodyRow
                  row={row}
                  columns={columns}
                  phones={phones}
                  chosen={chosen?.(row) === true}
                  onOpen={onOpen}
                />
              </Fragment>
            ))}
            {shown.length === 0 && (
              <tr role="row">
                <td role="cell" colSpan={columns.length} className={styles['none']} data-phone="name">
                  {t.none}
                </td>
              </tr>
            )}
          </tbody>
          {hasFooter && shown.length > 0 && needle === '' && (
            <tfoot role="rowgroup">
              <tr role="row">
                {columns.map((column, index) => (
                  <td
                    key={column.key}
                    role="cell"
                    className={classes(column.align === 'right' && styles['number'])}
                    data-phone={phones[index]}
                    data-spare={column.spare}
                    data-label={column.footer === undefined ? undefined : phoneLabel(column, phones[index])}
                  >
                    {column.footer ?? (index === 0 ? t.sum : null)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        {shown.length < ordered.length && (
          <More
            text={t.shown(shown.length, ordered.length)}
            button={t.more}
            onMore={() => setLimit((now) => now + chunk)}
          />
        )}
      </div>
    </>
  );
}

interface BodyRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  phones: ReturnType<typeof phonesOf<Row>>;
  chosen: boolean;
  onOpen: ((row: Row) => void) | undefined;
}

/** Rows that are there already are not drawn again where more follow. */
const BodyRow = memo(function BodyRow<Row>({ row, columns, phones, chosen, onOpen }: BodyRowProps<Row>) {
  return (
    <tr
      role="row"
      aria-selected={chosen ? true : undefined}
      data-opens={onOpen === undefined ? undefined : true}
      onClick={(event) => {
        const pressed = event.target;
        if (pressed instanceof Element && pressed.closest('a, button, input, label') !== null) return;
        if (window.getSelection()?.isCollapsed === false) return;
        onOpen?.(row);
      }}
    >
      {columns.map((column, index) => {
        const value = column.value?.(row);
        const content = column.cell === undefined ? (value ?? '–') : column.cell(row);
        const long = column.whole !== true && typeof value === 'string' && value.length > longText;
        const attributes = {
          className: classes(
            column.align === 'right' && styles['number'],
            column.quiet === true && styles['quiet'],
            (column.strong === true || index === 0) && styles['strong'],
          ),
          'data-phone': phones[index],
          'data-spare': column.spare,
          'data-whole': column.whole,
          'data-label': phoneLabel(column, phones[index]),
          'data-text': column.value === undefined || long || undefined,
          title: long && (index === 0 || typeof content === 'string') ? value : undefined,
        };
        return index === 0 ? (
          <th key={column.key} role="rowheader" scope="row" {...attributes}>
            {content}
          </th>
        ) : (
          <td key={column.key} role="cell" {...attributes}>
            {long && typeof content === 'string' ? (
              <span className={styles['lines']}>{content}</span>
            ) : (
              content
            )}
          </td>
        );
      })}
    </tr>
  );
}) as <Row>(props: BodyRowProps<Row>) => ReactNode;

function beginsGroup<Row>({ key }: Group<Row>, row: Row, before: Row | undefined): boolean {
  return before === undefined || key(before) !== key(row);
}

/** Where columns stand on a phone: where none is the name of a row, the first one is. */
function phonesOf<Row>(columns: readonly Column<Row>[]): readonly NonNullable<Column<Row>['phone']>[] {
  const phones = columns.map(({ phone }, index) => phone ?? (index === 0 ? 'name' : 'hidden'));
  return phones.includes('name') ? phones : phones.map((phone, index) => (index === 0 ? 'name' : phone));
}

/** What stands before a figure in the second line of a phone. */
function phoneLabel<Row>(
  { label, labelHidden, phoneLabel: given }: Column<Row>,
  phone: Column<Row>['phone'],
): string | undefined {
  if (phone !== 'second' || labelHidden === true || given === '') return undefined;
  return given ?? label;
}

function HeadCell<Row>({
  column,
  sort,
  still,
  onPress,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  /** On paper nothing is pressed, and browsers leave buttons out of heads that are repeated. */
  still: boolean;
  onPress: () => void;
}) {
  const active = sort?.key === column.key;
  const order = sort?.descending === true ? 'descending' : 'ascending';
  const text = (
    <>
      {column.labelHidden === true ? <span className="spoken">{column.label}</span> : column.label}
      {column.hint !== undefined && <small>{column.hint}</small>}
    </>
  );
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={active ? order : undefined}
      data-spare={column.spare}
      className={classes(column.align === 'right' && styles['number'])}
      style={column.width === undefined ? undefined : { width: column.width }}
    >
      {column.value === undefined || still ? (
        text
      ) : (
        <button type="button" className={styles['sort']} onClick={onPress}>
          {text}
          {active && (sort.descending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
        </button>
      )}
    </th>
  );
}

function More({ text, button, onMore }: { text: string; button: string; onMore: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  useEffect(() => {
    latest.current = onMore;
  });
  useEffect(() => {
    const end = place.current;
    if (end === null) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) latest.current();
    });
    observer.observe(end);
    return () => observer.disconnect();
  }, [text]);
  return (
    <div ref={place} className={styles['more']}>
      <span className="caption quiet">{text}</span>
      <Button small kind="quiet" onClick={onMore}>
        {button}
      </Button>
    </div>
  );
}
