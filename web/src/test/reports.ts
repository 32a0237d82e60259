/** Rows of reports as the server answers them, so that a test names only the figures that it is about. */
import type { ReportAnswer } from '@/api/reports';

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
