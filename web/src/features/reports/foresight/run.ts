/** What the forecast of one run is drawn from: its days, and the forecasts of its performances by their names. */
import type { ReportAnswer } from '@/api/reports';
import { addDays, daysOf, inSeoul } from '@/lib/days';
import type { Day, PerformanceKey } from '@/lib/days';
import { performanceKey } from '@/lib/performances';

/** One run with its performances. */
export type ForecastItem = ReportAnswer<'forecast'>['items'][number];

/** What is expected of a whole run. */
export type Run = NonNullable<ForecastItem['run']>;

/** What is expected of one performance. */
export type ShowForecast = ForecastItem['performances'][number];

/** How one run paces. */
export type PaceItem = ReportAnswer<'pace'>['items'][number];

/** Won, seats or shares from low to high; the middle is withheld while too few days are known. */
export interface Ends {
  readonly p10: number;
  readonly p50: number | null;
  readonly p90: number;
}

/** A day of a run: what was sold up to it, and how likely break-even is by it. */
export interface RunDay {
  readonly day: Day;
  readonly sold: number | null;
  readonly probability: number | null;
}

/** The day of the last performance, which a run ends with. */
export function closingOf({ performances, run }: Pick<ForecastItem, 'performances' | 'run'>): Day | null {
  const days = performances.map(({ startsAt }) => inSeoul(startsAt).day).toSorted();
  return days.at(-1) ?? run?.breakEven?.curve.at(-1)?.date ?? null;
}

/**
 * Every day from the first known one to the closing. Days after the origin have sold nothing that anybody knows, and
 * those before it no probability: neither is zero.
 */
export function runDays(
  sold: ReadonlyMap<Day, number>,
  origin: Day,
  closing: Day,
  curve: NonNullable<Run['breakEven']>['curve'] = [],
): readonly RunDay[] {
  const from = [...sold.keys()].toSorted()[0] ?? origin;
  const likely = new Map(curve.map(({ date, probability }) => [date, probability]));
  return daysOf({ from: from < origin ? from : origin, to: closing > origin ? closing : origin }).map(
    (day) => ({
      day,
      sold: day > origin ? null : (sold.get(day) ?? null),
      probability: likely.get(day) ?? null,
    }),
  );
}

/**
 * The share of seats that a run had sold, point by point. Its axis begins with the earliest sale of those that it is
 * compared with: before its own first sale it has none, which the report tells as 0.
 */
export function ownShares(points: PaceItem['points']): readonly (number | null)[] {
  const begin = points.findIndex(({ soldShare }) => soldShare !== null && soldShare !== 0);
  return points.map(({ soldShare }, index) => (index < begin ? null : soldShare));
}

/** The share of seats that were sold by day, up to the origin: the axis of pace counts days to the last performance. */
export function sharesByDay({ origin, daysToGo, points }: PaceItem): ReadonlyMap<Day, number> {
  const found = new Map<Day, number>();
  if (origin === null || daysToGo === null) return found;
  for (const [index, share] of ownShares(points).entries()) {
    const point = points[index];
    if (point !== undefined && share !== null) found.set(addDays(origin, daysToGo - point.daysToGo), share);
  }
  return found;
}

/** The forecasts of performances that are to come, by their names. */
export function forecastsByShow(
  item: Pick<ForecastItem, 'performances'> | undefined,
): ReadonlyMap<PerformanceKey, ShowForecast> {
  return new Map((item?.performances ?? []).map((forecast) => [performanceKey(forecast), forecast]));
}

/** Expected seats of a performance as a share of those that can be sold; unknown without a house or a middle. */
export function expectedShare({
  finalSeats,
  sellableSeats,
}: Pick<ShowForecast, 'finalSeats' | 'sellableSeats'>): number | null {
  return sellableSeats <= 0 || finalSeats.p50 === null ? null : finalSeats.p50 / sellableSeats;
}
