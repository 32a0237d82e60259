import type { Category } from '@/api/productions';
import { classes } from '@/components/classes';
import styles from './bars.module.css';

/** How sure a part is: what is there, what is there but not yet played, what is only expected. */
export type PartLook = 'solid' | 'pale' | 'hatched';

/** One part of a bar. */
export interface BarPart {
  readonly value: number;
  readonly look: PartLook;
}

/**
 * Where something ends: parts that add up, the rest of the whole as the track, and a tick at the goal. Parts beyond
 * the whole are cut, which the words beside it have to say.
 */
export function StackBar({
  parts,
  whole,
  tick,
  category,
  label,
}: {
  parts: readonly BarPart[];
  whole: number;
  tick?: number | null;
  category: Category;
  /** Read aloud: what each part is. */
  label: string;
}) {
  const at = (value: number) => (whole <= 0 ? 0 : Math.max(0, Math.min(1, value / whole)) * 100);
  const ends = parts.reduce<number[]>((found, { value }) => [...found, (found.at(-1) ?? 0) + value], []);
  return (
    <span role="img" aria-label={label} className={classes(styles['stack'], styles[category])}>
      <span className={styles['track']}>
        {parts.map(({ look }, index) => {
          const from = at(ends[index - 1] ?? 0);
          const to = at(ends[index] ?? 0);
          return (
            <i key={look} className={styles[look]} style={{ left: `${from}%`, width: `${to - from}%` }} />
          );
        })}
      </span>
      {tick !== undefined && tick !== null && <s style={{ left: `calc(${at(tick)}% - 1px)` }} />}
    </span>
  );
}

/** What the parts of bars are. */
export function PartsLegend({
  category,
  parts,
  label,
}: {
  /** Whose colour the signs have; those of bars of several categories are in ink, which belongs to none. */
  category: Category | 'all';
  parts: readonly { readonly look: PartLook | 'rest' | 'tick'; readonly name: string }[];
  label?: string;
}) {
  return (
    <ul aria-label={label} className="row wrapped caption second">
      {parts.map(({ look, name }) => (
        <li key={look} className="row">
          <span aria-hidden className={classes(styles['sign'], styles[category])}>
            <i className={styles[look]} />
          </span>
          {name}
        </li>
      ))}
    </ul>
  );
}
