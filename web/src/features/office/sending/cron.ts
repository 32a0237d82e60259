/**
 * Cron expressions as the server reads them: minute, hour, day of the month, month, weekday, in Seoul. When they come
 * is the server's business; here they are put into words, and made of a few choices.
 */
import type { Language } from '@/lib/i18n/language';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** What an expression names, each list in order. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** Whether a day of the month or a weekday is enough. */
  readonly eitherDay: boolean;
}

/** Reads an expression; nothing for what is none. */
export function parseCron(text: string): Cron | undefined {
  const fields = text.trim().toLowerCase().split(/\s+/);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 5) return undefined;
  const minutes = numbersOf(minute, 0, 59);
  const hours = numbersOf(hour, 0, 23);
  const days = numbersOf(day, 1, 31);
  const months = numbersOf(month, 1, 12, monthNames);
  const sundays = numbersOf(weekday, 0, 7, weekdayNames);
  if (
    minutes === undefined ||
    hours === undefined ||
    days === undefined ||
    months === undefined ||
    sundays === undefined
  )
    return undefined;
  const weekdays = [...new Set(sundays.map((number) => number % 7))].sort((one, other) => one - other);
  return {
    minutes,
    hours,
    days,
    months,
    weekdays,
    eitherDay: !day.startsWith('*') && !weekday.startsWith('*'),
  };
}

function numbersOf(
  field: string,
  first: number,
  last: number,
  names: readonly string[] = [],
): number[] | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [span = '', step, ...rest] = part.split('/');
    const every = step === undefined ? 1 : number(step);
    const ends = span === '*' ? [first, last] : span.split('-').map((end) => value(end, first, names));
    const [from, to = step === undefined ? from : last, ...more] = ends;
    if (every === undefined || every === 0 || from === undefined || to === undefined) return undefined;
    if (ends.includes(undefined) || rest.length + more.length > 0) return undefined;
    if (from < first || to > last || from > to) return undefined;
    for (let at = from; at <= to; at += every) found.add(at);
  }
  return [...found].sort((one, other) => one - other);
}

function value(text: string, first: number, names: readonly string[]): number | undefined {
  const place = names.indexOf(text);
  return place === -1 ? number(text) : place + first;
}

function number(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

/** How often something is done, as the form offers it. */
export type Repeat =
  | { readonly every: 'day'; readonly time: string }
  | { readonly every: 'week'; readonly time: string; readonly weekdays: readonly number[] }
  | { readonly every: 'month'; readonly time: string; readonly day: number };

/** What the form offers of an expression; nothing of one that says more. */
export function repeatOf(cron: Cron): Repeat | undefined {
  const { minutes, hours, days, months, weekdays } = cron;
  const [minute, ...otherMinutes] = minutes;
  const [hour, ...otherHours] = hours;
  if (minute === undefined || hour === undefined || otherMinutes.length + otherHours.length > 0)
    return undefined;
  if (months.length < 12) return undefined;
  const time = clock(hour, minute);
  const [anyDay, anyWeekday] = [days.length === 31, weekdays.length === 7];
  if (anyDay && anyWeekday) return { every: 'day', time };
  if (anyDay) return { every: 'week', time, weekdays };
  const [day, ...otherDays] = days;
  return anyWeekday && !cron.eitherDay && day !== undefined && otherDays.length === 0
    ? { every: 'month', time, day }
    : undefined;
}

/** The expression of what the form offers. */
export function cronOf(repeat: Repeat): string {
  const [hour = 0, minute = 0] = repeat.time.split(':').map(Number);
  const at = `${minute} ${hour}`;
  if (repeat.every === 'day') return `${at} * * *`;
  if (repeat.every === 'month') return `${at} ${repeat.day} * *`;
  return `${at} * * ${repeat.weekdays.length === 0 ? '*' : [...repeat.weekdays].sort().join(',')}`;
}

const clock = (hour: number, minute: number) =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

/** From so many times a day on they are told by the hour. */
const manyTimes = 6;
/** Monday first, as weeks are here. */
export const weekOrder = [1, 2, 3, 4, 5, 6, 0] as const;

const short = {
  ko: ['일', '월', '화', '수', '목', '금', '토'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const;
const long = {
  ko: short.ko,
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
// prettier-ignore
const englishMonths = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const;

/** A weekday in a few letters. */
export const shortWeekday = (weekday: number, language: Language): string => short[language][weekday] ?? '';

/** When an expression comes, in words: `매주 화요일 10:00`. */
export function cronText(cron: Cron, language: Language): string {
  const parts = [monthsText(cron, language), daysText(cron, language), timesText(cron, language)];
  const said = parts.filter((part) => part !== '').join(' ');
  return language === 'en' ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}

/** Whether numbers follow each other without a gap, three or more of them. */
function isSpan(numbers: readonly number[]): boolean {
  const [first = 0] = numbers;
  return numbers.length > 2 && numbers.every((number, place) => number === first + place);
}

/** `1, 3, 5`, or `1–5`. */
function listed(numbers: readonly number[]): string {
  return isSpan(numbers) ? `${numbers[0]}–${numbers.at(-1)}` : numbers.join(', ');
}

function monthsText({ months }: Cron, language: Language): string {
  if (months.length === 12) return '';
  if (language === 'ko') return `${listed(months)}월`;
  const names = months.map((month) => englishMonths[month - 1] ?? '');
  return `in ${isSpan(months) ? `${names[0]}–${names.at(-1)}` : names.join(', ')},`;
}

function daysText({ days, weekdays, eitherDay }: Cron, language: Language): string {
  const ko = language === 'ko';
  const anyDay = days.length === 31;
  const anyWeekday = weekdays.length === 7;
  if ((anyDay && anyWeekday) || (eitherDay && (anyDay || anyWeekday))) return ko ? '매일' : 'every day';
  const inMonth = ko ? `매월 ${listed(days)}일` : `on day ${listed(days)} of the month`;
  const inWeek = weekdaysText(weekdays, language);
  if (anyWeekday) return inMonth;
  if (anyDay) return inWeek;
  if (eitherDay) return ko ? `${inMonth}과 ${inWeek}` : `${inMonth} and ${inWeek}`;
  return ko ? `${inMonth} 가운데 ${inWeek}` : `${inMonth} if it is ${inWeek.replace('every ', '')}`;
}

function weekdaysText(weekdays: readonly number[], language: Language): string {
  const ordered = weekOrder.filter((weekday) => weekdays.includes(weekday));
  const isWorkdays = ordered.join() === '1,2,3,4,5';
  if (language === 'en') {
    return isWorkdays ? 'every Monday–Friday' : `every ${ordered.map((day) => long.en[day]).join(', ')}`;
  }
  if (isWorkdays) return '평일(월–금)';
  const names = ordered.map((day) => short.ko[day]).join('·');
  return `매주 ${names}요일`;
}

function timesText({ minutes, hours }: Cron, language: Language): string {
  const ko = language === 'ko';
  if (minutes.length * hours.length <= manyTimes) {
    const times = hours.flatMap((hour) => minutes.map((minute) => clock(hour, minute))).join(', ');
    return ko ? times : `at ${times}`;
  }
  const within = hours.length === 24 ? '' : ko ? `${listed(hours)}시에 ` : `in the hours ${listed(hours)}, `;
  const gap = (minutes[1] ?? 0) - (minutes[0] ?? 0);
  if (minutes.length === 60) return ko ? `${within}매분` : `${within}every minute`;
  const isEven = minutes.length > 2 && minutes.every((minute, place) => minute === place * gap);
  if (isEven && minutes.length * gap === 60) {
    return ko ? `${within}${gap}분마다` : `${within}every ${gap} minutes`;
  }
  return ko ? `${within}매시 ${listed(minutes)}분` : `${within}at minute ${listed(minutes)} of the hour`;
}
