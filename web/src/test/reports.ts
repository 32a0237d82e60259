/** Rows of reports as the server answers them, so that a test names only the figures that it is about. */
import type { ReportAnswer } from '@/api/reports';

type Overview = ReportAnswer<'overview'>;
type OverviewItem = Overview['items'][number];

const nothing = {
  bookedKrw: 0,
  breakEvenKrw: null,
  breakEvenOnTarget: null,
  breakEvenRatio: null,
  depositedKrw: null,
  lastDays: [],
  monthDueRatio: null,
  monthDueTargetKrw: null,
  monthRevenueKrw: null,
  monthTargetKrw: null,
  openSeats: null,
  profitKrw: null,
  revenueKrw: 0,
  revenueShare: null,
  seatRatio: null,
  seats: 0,
  sevenDayChangeRatio: null,
  sevenDayOccupancy: null,
  sevenDayPerformances: 0,
  sevenDayRevenueKrw: null,
  targetKrw: null,
  targetRatio: null,
  weekChangeRatio: null,
  weekDueRatio: null,
  weekDueTargetKrw: null,
  weekRevenueKrw: null,
  yesterdayChangeKrw: null,
  yesterdayRevenueKrw: null,
} satisfies Partial<Overview['overall']>;

/** A production of the overview that has sold nothing, save what `change` says. */
export function overviewItem(change: Partial<OverviewItem> = {}): OverviewItem {
  return {
    ...nothing,
    productionId: '0197c1a0-0000-7000-8000-000000000001',
    productionCode: 'MU2611',
    productionName: '봄밤의 왈츠',
    category: 'musical',
    recordDate: null,
    basis: 'booked',
    lowPerformances: [],
    missing: false,
    salesReason: null,
    state: 'running',
    ...change,
  };
}

/** An overview of productions, of which all workbooks are in, save what `change` says. */
export function overviewOf(
  items: readonly OverviewItem[] = [],
  change: Omit<Partial<Overview>, 'overall' | 'completeDay'> & {
    readonly overall?: Partial<Overview['overall']>;
    readonly completeDay?: Overview['completeDay'] | null;
  } = {},
) {
  return {
    report: 'overview',
    asOf: '2026-11-20',
    lowThreshold: 0.4,
    due: items.length,
    arrived: items.length,
    completeDay: null,
    categories: [],
    ...change,
    overall: { ...nothing, productions: items.length, counted: items.length, ...change.overall },
    items,
  };
}

/** A period of `target-vs-actual`. */
export type SalesPeriod = ReportAnswer<'target-vs-actual'>['items'][number]['periods'][number];

/** A period without sales and without target, save what `change` says. */
export function salesPeriod(change: Partial<SalesPeriod> = {}): SalesPeriod {
  return {
    period: '2026-11-19',
    revenueKrw: null,
    targetKrw: 0,
    ratio: null,
    dueTargetKrw: null,
    dueRatio: null,
    cumulativeRevenueKrw: null,
    cumulativeTargetKrw: 0,
    cumulativeRatio: null,
    cumulativeDueTargetKrw: null,
    cumulativeDueRatio: null,
    ...change,
  };
}
