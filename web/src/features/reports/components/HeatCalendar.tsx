import { useRef } from 'react';
import type { ComponentProps, KeyboardEvent } from 'react';
import { occupancyLevel } from '@/components/figures/occupancyLevel';
import { daysOf, inSeoul, longDay, mondayOf, shortDay, weekdayText, weekOf } from '@/lib/days';
import type { Day, PerformanceKey } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { percent, unknown } from '@/lib/numbers';
import { cellOccupancy, isLow, performanceKey } from '@/lib/performances';
import { useFormat } from '@/lib/useFormat';
import { moved, weeksOf } from '../calendar';
import type { Performance } from '../calendar';
import { ExpectedShare } from '../foresight/ExpectedShare';
import { expectedShare } from '../foresight/run';
import type { ShowForecast } from '../foresight/run';
import { words as foresight } from '../foresight/words';
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
  forecasts,
  onOpen,
}: {
  performances: readonly Performance[];
  recordDate: Day | null;
  asOf: Day;
  open: Performance | undefined;
  /** With these the cells show what is expected in the end; those that were played stay as they were. */
  forecasts?: ReadonlyMap<PerformanceKey, ShowForecast>;
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
                const when = `${shortDay(day)} ${time}`;
                const shared = {
                  type: 'button',
                  'data-key': key,
                  'aria-pressed': performance === open,
                  tabIndex: performance === first ? 0 : -1,
                  className: styles['show'],
                  onClick: () => onOpen(performance),
                  onKeyDown: (event: KeyboardEvent) => move(event, performance),
                } as const;
                const forecast = forecasts?.get(key);
                if (forecasts !== undefined)
                  return (
                    <ExpectedShow
                      key={key}
                      button={shared}
                      forecast={forecast}
                      when={when}
                      day={longDay(day, language)}
                      time={time}
                    />
                  );
                return (
                  <button
                    key={key}
                    {...shared}
                    data-level={low ? 1 : occupancyLevel(performance.occupancy)}
                    data-low={low || undefined}
                    title={t.calendarTip(when, percent(performance.occupancy))}
                  >
                    <span className="spoken">
                      {t.cell(
                        longDay(day, language),
                        time,
                        percent(performance.occupancy),
                        low ? t.lowSuffix : '',
                      )}
                    </span>
                    <span aria-hidden>{cellOccupancy(performance.occupancy, low).slice(0, -1)}</span>
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

/** A performance with what is expected of it in the end; the interval is told where one points, and read aloud. */
function ExpectedShow({
  button,
  forecast,
  when,
  day,
  time,
}: {
  button: ComponentProps<'button'>;
  forecast: ShowForecast | undefined;
  when: string;
  day: string;
  time: string;
}) {
  const f = useMessages(foresight);
  const format = useFormat();
  const share = forecast === undefined ? null : expectedShare(forecast);
  if (forecast === undefined)
    return (
      <button {...button} data-unknown title={f.calendarNone(day, time)}>
        <span className="spoken">{f.calendarNone(day, time)}</span>
        <span aria-hidden>{unknown}</span>
      </button>
    );
  const { sellableSeats, finalSeats } = forecast;
  const { p10, p50, p90 } = finalSeats;
  const house = sellableSeats > 0 ? f.calendarHouse(format.seats(sellableSeats)) : '';
  const [low, high] = [format.seats(p10), format.seats(p90)];
  // What was played is known: it has no interval.
  const known = p10 === p90;
  return (
    <button
      {...button}
      {...(share === null ? { 'data-unknown': true } : { 'data-level': occupancyLevel(share) })}
      title={
        known
          ? f.calendarKnownTip(when, low, house)
          : f.calendarTip(when, format.seats(p50), low, high, house)
      }
    >
      <span className="spoken">
        {share === null
          ? f.calendarUnknown(day, time, low, high)
          : known
            ? f.calendarKnown(day, time, percent(share))
            : f.calendarCell(day, time, percent(share), low, high)}
      </span>
      <span aria-hidden>
        <ExpectedShare of={forecast} bare />
      </span>
    </button>
  );
}
