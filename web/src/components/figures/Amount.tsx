/**
 * Figures inside of text and tables: units quieter than digits, a sign or an arrow together with the colour. What
 * nobody knows is a dash, with its reason where there is one.
 */
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import { useLanguage } from '@/lib/i18n/useLanguage';
import {
  absent,
  chance,
  count,
  exactWon,
  percent,
  points,
  rate,
  ratioSign,
  reaches,
  seats,
  shortWonParts,
  shortWonSign,
  unknown,
} from '@/lib/numbers';
import styles from './Amount.module.css';

type Maybe = number | null | undefined;

/** A dash for what nobody knows; `reason` stands in its place where it is known why. */
export function Unknown({ reason }: { reason?: ReactNode }) {
  return <span className="quiet">{reason ?? unknown}</span>;
}

/** The colour of a difference follows what is written: one that rounds to nothing has none. */
function toneOf(sign: -1 | 0 | 1, judged: boolean): string | false {
  if (!judged || sign === 0) return false;
  return sign > 0 ? 'ahead' : 'behind';
}

/** Short money, `1억 2,345만`. `signed` for differences, `judged` where more is better and has to show. */
export function Won({
  value,
  signed,
  judged,
  reason,
}: {
  value: Maybe;
  signed?: boolean;
  judged?: boolean;
  reason?: ReactNode;
}) {
  const language = useLanguage();
  if (absent(value)) return <Unknown reason={reason} />;
  const parts = shortWonParts(value, language, { signed });
  return (
    <span
      data-amount
      className={classes('nowrap', toneOf(shortWonSign(value, language), judged === true))}
      title={exactWon(value, language, { signed: signed === true })}
    >
      {parts.map(({ digits, unit }, index) => (
        <Fragment key={unit}>
          {index > 0 && ' '}
          {digits}
          <span className={styles['unit']}>{unit}</span>
        </Fragment>
      ))}
    </span>
  );
}

/** A ratio, `72.3%`. */
export function Percent({
  value,
  places,
  reason,
}: {
  value: Maybe;
  places?: number | undefined;
  reason?: ReactNode;
}) {
  if (absent(value)) return <Unknown reason={reason} />;
  return (
    <span data-amount className="nowrap">
      {percent(value, places).slice(0, -1)}
      <span className={styles['unit']}>%</span>
    </span>
  );
}

/** A probability, `76%`; beyond what is known so finely `< 1%` or `> 99%`. */
export function Chance({ value }: { value: Maybe }) {
  if (absent(value)) return <Unknown />;
  return (
    <span data-amount className="nowrap">
      {chance(value).slice(0, -1)}
      <span className={styles['unit']}>%</span>
    </span>
  );
}

/** A ratio whose colour says whether it is good; of what is not over that is open, and nothing is judged. */
interface Judged {
  value: Maybe;
  places?: number | undefined;
  judged?: boolean;
}

/** A difference of ratios, `+5.5%p`, coloured by its sign. */
export function Points({ value, places, judged = true }: Judged) {
  if (absent(value)) return <Unknown />;
  return (
    <span data-amount className={classes('nowrap', toneOf(ratioSign(value, places), judged))}>
      {points(value, places)}
    </span>
  );
}

/** A rate of change, `▼ 1.4%`, coloured by its direction. */
export function Rate({ value, places, judged = true }: Judged) {
  if (absent(value)) return <Unknown />;
  return (
    <span data-amount className={classes('nowrap', toneOf(ratioSign(value, places), judged))}>
      {rate(value, places)}
    </span>
  );
}

/** An attainment, `104.6%`: green from 100 % as written, vermilion below. */
export function Attainment({ value, places, judged = true }: Judged) {
  if (absent(value)) return <Unknown />;
  return (
    <span
      data-amount
      className={classes('nowrap', judged && (reaches(value, 1, places) ? 'ahead' : 'behind'))}
    >
      {percent(value, places)}
    </span>
  );
}

/** Seats, `413석`. */
export function Seats({ value, signed }: { value: Maybe; signed?: boolean }) {
  const language = useLanguage();
  if (absent(value)) return <Unknown />;
  const number = count(value, { signed: signed === true });
  const text = seats(value, language, { signed: signed === true });
  return (
    <span data-amount className="nowrap">
      {number}
      <span className={styles['unit']}>{text.slice(number.length)}</span>
    </span>
  );
}
