import type { ReactNode } from 'react';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { classes } from '@/components/classes';
import { AppLink } from '@/components/layout/AppLink';
import {
  addDays,
  daysOf,
  firstOfMonth,
  inSeoul,
  longDay,
  mondayOf,
  monthOf,
  shortDay,
  weekdayText,
} from '@/lib/days';
import type { Day } from '@/lib/days';
import { groupBy } from '@/lib/groups';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { cellOccupancy, performancePath } from '@/lib/performances';
import { useToday } from '@/lib/useToday';
import { Band } from './Band';
import { words } from './calendarWords';
import type { CalendarPerformance, MonthGridProps } from './MonthGrid';
import styles from './MonthList.module.css';

/** The month of a `MonthGrid` as a list by week and day, for phones, where seven columns have no room for words. */
export function MonthList({
  month,
  performances,
  bands = [],
  notes,
  marks,
  holidays,
  week,
  onDay,
  onWeek,
}: MonthGridProps) {
  const t = useMessages(words);
  const today = useToday();
  const played = groupBy(performances, ({ startsAt }) => inSeoul(startsAt).day);
  const has = (day: Day) => [played, notes, marks, holidays].some((of) => of?.has(day) === true);
  const shown = monthOf(firstOfMonth(month));
  // Every day can be pressed where days are pressed.
  const days = daysOf(shown).filter((day) => onDay !== undefined || day === today || has(day));
  const mondays = [...new Set(daysOf(shown).map(mondayOf))];
  const weeks = mondays
    .map((monday) => ({
      monday,
      across: bands.filter(({ from, to }) => from <= addDays(monday, 6) && to >= monday),
      within: days.filter((day) => mondayOf(day) === monday),
    }))
    .filter(({ across, within }) => week !== undefined || across.length > 0 || within.length > 0);
  if (weeks.length === 0) return <p className={classes(styles['none'], 'quiet')}>{t.empty}</p>;
  return (
    <ul>
      {weeks.map(({ monday, across, within }) => (
        <li key={monday} className={styles['week']}>
          {week?.(monday)}
          {across.length > 0 && (
            <ul className={styles['bands']}>
              {across.map((band) => (
                <li key={band.key}>
                  <Band roomy band={band} onPress={onWeek && (() => onWeek(monday))} />
                </li>
              ))}
            </ul>
          )}
          <ul>
            {within.map((day) => (
              <li key={day} className={styles['day']}>
                <Head day={day} today={day === today} off={holidays?.has(day) === true} onDay={onDay}>
                  {holidays?.has(day) === true && (
                    <span className={styles['holiday']}>{holidays.get(day)}</span>
                  )}
                  {marks?.get(day)?.map((mark) => (
                    <span key={mark} className={styles['mark']}>
                      {mark}
                    </span>
                  ))}
                  {notes?.has(day) === true && <span className={styles['note']}>{notes.get(day)}</span>}
                </Head>
                <ul>
                  {(played.get(day) ?? [])
                    .toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
                    .map((performance) => (
                      <li key={`${performance.productionCode} ${performance.startsAt}`}>
                        <Performance performance={performance} past={day < today} />
                      </li>
                    ))}
                </ul>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Head({
  day,
  today,
  off,
  onDay,
  children,
}: {
  day: Day;
  today: boolean;
  off: boolean;
  onDay: ((day: Day) => void) | undefined;
  children: ReactNode;
}) {
  const t = useMessages(words);
  const language = useLanguage();
  const date = (
    <span className={classes(styles['date'], today && styles['today'], off && 'strong')}>
      {shortDay(day)} {weekdayText(day, language)}
    </span>
  );
  if (onDay === undefined)
    return (
      <div className={styles['head']}>
        {date}
        {children}
      </div>
    );
  return (
    <button type="button" className={styles['head']} onClick={() => onDay(day)}>
      <span className="spoken">{t.day(longDay(day, language))}</span>
      <span aria-hidden>{date}</span>
      {children}
    </button>
  );
}

function Performance({ performance, past }: { performance: CalendarPerformance; past: boolean }) {
  const t = useMessages(words);
  const { productionCode, productionName, category, startsAt, occupancy, low } = performance;
  return (
    <AppLink
      to={performancePath(productionCode, performance)}
      className={classes(styles['performance'], past && 'quiet')}
    >
      <span className={styles['time']}>{inSeoul(startsAt).time}</span>
      <CategoryMark category={category} />
      <span className="grow">{productionName}</span>
      <span className={low ? 'behind strong' : 'strong'}>
        {occupancy === null ? '' : cellOccupancy(occupancy, low)}
      </span>
      {low && <span className="spoken">{t.low}</span>}
    </AppLink>
  );
}
