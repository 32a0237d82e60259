import { columnScale } from './columnScale';
import styles from './Sparkline.module.css';

/**
 * The form of some days, one column each from zero on a scale of its own; the last day that is known is dark, days
 * that nobody knows are blank, a day of refunds hangs below zero, and a day without sales is a thin line. It shows the
 * form, never the level, so a figure stands beside it.
 */
export function Sparkline({
  values,
  label,
  width,
  height = 24,
}: {
  values: readonly (number | null)[];
  /** Read aloud: what is drawn, and over which days. */
  label: string;
  /** In px; as wide as its place when left out. */
  width?: number;
  height?: number;
}) {
  const at = columnScale(values, height);
  const last = values.findLastIndex((value) => value !== null);
  // One form for all of them: a table of a hundred rows has thousands of days.
  const columns = values.map((value, index) => {
    if (value === null) return '';
    const { y, height: tall } = at(value);
    return `M${index * 3} ${rounded(y)}h2.1v${rounded(tall)}h-2.1z`;
  });
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles['sparkline']}
      width={width ?? '100%'}
      height={height}
      viewBox={`0 0 ${Math.max(1, values.length) * 3} ${height}`}
      preserveAspectRatio="none"
    >
      <path className={styles['past']} d={columns.toSpliced(last, 1).join('')} />
      <path className={styles['last']} d={columns[last]} />
    </svg>
  );
}

const rounded = (px: number) => Math.round(px * 100) / 100;
