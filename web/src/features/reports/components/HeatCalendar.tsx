import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { occupancyLevel } from '@/components/figures/occupancyLevel';
import { daysOf, inSeoul, longDay, mondayOf, shortDay, weekdayText, weekOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { percent } from '@/lib/numbers';
import { isLow, performanceKey } from '@/lib/performances';
import { moved, weeksOf } from '../calendar';
import type { Performance } from '../calendar';
import { words } from '../productionWords';
import styles from './production.module.css';

/**
 * The performances as weeks of days, coloured by how full they are. Arrows go from one to the next and from week to
 * week; Enter opens one. Only one of them is in the order of Tab.
 */
export function HeatCalendar({
  performances,
  recordDate,
  asOf,
  open,
  onOpen,
}: {
  performances: readonly Performance[];
  recordDate: Day | null;
  asOf: Day;
  open: Performance | undefined;
  onOpen: (performance: Performance) => void;
}) {
  const t = useMessages(words);
  const language = useLanguage();
  const weeks = weeksOf(performances);
  const grid = useRef<HTMLDivElement>(null);
  const first = open ?? performances[0];
  const days = weeks[0] === undefined ? [] : daysOf(weekOf(weeks[0].monday));

  function move(event: KeyboardEvent, from: Performance) {
    const next = moved(weeks, from, event.key);
    if (next === undefined) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-key="${performanceKey(next)}"]`)?.focus();
  }

  return (
    <div ref={grid} role="grid" aria-label={t.calendar} className={styles['calendar']}>
      <div role="row" className={styles['calendarRow']}>
        <span role="columnheader" className="spoken">
          {t.weekHead}
        </span>
        {days.map((day) => (
          <span key={day} role="columnheader" className={styles['weekday']}>
            {weekdayText(day, language)}
          </span>
        ))}
      </div>
      {weeks.map(({ monday, days: cells }) => (
        <div key={monday} role="row" className={styles['calendarRow']}>
          <span
            role="rowheader"
            className={monday === mondayOf(asOf) ? styles['presentWeek'] : styles['weekName']}
          >
            {monday === mondayOf(asOf) ? t.thisWeek : shortDay(monday)}
          </span>
          {cells.map((shows, index) => (
            <div key={index} role="gridcell" className={styles['calendarDay']}>
              {shows.map((performance) => {
                const { day, time } = inSeoul(performance.startsAt);
                const low = isLow(performance, recordDate);
                const key = performanceKey(performance);
                return (
                  <button
                    key={key}
                    type="button"
                    data-key={key}
                    data-level={low ? 1 : occupancyLevel(performance.occupancy)}
                    data-low={low || undefined}
                    aria-pressed={performance === open}
                    tabIndex={performance === first ? 0 : -1}
                    title={`${shortDay(day)} ${time}`}
                    className={styles['show']}
                    onClick={() => onOpen(performance)}
                    onKeyDown={(event) => move(event, performance)}
                  >
                    <span className="spoken">
                      {t.cell(
                        longDay(day, language),
                        time,
                        percent(performance.occupancy),
                        low ? t.lowSuffix : '',
                      )}
                    </span>
                    <span aria-hidden>{percent(performance.occupancy, 0).slice(0, -1)}</span>
                  </button>
                );
              })}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
