/** The agencies that are looked at, and what they sold. */
import { useCallback } from 'react';
import type { ReportAnswer } from '@/api/reports';
import { useParam } from '@/lib/urlState';

/** What one production sold by agency. */
export type AgencySales = ReportAnswer<'agencies/sales'>['items'][number];

/** What one agency sold. */
export type AgencySale = AgencySales['agencies'][number];

/** The agencies over time. */
export type AgencySeries = ReportAnswer<'agencies/daily'>['items'][number]['agencies'][number];

/** Codes hold letters, digits, hyphens, underscores and points. */
const separator = ',';

/**
 * Which agencies are left out, by the address: all are shown until somebody takes one off. What is left out is not
 * drawn; totals are those of the report and stay.
 */
export function useLeftOut(): {
  readonly isShown: (agency: string) => boolean;
  readonly toggle: (agency: string) => void;
} {
  const [text, setText] = useParam('without');
  const isShown = useCallback((agency: string) => !(text ?? '').split(separator).includes(agency), [text]);
  const toggle = (agency: string) => {
    const left = (text ?? '').split(separator).filter((code) => code !== '');
    const next = left.includes(agency) ? left.filter((code) => code !== agency) : [...left, agency];
    setText(next.length === 0 ? null : next.join(separator));
  };
  return { isShown, toggle };
}

/** Whether it is known what is deposited. */
export function knowsDeposits({ agencies, total }: AgencySales): boolean {
  return agencies.some(({ depositedKrw }) => depositedKrw !== null) || (total?.depositedKrw ?? null) !== null;
}

/** The revenue of an agency in each of some periods; unknown where it has none. */
export function valuesOf({ periods }: AgencySeries, names: readonly string[]): (number | null)[] {
  const found = new Map(periods.map(({ period, revenueKrw }) => [period, revenueKrw]));
  return names.map((name) => found.get(name) ?? null);
}
