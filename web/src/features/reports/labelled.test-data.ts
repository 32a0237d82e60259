/** Answers about a production whose workbooks have people's own headings, as the server tells them. */
import type { ReportAnswer } from '@/api/reports';
import { productionOf } from '@/test/app';
import type { Campaign } from './api/campaigns';

/** It has a report on the buyers, an own grade, and is judged by what is deposited. */
export const musical = productionOf({
  code: 'MU2601',
  name: '푸른 계단',
  saleStart: '2026-09-09',
  saleEnd: '2026-10-11',
  revenueBasis: 'deposited',
  targetKrw: 60_000_000,
  productionCostKrw: 25_000_000,
  seatGrades: [
    { grade: 'vip', label: null, priceKrw: 150_000, seats: 24 },
    { grade: 'terrace', label: '테라스', priceKrw: null, seats: null },
  ],
});

export const head = {
  productionId: musical.id,
  productionCode: musical.code,
  productionName: musical.name,
  category: 'musical',
  recordDate: '2026-10-08',
} as const;

const unpaid = { depositedSeats: null, depositedKrw: null, pendingSeats: null, pendingKrw: null };

/** By sale day, where nobody knows what is deposited. */
export const bySaleDay: ReportAnswer<'agencies/sales'>['items'][number] = {
  ...head,
  by: 'sale_day',
  agencies: [
    {
      agency: 'interpark',
      name: '인터파크',
      seats: 60,
      revenueKrw: 6_000_000,
      ...unpaid,
      seatRatio: 0.6,
      revenueRatio: 0.6,
      meanTicketPriceKrw: 100_000,
    },
    {
      agency: 'nol',
      name: 'NOL 티켓',
      seats: 30,
      revenueKrw: 3_000_000,
      ...unpaid,
      seatRatio: 0.3,
      revenueRatio: 0.3,
      meanTicketPriceKrw: 100_000,
    },
  ],
  total: {
    seats: 100,
    revenueKrw: 10_000_000,
    ...unpaid,
    seatRatio: 1,
    revenueRatio: 1,
    meanTicketPriceKrw: 100_000,
  },
  rest: { seats: 10, revenueKrw: 1_000_000 },
};

/** By performance: one agency knows its deposits, the other does not. */
export const byPerformance: ReportAnswer<'agencies/sales'>['items'][number] = {
  ...bySaleDay,
  by: 'performance_day',
  agencies: bySaleDay.agencies.map((row, index) =>
    index === 0
      ? {
          ...row,
          depositedSeats: 55,
          depositedKrw: 5_500_000,
          pendingSeats: 5,
          pendingKrw: 500_000,
        }
      : row,
  ),
  rest: null,
};

export const daily: ReportAnswer<'agencies/daily'>['items'][number] = {
  ...head,
  agencies: [
    {
      agency: 'interpark',
      name: '인터파크',
      periods: [
        { period: '2026-10-07', seats: 40, revenueKrw: 4_000_000, cumulativeRevenueKrw: 4_000_000 },
        { period: '2026-10-08', seats: 20, revenueKrw: 2_000_000, cumulativeRevenueKrw: 6_000_000 },
      ],
    },
    {
      agency: 'nol',
      name: 'NOL 티켓',
      periods: [{ period: '2026-10-08', seats: 30, revenueKrw: 3_000_000, cumulativeRevenueKrw: 3_000_000 }],
    },
  ],
};

/** Three record dates: what changed before the first nobody knows. */
export const changes: ReportAnswer<'snapshot-changes'>['items'][number] = {
  ...head,
  changes: [
    {
      recordDate: '2026-10-05',
      source: 'performances',
      seats: 380,
      revenueKrw: 40_000_000,
      depositedKrw: 39_000_000,
      days: null,
      changeSeats: null,
      changeKrw: null,
      changeDepositedKrw: null,
    },
    {
      recordDate: '2026-10-06',
      source: 'performances',
      seats: 397,
      revenueKrw: 42_623_000,
      depositedKrw: null,
      days: 1,
      changeSeats: 17,
      changeKrw: 2_623_000,
      changeDepositedKrw: null,
    },
    {
      recordDate: '2026-10-08',
      source: 'performances',
      seats: 395,
      revenueKrw: 42_400_000,
      depositedKrw: 41_000_000,
      days: 2,
      changeSeats: -2,
      changeKrw: -223_000,
      changeDepositedKrw: null,
    },
  ],
};

/** One grade is known in full, of the other neither price nor seats of the house. */
export const grades: ReportAnswer<'grades'>['items'][number] = {
  ...head,
  performances: 12,
  grades: [
    {
      grade: 'vip',
      label: null,
      priceKrw: 150_000,
      openSeats: 288,
      paidSeats: 173,
      complimentarySeats: 6,
      remainingSeats: 109,
      paidShare: 0.6007,
      seatShare: 0.6215,
      paidRatio: 0.8,
      faceValueKrw: 25_950_000,
      potentialKrw: 43_200_000,
    },
    {
      grade: 'terrace',
      label: '테라스',
      priceKrw: null,
      openSeats: null,
      paidSeats: 43,
      complimentarySeats: 0,
      remainingSeats: null,
      paidShare: null,
      seatShare: null,
      paidRatio: 0.2,
      faceValueKrw: null,
      potentialKrw: null,
    },
  ],
  total: {
    grade: 'total',
    label: null,
    priceKrw: null,
    openSeats: null,
    paidSeats: 216,
    complimentarySeats: 6,
    remainingSeats: null,
    paidShare: null,
    seatShare: null,
    paidRatio: 1,
    faceValueKrw: null,
    potentialKrw: null,
    revenueKrw: 42_400_000,
    discountRatio: null,
  },
};

export const deposits: ReportAnswer<'plays/deposits'>['items'][number] = {
  ...head,
  performances: [
    {
      startsAt: '2026-10-02T19:30:00+09:00',
      number: 1,
      daysToPerformance: 0,
      depositedSeats: 46,
      pendingSeats: 0,
      depositedKrw: 4_590_000,
      pendingKrw: 0,
      pendingRatio: 0,
    },
    {
      startsAt: '2026-10-10T19:30:00+09:00',
      number: 9,
      daysToPerformance: 1,
      depositedSeats: 38,
      pendingSeats: 2,
      depositedKrw: 3_800_000,
      pendingKrw: 200_000,
      pendingRatio: 0.05,
    },
  ],
  past: {
    performances: 8,
    depositedSeats: 249,
    pendingSeats: 2,
    depositedKrw: 26_603_000,
    pendingKrw: 208_000,
    pendingRatio: 0.008,
  },
  future: {
    performances: 4,
    depositedSeats: null,
    pendingSeats: null,
    depositedKrw: null,
    pendingKrw: null,
    pendingRatio: null,
  },
};

/** What every report on the buyers tells of the production. */
export const buyers = { ...head, buyersRecordDate: '2026-10-07', coveredRatio: 0.92 } as const;

/** A campaign, save what `change` says. */
export function campaignOf(change: Partial<Campaign> = {}): Campaign {
  return {
    id: '0197c1a0-0000-7000-8000-000000000701',
    productionId: musical.id,
    from: '2026-10-07',
    to: '2026-10-07',
    kind: 'memo',
    text: '포스터 공개',
    agency: null,
    rate: null,
    grades: [],
    createdBy: null,
    revision: 3,
    ...change,
  };
}
