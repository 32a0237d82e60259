import { createContext, isValidElement, use } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { classes } from '@/components/classes';
import { ReportHelp } from '@/components/reports/ReportHelp';
import { formulaOf, isField } from '@/lib/i18n/fields';
import type { FieldName } from '@/lib/i18n/fields';
import { Unknown } from './Amount';
import styles from './Figure.module.css';

/** The report that the figures around are from. */
const SourceContext = createContext<string | undefined>(undefined);

/**
 * One figure that answers a question: its label and period, the figure itself, then its comparison (`note`) and its
 * form (`children`: a `Bullet` or a `Sparkline`).
 */
export function Figure({
  label,
  period,
  value,
  note,
  children,
  after,
  source,
}: {
  label: string;
  period?: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
  /** A second comparison below the form. */
  after?: ReactNode;
  /** The report that its figures are from, where that is another than its neighbours'. */
  source?: string | undefined;
}) {
  const given = use(SourceContext);
  const from = source ?? given;
  const field = fieldOf(value);
  return (
    <div className={styles['figure']} data-report={source}>
      <dt className={styles['label']}>
        <span className={styles['name']}>
          {label}
          {from !== undefined && field !== undefined && (
            <ReportHelp of={label} source={from} fields={[field]} />
          )}
        </span>
        {period !== undefined && <span className={styles['period']}>{period}</span>}
      </dt>
      <dd>
        <div className={styles['value']}>{value}</div>
        {note !== undefined && <div className={styles['note']}>{note}</div>}
        {children !== undefined && <div className={styles['form']}>{children}</div>}
        {after !== undefined && <div className={classes(styles['note'], styles['after'])}>{after}</div>}
      </dd>
    </div>
  );
}

/** The field that a figure draws: by it the figure is explained. */
function fieldOf(value: ReactNode): FieldName | undefined {
  if (!isValidElement<{ field?: unknown }>(value)) return undefined;
  const { field } = value.props;
  return typeof field === 'string' && isField(field) && formulaOf(field) !== undefined ? field : undefined;
}

/** Figures side by side in one panel, of the report `source`; two in a row on a phone. */
export function Figures({
  children,
  columns = 4,
  source,
}: {
  children: ReactNode;
  columns?: 2 | 3 | 4 | 5 | 6;
  source?: string | undefined;
}) {
  return (
    <dl
      className={styles['figures']}
      data-report={source}
      data-columns={columns}
      style={{ '--columns': columns } as CSSProperties}
    >
      <SourceContext value={source}>{children}</SourceContext>
    </dl>
  );
}

/** How many of how many: `3 / 5`; a dash until both are known. */
export function OutOf({ count, of }: { count: number | undefined; of: number | undefined }) {
  if (count === undefined || of === undefined) return <Unknown />;
  return (
    <>
      {count}
      <span className="second"> / {of}</span>
    </>
  );
}
