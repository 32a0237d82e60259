import type { EventClickArg, EventContentArg, EventInput } from '@fullcalendar/core';
import dayGridPlugin from '@fullcalendar/daygrid';
import FullCalendar from '@fullcalendar/react';
import { useMemo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Category } from '@/api/productions';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { classes } from '@/components/classes';
import { carriedPath } from '@/components/layout/AppLink';
import { addDays, daysOf, inSeoul, longDay, mondayOf, weekdayText, weekOf } from '@/lib/days';
import type { Day, Instant } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { cellOccupancy, performancePath } from '@/lib/performances';
import { shortName } from '@/lib/shortName';
import { useToday } from '@/lib/useToday';
import { Band } from './Band';
import { words } from './calendarWords';
import styles from './MonthGrid.module.css';

/** A performance on the calendar. */
export interface CalendarPerformance {
  readonly productionCode: string;
  readonly productionName: string;
  readonly category: Category;
  readonly startsAt: Instant;
  readonly occupancy: number | null;
  readonly low: boolean;
}

/** A text across days, such as a marketing week. */
export interface CalendarBand {
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
  readonly category: Category;
  readonly text: string;
}

/** What a month shows. */
export interface MonthGridProps {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly performances: readonly CalendarPerformance[];
  readonly bands?: readonly CalendarBand[];
  /** Notes of days. */
  readonly notes?: ReadonlyMap<Day, string>;
  /** Words on days that follow from the productions, such as the opening. */
  readonly marks?: ReadonlyMap<Day, readonly string[]>;
  /** What holidays are called. */
  readonly holidays?: ReadonlyMap<Day, string>;
  /** What stands left of a week, by its Monday. */
  readonly week?: (monday: Day) => ReactNode;
  readonly onDay?: (day: Day) => void;
  readonly onWeek?: (monday: Day) => void;
}

// The heads of its columns are days of no year, which only have a weekday.
const iso = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** Draws the month; use `MonthCalendar`, which loads it when it is needed. */
export function MonthGrid({
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
  const language = useLanguage();
  const today = useToday();
  const navigate = useNavigate();
  const { search } = useLocation();
  const events = useMemo(
    (): EventInput[] => [
      ...bands.map((band) => ({
        id: band.key,
        start: band.from,
        end: addDays(band.to, 1),
        allDay: true,
        order: 0,
        // It holds a button of its own.
        interactive: false,
        band,
      })),
      ...performances.map((performance) => {
        const { day, time } = inSeoul(performance.startsAt);
        return {
          id: `${performance.productionCode} ${performance.startsAt}`,
          start: `${day}T${time}:00`,
          order: 1,
          url: carriedPath(performancePath(performance.productionCode, performance), search),
          performance,
        };
      }),
    ],
    [bands, performances, search],
  );

  /** How many words the fullest head of a week has: bands lie across its days, below the highest of them. */
  function mostTags(day: Day): number {
    const heads = daysOf(weekOf(mondayOf(day))).map(
      (one) =>
        (holidays?.has(one) === true ? 1 : 0) +
        (marks?.get(one)?.length ?? 0) +
        (notes?.has(one) === true ? 1 : 0),
    );
    return Math.max(...heads);
  }

  /** The library's links load a page; ours go there, unless a new tab or window is asked for. */
  function follow({ jsEvent, event }: EventClickArg) {
    const { button, ctrlKey, metaKey, shiftKey, altKey } = jsEvent;
    if (event.url === '' || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
    jsEvent.preventDefault();
    void navigate(event.url);
  }

  return (
    <div className={classes(styles['grid'], week !== undefined && styles['gutter'])}>
      <FullCalendar
        key={month}
        plugins={[dayGridPlugin]}
        initialView="dayGridMonth"
        initialDate={`${month}-01`}
        // Days and times are those of Seoul already: no zone may move them.
        timeZone="UTC"
        now={today}
        firstDay={1}
        headerToolbar={false}
        height="auto"
        fixedWeekCount={false}
        eventDisplay="block"
        eventOrder="order,start,title"
        events={events}
        weekNumbers={week !== undefined}
        weekNumberContent={({ date }) => week?.(iso(date))}
        // Its name is what it holds, not only the day.
        dayCellDidMount={({ el }) => el.removeAttribute('aria-labelledby')}
        // Its own name is English, whatever the head shows.
        dayHeaderDidMount={({ el }) => el.querySelector('[aria-label]')?.removeAttribute('aria-label')}
        eventClick={follow}
        dayHeaderContent={({ date }) => weekdayText(iso(date), language)}
        dayCellContent={({ date, isToday }) => (
          <DayHead
            day={iso(date)}
            today={isToday}
            note={notes?.get(iso(date))}
            marks={marks?.get(iso(date)) ?? []}
            holiday={holidays?.get(iso(date))}
            reserved={bands.length === 0 ? 0 : mostTags(iso(date))}
            {...(onDay === undefined ? {} : { onDay })}
          />
        )}
        eventContent={(shown) => (
          <CalendarEvent shown={shown} {...(onWeek === undefined ? {} : { onWeek })} />
        )}
      />
    </div>
  );
}

function DayHead({
  day,
  today,
  note,
  marks,
  holiday,
  reserved,
  onDay,
}: {
  day: Day;
  today: boolean;
  note: string | undefined;
  marks: readonly string[];
  /** What the holiday is called, if it is one. */
  holiday: string | undefined;
  /** For how many words it has room, at least. */
  reserved: number;
  onDay?: (day: Day) => void;
}) {
  const t = useMessages(words);
  const language = useLanguage();
  const number = (
    <span
      className={classes(styles['date'], today && styles['today'], holiday !== undefined && styles['dayOff'])}
    >
      {Number(day.slice(8))}
    </span>
  );
  const room = { '--reserved': reserved } as CSSProperties;
  const text = (
    <span className={styles['tags']}>
      {holiday !== undefined && (
        <span className={styles['holiday']} title={t.holiday(holiday)}>
          {holiday}
        </span>
      )}
      {marks.map((mark) => (
        <span key={mark} className={styles['mark']} title={mark}>
          {mark}
        </span>
      ))}
      {note !== undefined && (
        <span className={styles['note']} title={note}>
          {note}
        </span>
      )}
    </span>
  );
  if (onDay === undefined) {
    return (
      <span className={styles['day']} style={room}>
        {number}
        {text}
      </span>
    );
  }
  return (
    <button type="button" className={styles['day']} style={room} onClick={() => onDay(day)}>
      <span className="spoken">{t.day(longDay(day, language))}</span>
      <span aria-hidden>{number}</span>
      {text}
    </button>
  );
}

function CalendarEvent({ shown, onWeek }: { shown: EventContentArg; onWeek?: (monday: Day) => void }) {
  const extended = shown.event.extendedProps as {
    band?: CalendarBand;
    performance?: CalendarPerformance;
  };
  const { band } = extended;
  if (band !== undefined) return <Band band={band} onPress={onWeek && (() => onWeek(band.from))} />;
  return extended.performance === undefined ? null : <Performance performance={extended.performance} />;
}

function Performance({ performance }: { performance: CalendarPerformance }) {
  const t = useMessages(words);
  const language = useLanguage();
  const today = useToday();
  const { productionName, category, startsAt, occupancy, low } = performance;
  const { day, time } = inSeoul(startsAt);
  return (
    <span className={classes(styles['performance'], day < today && styles['past'])} title={productionName}>
      <span className="spoken">
        {productionName}, {longDay(day, language)}
      </span>
      <CategoryMark category={category} />
      <span className={styles['time']}>{time}</span>
      <span aria-hidden className={styles['name']}>
        {shortName(productionName)}
      </span>
      <span className={classes(styles['share'], low && styles['low'])}>
        {occupancy === null ? '' : cellOccupancy(occupancy, low)}
      </span>
      {low && <span className="spoken">{t.low}</span>}
    </span>
  );
}
