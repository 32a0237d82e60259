/** Answers of the server that several tests of this feature need. */
import type { DryRun, UploadSummary } from './items';

export const facts = {
  daily: {
    rows: 60,
    firstDay: '2026-09-21',
    lastDay: '2026-11-19',
    seats: 5303,
    revenueKrw: 269_330_000,
    complimentarySeats: 0,
    seatsByGrade: {},
  },
  performances: {
    rows: 40,
    firstStart: '2026-10-20T19:30:00+09:00',
    lastStart: '2026-12-20T15:00:00+09:00',
    paidSeats: 5303,
    complimentarySeats: 671,
    revenueKrw: 269_330_000,
    paidSeatsByGrade: {},
    complimentarySeatsByGrade: {},
    casts: 6,
    depositedSeats: null,
    depositedKrw: null,
    pendingSeats: null,
    pendingKrw: null,
    numbers: 0,
  },
  agencies: [],
  buyers: null,
} satisfies NonNullable<DryRun['facts']>;

export function uploadOf(change: Partial<UploadSummary>): UploadSummary {
  return {
    id: '0197c1a0-0000-7000-8000-000000000101',
    productionId: '0197c1a0-0000-7000-8000-000000000002',
    productionCode: 'PL2612',
    recordDate: '2026-11-19',
    fileName: '20261119_PL2612_두 번째 편지.xlsx',
    files: [{ fileName: '20261119_PL2612_두 번째 편지.xlsx', sha256: 'ab', sizeBytes: 31_000 }],
    sha256: 'ab',
    sizeBytes: 31_000,
    status: 'completed',
    current: true,
    diagnosticCounts: {},
    facts,
    kind: 'sales',
    labelled: false,
    decrypted: false,
    uploadedAt: '2026-11-20T13:41:00+09:00',
    uploadedBy: { id: '0197c1a0-0000-7000-8000-000000000407', name: '담당자' },
    source: null,
    finishedAt: '2026-11-20T13:41:01+09:00',
    ...change,
  };
}

export function runOf(change: Partial<DryRun>): DryRun {
  return {
    kind: 'sales',
    status: 'completed',
    productionId: '0197c1a0-0000-7000-8000-000000000002',
    productionCode: 'PL2612',
    recordDate: '2026-11-19',
    becomesCurrent: true,
    replaces: null,
    facts,
    change: {
      saleDays: 1,
      seats: 111,
      revenueKrw: 5_590_000,
      performances: 0,
      paidSeats: 111,
      complimentarySeats: 11,
    },
    diagnostics: [],
    diagnosticCounts: {},
    preview: { daily: [], performances: [] },
    recognised: null,
    layoutChanges: null,
    ...change,
  };
}
