import { columnScale } from './columnScale';
import styles from './Sparkline.module.css';

/**
 * The form of some days, one column each from zero on a scale of its own; the last day that is known is dark, days
 * that nobody knows are blank, a day of refunds hangs below zero, and a day without sales is a thin line. It shows the form, never the level, so a figure stands beside it.
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
  const last = values.reduce<number>((known, value, index) => (value === null ? known : index), -1);
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
      {values.map((value, index) => {
        if (value === null) return null;
        return (
          <rect
            key={index}
            className={index === last ? styles['last'] : styles['past']}
            x={index * 3}
            width={2.1}
            {...at(value)}
          />
        );
      })}
    </svg>
  );
}
