/**
 * Days and times as the product writes them. A day is the text `YYYY-MM-DD`, a day of Asia/Seoul whatever the zone
 * of the browser is; it is never turned into a local `Date`, which would move it in other zones.
 */
import type { Language } from './i18n/language';

/**
 * A day, `YYYY-MM-DD`. It is a type of its own, like the others here: a text of another form does not compile where a
 * day is meant, and any text has to pass `isDay` first.
 */
export type Day = `${number}-${number}-${number}`;

/** A point in time as the API tells it, RFC 3339: `2026-11-20T19:30:00+09:00`. */
export type Instant = `${Day}T${number}:${number}:${string}`;

/** A performance by its day and time in Seoul, as the address names it: `2026-11-20T19:30`. */
export type PerformanceKey = `${Day}T${number}:${number}`;

/** First and last day of a range, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

const dayMs = 86_400_000;
const kstMs = 9 * 3_600_000;

const weekdays = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;

const longWeekdays = {
  ko: ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

// prettier-ignore
const months = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

const at = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const iso = (date: Date): Day => date.toISOString().slice(0, 10) as Day;

/** Whether a text is a day of the calendar that the server takes. */
export function isDay(text: string | null | undefined): text is Day {
  if (text === null || text === undefined || !/^2\d{3}-\d{2}-\d{2}$/.test(text) || text > '2100-12-31')
    return false;
  const date = at(text as Day);
  return !Number.isNaN(date.getTime()) && iso(date) === text;
}

/** The day that it is in Seoul. */
export function todayInSeoul(now: Date = new Date()): Day {
  return iso(new Date(now.getTime() + kstMs));
}

/** The day `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return iso(new Date(at(day).getTime() + days * dayMs));
}

/** The same day of the month `count` later; the last day where that month is shorter. */
export function addMonths(day: Day, count: number): Day {
  const date = at(day);
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date.getUTCDate(), length));
  return iso(first);
}

/** Days from `from` to `to`; 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((at(to).getTime() - at(from).getTime()) / dayMs);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return at(day).getUTCDay();
}

/** Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** The week of a day, Monday to Sunday. */
export function weekOf(day: Day): DayRange {
  const from = mondayOf(day);
  return { from, to: addDays(from, 6) };
}

/** A text that is known to be a day, such as the key of a week; any other is a mistake of the program. */
export function toDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`${text} is no day`);
  return text;
}

/** Whether a text is a point in time, as the API tells it. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && text.includes('T') && !Number.isNaN(Date.parse(text));
}

/** The first day of a month, which a day of it names as well. */
export function firstOfMonth(month: string): Day {
  return toDay(`${month.slice(0, 7)}-01`);
}

/** The month of a day. */
export function monthOf(day: Day): DayRange {
  const from = firstOfMonth(day);
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** Every day of a range, in order. */
export function daysOf({ from, to }: DayRange): Day[] {
  const length = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length }, (_, index) => addDays(from, index));
}

const monthAndDay = (day: Day): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;

/** `11/19(목)`; a day of another year than `thisYear` in full, `2025-11-19`. */
export function dayText(day: Day | null | undefined, language: Language, thisYear: string): string {
  if (day === null || day === undefined) return '–';
  if (!day.startsWith(thisYear)) return day;
  return `${monthAndDay(day)}(${weekdays[language][weekdayOf(day)] ?? ''})`;
}

/** `11/19`, for axes and heads of columns. */
export function shortDay(day: Day): string {
  return monthAndDay(day);
}

/** The weekday alone: `목`. */
export function weekdayText(day: Day, language: Language): string {
  return weekdays[language][weekdayOf(day)] ?? '';
}

/** A day in words, for headings and screen readers: `11월 20일 금요일`. */
export function longDay(day: Day, language: Language): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const weekday = longWeekdays[language][weekdayOf(day)] ?? '';
  return language === 'en'
    ? `${weekday}, ${months[month - 1] ?? ''} ${date}`
    : `${month}월 ${date}일 ${weekday}`;
}

/** `11/9–11/15`; a single day stands alone. */
export function rangeText({ from, to }: DayRange, thisYear: string): string {
  const one = (day: Day) => (day.startsWith(thisYear) ? monthAndDay(day) : day);
  return from === to ? one(from) : `${one(from)}–${one(to)}`;
}

/** `11월`, another year `2025년 11월`. The month is `YYYY-MM`. */
export function monthText(month: string, language: Language, thisYear: string): string {
  const number = Number(month.slice(5, 7));
  const year = month.slice(0, 4);
  if (language === 'en') {
    const name = (months[number - 1] ?? '').slice(0, 3);
    return year === thisYear ? name : `${name} ${year}`;
  }
  return year === thisYear ? `${number}월` : `${year}년 ${number}월`;
}

/** An instant of the API in Seoul, as day and `HH:MM`. */
export function inSeoul(instant: Instant): { day: Day; time: string } {
  const shifted = new Date(new Date(instant).getTime() + kstMs);
  return { day: iso(shifted), time: shifted.toISOString().slice(11, 16) };
}

/** `11/19(목) 19:30`. */
export function dayTimeText(
  instant: Instant | null | undefined,
  language: Language,
  thisYear: string,
): string {
  if (instant === null || instant === undefined) return '–';
  const { day, time } = inSeoul(instant);
  return `${dayText(day, language, thisYear)} ${time}`;
}
