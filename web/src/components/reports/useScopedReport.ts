import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { catalogue } from '@/api/catalogue';
import type { ApiProblem } from '@/api/problem';
import { reportQuery, sourceOf } from '@/api/reports';
import type { ReportAnswer, ReportName, ReportQuery } from '@/api/reports';
import { useScope } from './useScope';

/** A report of the page's scope, and what it was asked with, which its downloads repeat. */
export interface ScopedReport<N extends ReportName> {
  readonly report: UseQueryResult<ReportAnswer<N>, ApiProblem>;
  readonly query: ReportQuery<N>;
  /** Which answer its figures are from. */
  readonly source: string;
}

/** What a report is asked for beyond the day, the productions and the period of the page. */
export type OwnParameters<N extends ReportName> = Omit<ReportQuery<N>, 'asOf' | 'productionId'>;

const allCategories = 3;

/**
 * Reads a report for the productions of the page, and within its period where the report takes one; not before there
 * is a production to ask for, unless the page tells figures of everybody.
 */
export function useScopedReport<N extends ReportName>(
  name: N,
  own?: OwnParameters<N>,
  wanted = true,
): ScopedReport<N> {
  const { query: some, named, ready, shown, range, everybody = false } = useScope();
  const { categories, parameters } = catalogue[name];
  // A report of some categories leaves out the others by itself; one of all has to be told the productions.
  const grouped = categories.length < allCategories;
  const takesPeriod = parameters.some((parameter) => parameter.name === 'from');
  const base = grouped ? some : named;
  const text = JSON.stringify(own ?? {});
  const query = useMemo(
    () => ({
      ...base,
      ...(takesPeriod && range !== undefined ? range : {}),
      ...(JSON.parse(text) as OwnParameters<N>),
    }),
    [base, takesPeriod, range, text],
  );
  const enabled = wanted && (grouped || (ready && (everybody || shown.length > 0)));
  return { report: useQuery({ ...reportQuery(name, query), enabled }), query, source: sourceOf(name, query) };
}
