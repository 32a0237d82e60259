import styles from './Sparkline.module.css';

/**
 * The form of some days, one column each from zero on a scale of its own; the last day that is known is dark, days
 * that nobody knows are blank. It shows the form, never the level, so a figure stands beside it.
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
  const top = Math.max(1, ...values.map((value) => value ?? 0));
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
        const tall = Math.max(1, (value / top) * height);
        return (
          <rect
            key={index}
            className={index === last ? styles['last'] : styles['past']}
            x={index * 3}
            y={height - tall}
            width={2.1}
            height={tall}
          />
        );
      })}
    </svg>
  );
}
