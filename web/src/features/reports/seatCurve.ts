/** The seats that a concert has sold, day by day, and those that it will have at its pace. */
import type { ReportAnswer } from '@/api/reports';
import { daysBetween, daysOf } from '@/lib/days';
import type { Day } from '@/lib/days';

/** One concert with its grades. */
export type SeatItem = ReportAnswer<'concerts/break-even'>['items'][number];

/** What it sold in one day. */
export type SoldDay = ReportAnswer<'concerts/daily'>['items'][number]['days'][number];

/** Seats sold up to a day; from the record date on also those that are expected. */
interface CurvePoint {
  readonly day: Day;
  readonly sold: number | null;
  readonly expected: number | null;
}

/**
 * The curve from the first day until the sale ends. What the report expects in addition comes evenly over the days that
 * are left, and no more than the house has.
 */
export function seatCurve(
  {
    total,
    recordDate,
  }: Pick<SeatItem, 'recordDate'> & {
    total: Pick<SeatItem['total'], 'seats' | 'soldSeats' | 'expectedAdditionalSeats'>;
  },
  days: readonly Pick<SoldDay, 'day' | 'seats'>[],
  saleEnd: Day | null,
): readonly CurvePoint[] {
  const [first] = days;
  if (first === undefined || recordDate === null) return [];
  const perDay = new Map(days.map(({ day, seats }) => [day, seats]));
  const end = saleEnd !== null && saleEnd > recordDate ? saleEnd : recordDate;
  const ahead = daysBetween(recordDate, end);
  const house = total.seats > 0 ? Math.max(total.seats, total.soldSeats) : Number.POSITIVE_INFINITY;
  const additional = total.expectedAdditionalSeats;
  let sold = 0;
  return daysOf({ from: first.day, to: end }).map((day) => {
    sold += perDay.get(day) ?? 0;
    const passed = daysBetween(recordDate, day);
    const expected =
      passed < 0 || additional === null || ahead === 0
        ? null
        : Math.min(house, total.soldSeats + (additional * passed) / ahead);
    return { day, sold: passed > 0 ? null : sold, expected };
  });
}
