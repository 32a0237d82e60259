import { percent } from '@/lib/numbers';
import styles from './Bullet.module.css';

/**
 * How far to a goal: a bar for what is reached and a tick where the plan stands today. The full width is `scale`
 * (1 = the goal; days and weeks use 1.3, since they are often exceeded).
 */
export function Bullet({
  value,
  plan,
  scale = 1,
  label,
  width,
}: {
  value: number | null;
  plan?: number | null;
  scale?: number;
  /** Read aloud before the ratio: what is reached of what. */
  label: string;
  width?: number;
}) {
  const at = (ratio: number) => `${Math.max(0, Math.min(1, ratio / scale)) * 100}%`;
  return (
    <div
      role="img"
      aria-label={`${label} ${percent(value)}`}
      className={styles['bullet']}
      style={width === undefined ? undefined : { width }}
    >
      {value !== null && <i style={{ width: at(value) }} />}
      {plan !== undefined && plan !== null && <s style={{ left: `calc(${at(plan)} - 1px)` }} />}
    </div>
  );
}
