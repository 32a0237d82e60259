/**
 * What the home page says, from a few reports: everything that it adds up is added here, once, and exactly. Each
 * production counts up to its own record date, and is compared with the target of the same days; so a workbook that
 * is missing makes nobody look behind.
 */
import { onSale } from '@/api/missing';
import type { Category, Production } from '@/api/productions';
import type { ReportAnswer, ReportName } from '@/api/reports';
import { stageOf } from '@/components/figures/useStage';
import type { Stage } from '@/components/figures/useStage';
import { addDays, addMonths, daysOf, inSeoul, mondayOf, monthOf, weekOf } from '@/lib/days';
import type { Day, DayRange } from '@/lib/days';
import { changeRatio, meanRatio, ratio, sumKnown } from '@/lib/ratio';

type Items<N extends ReportName> = ReportAnswer<N> extends { items: infer List } ? List : never;
type SalesItem = ReportAnswer<'target-vs-actual'>['items'][number];
type Period = SalesItem['periods'][number];

/** The answers that the page is made of; all but the sales may still be on their way. */
export interface HomeAnswers {
  readonly asOf: Day;
  readonly productions: readonly Production[];
  readonly sales: readonly SalesItem[];
  readonly outlook?: Items<'plays/outlook'> | undefined;
  readonly playForecast?: Items<'plays/profit-forecast'> | undefined;
  readonly concertForecast?: Items<'concerts/profit-forecast'> | undefined;
  readonly breakEven?: Items<'concerts/break-even'> | undefined;
  readonly coverage?: Items<'upload-coverage'> | undefined;
}

/** How far a week or a month is. */
export interface Progress {
  /** Sold on the days that are known; null before the first one. */
  readonly revenueKrw: number | null;
  /** The target of the whole period. */
  readonly targetKrw: number;
  /** The target of the days that are known. */
  readonly dueKrw: number;
  /** Sold on the same days one period before. */
  readonly beforeKrw: number | null;
  /** Sold in the whole period before. */
  readonly wholeBeforeKrw: number | null;
  /** Revenue ÷ target of the whole period. */
  readonly attainment: number | null;
  /** Target of the known days ÷ target of the whole period: where the plan stands. */
  readonly plan: number | null;
  /** How far ahead of the plan, as a share of the whole target. */
  readonly lead: number | null;
  /** Revenue ÷ target of the known days. */
  readonly pace: number | null;
}

/** One production. */
export interface HomeRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly recordDate: Day | null;
  readonly stage: Stage;
  readonly yesterdayKrw: number | null;
  readonly yesterdayBeforeKrw: number | null;
  readonly missing: boolean;
  readonly week: Progress;
  readonly month: Progress;
  /** Mean occupancy of the coming seven days. */
  readonly occupancy: number | null;
  /** Revenue of the last 30 days up to yesterday. */
  readonly days: readonly (number | null)[];
  readonly totalKrw: number | null;
  readonly profitKrw: number | null;
  readonly profitReason: string | null;
}

/** A performance of the coming seven days. */
export interface ComingPerformance {
  readonly code: string;
  readonly name: string;
  readonly category: Category;
  readonly startsAt: string;
  readonly occupancy: number;
  readonly remainingSeats: number | null;
  readonly low: boolean;
}

/** A day of the chart. */
export interface HomeDay {
  readonly day: Day;
  readonly revenueKrw: Readonly<Record<Category, number | null>>;
  readonly totalKrw: number | null;
  readonly targetKrw: number;
}

/** Everything that the page shows. */
export interface HomeFigures {
  readonly yesterday: Day;
  /** The last day that counts into week and month; null while none does. */
  readonly weekThrough: Day | null;
  readonly monthThrough: Day | null;
  readonly rows: readonly HomeRow[];
  readonly missing: readonly HomeRow[];
  readonly yesterdayKrw: number | null;
  /** Against the same weekday of the week before, of the productions that know yesterday. */
  readonly yesterdayChange: number | null;
  readonly yesterdayKnown: number;
  readonly week: Progress;
  readonly weekChange: number | null;
  readonly month: Progress;
  readonly profitKrw: number | null;
  readonly coming: DayRange;
  readonly performances: readonly ComingPerformance[];
  readonly occupancy: number | null;
  readonly occupancyByDay: readonly { readonly day: Day; readonly occupancy: number | null }[];
  readonly low: readonly ComingPerformance[];
  readonly days30: readonly (number | null)[];
  readonly chart: readonly HomeDay[];
  /** The last day that any production knows. */
  readonly lastDay: Day | null;
}

/** Under this occupancy a performance is low, unless the outlook says otherwise. */
export const lowThreshold = 0.4;

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

function progressOf(
  revenue: number | null,
  target: number,
  due: number,
  before: number | null,
  whole: number | null,
): Progress {
  return {
    revenueKrw: revenue,
    targetKrw: target,
    dueKrw: due,
    beforeKrw: before,
    wholeBeforeKrw: whole,
    attainment: ratio(revenue, target),
    plan: ratio(due, target),
    lead: revenue === null ? null : ratio(revenue - due, target),
    pace: ratio(revenue, due),
  };
}

function together(all: readonly Progress[]): Progress {
  const sum = (read: (progress: Progress) => number | null) => sumKnown(all.map(read));
  return progressOf(
    sum(({ revenueKrw }) => revenueKrw),
    sum(({ targetKrw }) => targetKrw) ?? 0,
    sum(({ dueKrw }) => dueKrw) ?? 0,
    sum(({ revenueKrw, beforeKrw }) => (revenueKrw === null ? null : beforeKrw)),
    sum(({ wholeBeforeKrw }) => wholeBeforeKrw),
  );
}

/** The days of one production, by day; a day without row that the record date covers sold nothing. */
class Sales {
  private readonly byDay: ReadonlyMap<Day, Period>;
  private readonly recordDate: Day | null;

  constructor({ periods, recordDate }: SalesItem) {
    this.byDay = new Map(periods.map((period) => [period.period, period]));
    this.recordDate = recordDate;
  }

  revenue(day: Day): number | null {
    if (this.recordDate === null || day > this.recordDate) return null;
    return this.byDay.get(day)?.revenueKrw ?? 0;
  }

  target(day: Day): number {
    return this.byDay.get(day)?.targetKrw ?? 0;
  }

  revenueOf(range: DayRange): number | null {
    return sumKnown(daysOf(range).map((day) => this.revenue(day)));
  }

  targetOf(range: DayRange): number {
    return daysOf(range).reduce((sum, day) => sum + this.target(day), 0);
  }

  progress(period: DayRange, before: DayRange, through: Day | null): Progress {
    const target = this.targetOf(period);
    const whole = this.revenueOf(before);
    if (through === null || through < period.from) return progressOf(null, target, 0, null, whole);
    const known = { from: period.from, to: through };
    const same = daysOf(known).length;
    return progressOf(
      this.revenueOf(known),
      target,
      this.targetOf(known),
      this.revenueOf({ from: before.from, to: earlier(before.to, addDays(before.from, same - 1)) }),
      whole,
    );
  }
}

/** Adds up the page. */
export function homeFigures(answers: HomeAnswers): HomeFigures {
  const { asOf, productions, sales } = answers;
  const yesterday = addDays(asOf, -1);
  const week = weekOf(asOf);
  const month = monthOf(asOf);
  const weekBefore = weekOf(addDays(week.from, -7));
  const monthBefore = monthOf(addMonths(month.from, -1));
  const days30 = daysOf({ from: addDays(asOf, -30), to: yesterday });
  const coming = { from: addDays(asOf, 1), to: addDays(asOf, 7) };

  const facts = new Map(productions.map((production) => [production.id, production]));
  const forecasts = new Map(
    [...(answers.playForecast ?? []), ...(answers.concertForecast ?? [])].map((item) => [
      item.productionId,
      item,
    ]),
  );
  const counts = new Map(
    (answers.playForecast ?? []).map(({ productionId, playedPerformances, toComePerformances }) => [
      productionId,
      { played: playedPerformances, total: playedPerformances + toComePerformances },
    ]),
  );
  const uploaded = new Set(
    (answers.coverage ?? [])
      .filter(({ coverage }) => coverage.some((entry) => entry.day === yesterday && entry.uploaded))
      .map(({ productionId }) => productionId),
  );
  const performances = comingPerformances(answers, facts, coming);

  const known = sales.map((item) => ({ item, sales: new Sales(item) }));
  const rows = known.map(({ item, sales: sold }): HomeRow => {
    const production = facts.get(item.productionId);
    const through = item.recordDate === null ? null : earlier(item.recordDate, asOf);
    const forecast = forecasts.get(item.productionId);
    const count = counts.get(item.productionId);
    return {
      id: item.productionId,
      code: item.productionCode,
      name: item.productionName,
      category: item.category,
      recordDate: item.recordDate,
      stage:
        production === undefined
          ? { kind: 'unknown' }
          : stageOf(production, asOf, count !== undefined && count.total > 0 ? count : undefined),
      yesterdayKrw: sold.revenue(yesterday),
      yesterdayBeforeKrw: sold.revenue(addDays(yesterday, -7)),
      missing:
        answers.coverage !== undefined &&
        production !== undefined &&
        onSale(production, yesterday) &&
        !uploaded.has(item.productionId),
      week: sold.progress(week, weekBefore, through),
      month: sold.progress(month, monthBefore, through),
      occupancy: meanRatio(
        performances.filter(({ code }) => code === item.productionCode).map(({ occupancy }) => occupancy),
      ),
      days: days30.map((day) => sold.revenue(day)),
      totalKrw:
        item.periods.findLast(({ cumulativeRevenueKrw }) => cumulativeRevenueKrw !== null)
          ?.cumulativeRevenueKrw ?? null,
      profitKrw: forecast?.projectedProfitKrw ?? null,
      profitReason: forecast?.reason ?? null,
    };
  });

  const knowing = rows.filter(({ yesterdayKrw }) => yesterdayKrw !== null);
  const yesterdayKrw = sumKnown(rows.map((row) => row.yesterdayKrw));
  const weeks = together(rows.map((row) => row.week));
  const last = lastKnown(rows, asOf);

  return {
    yesterday,
    weekThrough: last !== null && last >= mondayOf(asOf) ? last : null,
    monthThrough: last !== null && last >= month.from ? last : null,
    rows,
    missing: rows.filter((row) => row.missing),
    yesterdayKrw,
    yesterdayChange: changeRatio(yesterdayKrw, sumKnown(knowing.map((row) => row.yesterdayBeforeKrw))),
    yesterdayKnown: knowing.length,
    week: weeks,
    weekChange: changeRatio(weeks.revenueKrw, weeks.beforeKrw),
    month: together(rows.map((row) => row.month)),
    profitKrw: sumKnown(rows.map((row) => row.profitKrw)),
    coming,
    performances,
    occupancy: meanRatio(performances.map(({ occupancy }) => occupancy)),
    occupancyByDay: daysOf(coming).map((day) => ({
      day,
      occupancy: meanRatio(
        performances
          .filter(({ startsAt }) => inSeoul(startsAt).day === day)
          .map(({ occupancy }) => occupancy),
      ),
    })),
    low: performances.filter(({ low }) => low),
    days30: days30.map((_, index) => sumKnown(rows.map((row) => row.days[index] ?? null))),
    lastDay: last,
    chart: daysOf({ from: addDays(asOf, -30), to: addDays(asOf, 6) }).map((day) => {
      const of = (category: Category) =>
        sumKnown(
          known
            .filter(({ item }) => item.category === category)
            .map(({ sales: sold }) => shown(sold, day, asOf)),
        );
      const revenueKrw = { musical: of('musical'), play: of('play'), concert: of('concert') };
      return {
        day,
        revenueKrw,
        totalKrw: sumKnown(Object.values(revenueKrw)),
        targetKrw: known.reduce((sum, { sales: sold }) => sum + sold.target(day), 0),
      };
    }),
  };
}

/** What was sold on a day, as far as it lies before the day that is looked at. */
function shown(sales: Sales, day: Day, asOf: Day): number | null {
  return day > asOf ? null : sales.revenue(day);
}

/** The last day that any production knows, up to the day that is looked at. */
function lastKnown(rows: readonly HomeRow[], asOf: Day): Day | null {
  return rows.reduce<Day | null>((last, { recordDate }) => {
    if (recordDate === null) return last;
    const day = earlier(recordDate, asOf);
    return last === null || day > last ? day : last;
  }, null);
}

/**
 * Performances of the coming seven days, by time. A concert has no occupancy of its own in the workbooks; on the day
 * of its concert it counts with what is sold of its seats.
 */
function comingPerformances(
  { outlook, breakEven }: HomeAnswers,
  facts: ReadonlyMap<string, Production>,
  { from, to }: DayRange,
): ComingPerformance[] {
  const within = (startsAt: string) => {
    const { day } = inSeoul(startsAt);
    return from <= day && day <= to;
  };
  const plays = (outlook ?? []).flatMap(({ productionCode, productionName, category, performances }) =>
    performances
      .filter(({ startsAt }) => within(startsAt))
      .map(({ startsAt, occupancy, remainingSeats, low }) => ({
        code: productionCode,
        name: productionName,
        category,
        startsAt,
        occupancy,
        remainingSeats,
        low,
      })),
  );
  const concerts = (breakEven ?? []).flatMap((item) => {
    const startsAt = facts.get(item.productionId)?.concertAt ?? null;
    const occupancy = ratio(item.total.soldSeats, item.total.seats);
    if (startsAt === null || !within(startsAt) || occupancy === null) return [];
    return [
      {
        code: item.productionCode,
        name: item.productionName,
        category: item.category,
        startsAt,
        occupancy,
        remainingSeats: item.total.remainingSeats,
        low: occupancy < lowThreshold,
      },
    ];
  });
  return [...plays, ...concerts].toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}
