/** The forms that pages have on the wall, all from one report: few figures, as large as the screen lets them be. */
import type { ReactNode } from 'react';
import type { ReportAnswer } from '@/api/reports';
import { sourceOf } from '@/api/reports';
import { Bullet } from '@/components/figures/Bullet';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { FieldValue } from '@/components/figures/FieldValue';
import { Sparkline } from '@/components/figures/Sparkline';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import styles from './wall.module.css';
import { words } from './words';

type Overview = ReportAnswer<'overview'>;
type Item = Overview['items'][number];
type Standing = Item | Overview['overall'];

/** Rows that can be read from afar. */
const mostRows = 7;

function Big({
  label,
  value,
  note,
  children,
}: {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles['big']}>
      <dt>{label}</dt>
      <dd>
        <div className={styles['value']}>{value}</div>
        {children}
        {note !== undefined && note !== false && <div className={styles['note']}>{note}</div>}
      </dd>
    </div>
  );
}

function Period({ of, label, period }: { of: Standing; label: string; period: 'week' | 'month' }) {
  const t = useMessages(words);
  const ratio = of[`${period}DueRatio`];
  return (
    <Big
      label={label}
      value={<FieldValue of={of} field={`${period}RevenueKrw`} />}
      note={
        ratio !== null && (
          <>
            {t.ofDue} <FieldValue of={of} field={`${period}DueRatio`} />
          </>
        )
      }
    >
      <Bullet value={ratio} plan={ratio === null ? null : 1} scale={1.3} label={label} />
    </Big>
  );
}

/** The last whole day, the week, the month, and what is to come. */
export function TodaySlide({ overview }: { overview: Overview }) {
  const t = useMessages(words);
  const format = useFormat();
  const { overall, completeDay, asOf } = overview;
  return (
    <dl className={styles['figures']} data-report={sourceOf('overview', { asOf })}>
      <Big
        label={t.lastDay(completeDay === null ? '–' : format.day(completeDay.day))}
        value={<FieldValue of={completeDay} field="revenueKrw" />}
        note={
          completeDay !== null &&
          completeDay.changeRatio !== null && (
            <>
              {t.thanWeek} <FieldValue of={completeDay} field="changeRatio" />
            </>
          )
        }
      />
      <Period of={overall} label={t.week} period="week" />
      <Period of={overall} label={t.month} period="month" />
      <Big label={t.coming} value={<FieldValue of={overall} field="sevenDayOccupancy" />}>
        <Bullet value={overall.sevenDayOccupancy} plan={overview.lowThreshold} label={t.coming} />
      </Big>
    </dl>
  );
}

/** Each production against what was due this month, those that sold most first. */
export function ProgressSlide({ overview }: { overview: Overview }) {
  const t = useMessages(words);
  const rows = overview.items
    .filter(({ monthRevenueKrw }) => monthRevenueKrw !== null)
    .toSorted((a, b) => (b.monthRevenueKrw ?? 0) - (a.monthRevenueKrw ?? 0));
  if (rows.length === 0) return <p className={styles['none']}>{t.noData}</p>;
  return (
    <ol className={styles['rows']} data-report={sourceOf('overview', { asOf: overview.asOf })}>
      {rows.slice(0, mostRows).map((item) => (
        <li key={item.productionId}>
          <CategoryMark category={item.category} />
          <b>{item.productionName}</b>
          <span className={styles['amount']}>
            <FieldValue of={item} field="monthRevenueKrw" />
          </span>
          <span className={styles['bar']}>
            <Bullet
              value={item.monthDueRatio}
              plan={item.monthDueRatio === null ? null : 1}
              scale={1.3}
              label={`${item.productionName} ${t.ofDue}`}
            />
          </span>
          <span className={styles['ratio']}>
            <FieldValue of={item} field="monthDueRatio" />
          </span>
        </li>
      ))}
      {rows.length > mostRows && <li className={styles['note']}>{t.more(rows.length - mostRows)}</li>}
    </ol>
  );
}

/** The performances of the coming days that sell badly, the next one first. */
export function LowSlide({ overview }: { overview: Overview }) {
  const t = useMessages(words);
  const format = useFormat();
  const rows = overview.items
    .flatMap((of) => of.lowPerformances.map((performance) => ({ ...performance, of })))
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  if (rows.length === 0) return <p className={styles['none']}>{t.none}</p>;
  return (
    <ol className={styles['rows']} data-report={sourceOf('overview', { asOf: overview.asOf })}>
      {rows.slice(0, mostRows).map((row) => (
        <li key={`${row.of.productionId} ${row.startsAt}`}>
          <CategoryMark category={row.of.category} />
          <b>{row.of.productionName}</b>
          <span className={styles['amount']}>{format.dayTime(row.startsAt)}</span>
          <span className={styles['ratio']}>
            <span className="behind">
              <FieldValue of={row} field="occupancy" />
            </span>
          </span>
        </li>
      ))}
      {rows.length > mostRows && <li className={styles['note']}>{t.more(rows.length - mostRows)}</li>}
    </ol>
  );
}

/** One production: its total, its week and its month, and the form of its last days. */
export function ProductionSlide({ overview, code }: { overview: Overview; code: string }) {
  const t = useMessages(words);
  const item = overview.items.find(({ productionCode }) => productionCode === code);
  if (item === undefined) return <p className={styles['none']}>{t.noData}</p>;
  return (
    <dl className={styles['figures']} data-report={sourceOf('overview', { asOf: overview.asOf })}>
      <Big label={t.total} value={<FieldValue of={item} field="revenueKrw" />}>
        <div className={styles['spark']}>
          <Sparkline
            values={item.lastDays.slice(0, 31).map(({ revenueKrw }) => revenueKrw)}
            label={t.total}
          />
        </div>
      </Big>
      <Period of={item} label={t.week} period="week" />
      <Period of={item} label={t.month} period="month" />
      <Big label={t.coming} value={<FieldValue of={item} field="sevenDayOccupancy" />}>
        <Bullet value={item.sevenDayOccupancy} plan={overview.lowThreshold} label={t.coming} />
      </Big>
    </dl>
  );
}
