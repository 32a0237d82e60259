import { CategoryMark } from '@/components/figures/CategoryMark';
import { classes } from '@/components/classes';
import { columnScale } from '@/components/figures/columnScale';
import { useMessages } from '@/lib/i18n/messages';
import type { Line } from './linesOption';
import { isKnown, scaledBy } from './multiplesScale';
import type { MultiplesScale } from './multiplesScale';
import { words } from './multiplesWords';
import styles from './Multiples.module.css';

/** Height of the columns; a pixel above them stays free. */
const drawn = 55;

/**
 * Many productions over the same time: a small picture each, columns from zero, on one common scale, so that they can
 * be compared, or each on its own. Columns to come are hollow; what nobody knows is blank, refunds hang below zero, and
 * a production of which nothing is known has no picture.
 */
export function Multiples({
  xs,
  lines,
  text,
  toCome = -1,
  scale = 'common',
}: {
  xs: readonly string[];
  lines: readonly Line[];
  text: (value: number) => string;
  toCome?: number;
  scale?: MultiplesScale;
}) {
  const t = useMessages(words);
  return (
    <>
      <ul className={styles['multiples']}>
        {lines.map((line) => {
          const { key, name, category, values } = line;
          const last = values.findLast(
            (value, index) => value !== null && (toCome < 0 || index < toCome || values[toCome - 1] === null),
          );
          const scaled = scaledBy(line, lines, scale);
          const at = columnScale(scaled, drawn);
          return (
            <li key={key}>
              <p className={styles['name']}>
                {category !== 'all' && <CategoryMark category={category} />}
                <span className={styles['title']}>{name}</span>
                <span className="second">{last === undefined || last === null ? '–' : text(last)}</span>
              </p>
              {!isKnown(line) ? (
                <p className="caption quiet">{t.none}</p>
              ) : (
                <>
                  <svg
                    role="img"
                    aria-label={`${name}: ${values.map((value, index) => `${xs[index] ?? ''} ${value === null ? '–' : text(value)}`).join(', ')}`}
                    className={classes(styles['columns'], styles[category])}
                    viewBox={`0 ${drawn - 56} ${Math.max(1, values.length) * 10} 56`}
                    preserveAspectRatio="none"
                  >
                    {values.map((value, index) => {
                      if (value === null) return null;
                      return (
                        <rect
                          key={xs[index]}
                          className={toCome >= 0 && index >= toCome ? styles['hollow'] : undefined}
                          x={index * 10 + 1.5}
                          width={7}
                          {...at(value)}
                        >
                          <title>{`${xs[index] ?? ''} ${text(value)}`}</title>
                        </rect>
                      );
                    })}
                  </svg>
                  <p className={styles['axis']}>
                    <span>{xs[0]}</span>
                    {scale === 'own' && <span>{t.top(text(Math.max(0, ...scaled)))}</span>}
                    <span>{xs.at(-1)}</span>
                  </p>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {lines.filter(isKnown).length > 1 && <p className={styles['scale']}>{t[scale]}</p>}
    </>
  );
}
