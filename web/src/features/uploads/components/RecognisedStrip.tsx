import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import type { LabelReader } from '@/lib/i18n/useLabels';
import { count } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import type { DryRun } from '../items';
import { words } from '../stripWords';
import styles from './strip.module.css';

type Sheet = NonNullable<DryRun['recognised']>[number];
type Column = Sheet['columns'][number];
type Words = ReturnType<typeof useMessages<(typeof words)['ko']>>;

/** What people call the agencies that everybody knows; the code of another is its name. */
const agencyNames: Readonly<Record<string, string>> = {
  interpark: '인터파크',
  nol: 'NOL 티켓',
  yes24: '예스24',
  melon: '멜론티켓',
  ticketlink: '티켓링크',
};

/** What a column was taken for, in words: `인터파크 · 입금 · R석`. */
export function meaningText(column: Column, t: Words, label: LabelReader): string {
  const { means, of, agency, state, grade, role } = column;
  const plain: Readonly<Record<string, string>> = {
    number: t.meaningNumber,
    date: t.meaningDate,
    weekday: t.meaningWeekday,
    time: t.meaningTime,
    remark: t.meaningRemark,
    role: t.meaningRole,
    seats: t.meaningSeats,
    won: t.meaningWon,
    share: t.meaningShare,
    ignored: t.meaningIgnored,
    unknown: t.meaningUnknown,
  };
  const groups: Readonly<Record<string, string>> = {
    paid: t.ofPaid,
    complimentary: t.ofComplimentary,
    all: t.ofAll,
  };
  const states: Readonly<Record<string, string>> = {
    deposited: t.ofDeposited,
    pending: t.ofPending,
    booked: t.ofBooked,
  };
  const parts = [
    of === null ? null : of === 'agency' ? (agencyNames[agency ?? ''] ?? agency) : (groups[of] ?? of),
    state === null ? null : (states[state] ?? state),
    grade === null ? (plain[means] ?? means) : label.any('grade', grade),
    role,
  ];
  return parts.filter((part) => part !== null && part !== '').join(' · ');
}

/**
 * How the headings of a workbook were read: each column with its letter, its labels, what it was taken for, and the sum
 * below. What nobody knows is outlined, and asked about beside it.
 */
export function RecognisedStrip({
  sheets,
  changes = null,
}: {
  sheets: readonly Sheet[];
  /** Which labels came and went since the record date before. */
  changes?: DryRun['layoutChanges'];
}) {
  const t = useMessages(words);
  const asked = sheets.some(({ columns }) => columns.some(({ means }) => means === 'unknown'));
  return (
    <details className={styles['strip']} open={asked}>
      <summary>
        <b className="strong">{t.strip}</b> <span className="quiet">{t.stripHelp}</span>
      </summary>
      {sheets.map((sheet) => (
        <SheetStrip key={`${sheet.role} ${sheet.sheet}`} sheet={sheet} />
      ))}
      {changes !== null && (
        <div className={styles['changes']}>
          <Changes name={t.layoutAdded} labels={changes.added} />
          <Changes name={t.layoutRemoved} labels={changes.removed} />
        </div>
      )}
    </details>
  );
}

function Changes({ name, labels }: { name: string; labels: readonly (readonly (string | null)[])[] }) {
  if (labels.length === 0) return null;
  return (
    <p>
      <span className="quiet">{name}</span>{' '}
      {labels.map((label) => label.filter((part) => part !== null).join(' › ')).join(', ')}
    </p>
  );
}

function SheetStrip({ sheet: { sheet, headingRows, dataRows, columns } }: { sheet: Sheet }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const heading = headingRows.join('–');
  const sum = ({ means, sum: total }: Column) =>
    total === null ? '' : means === 'won' ? format.shortWon(total) : count(total);
  return (
    <section className={styles['sheet']}>
      <h3>
        {sheet}{' '}
        <span className="caption quiet">
          {dataRows === null
            ? t.stripNoRows(heading)
            : t.stripRows(heading, String(dataRows.first), String(dataRows.last), count(dataRows.count))}
        </span>
      </h3>
      <div className={styles['scroll']} role="region" tabIndex={0} aria-label={`${t.strip} ${sheet}`}>
        <table>
          <thead>
            <tr>
              <th scope="row">{t.column}</th>
              {columns.map((column) => (
                <th key={column.column} scope="col" data-meaning={column.means}>
                  {column.column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t.upperLabel}</th>
              {columns.map(({ column, label: [upper] }) => (
                <td key={column} title={upper ?? undefined}>
                  {upper ?? ''}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t.lowerLabel}</th>
              {columns.map(({ column, label: [, lower] }) => (
                <td key={column} title={lower ?? undefined}>
                  {lower ?? ''}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t.readAs}</th>
              {columns.map((column) => (
                <td key={column.column} data-meaning={column.means === 'ignored' ? 'ignored' : undefined}>
                  {meaningText(column, t, label)}
                  {column.source === 'layout' && <span className="quiet"> ({t.fromLayout})</span>}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{t.sum}</th>
              {columns.map((column) => (
                <td key={column.column} data-figure-cell>
                  {sum(column)}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </section>
  );
}
