/** Reads reports, typed by their path, and tells where their tables can be downloaded. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { api } from './client';
import type { paths } from './generated/schema';
import { keys } from './keys';
import type { ApiProblem } from './problem';
import { asProblem } from './problem';

// A change that is tried out is no report.
type ReportRoute = Exclude<Extract<keyof paths, `/api/v1/reports/${string}`>, '/api/v1/reports/what-if'>;

/** Name of a report: `plays/weekly-overview`. */
export type ReportName = ReportRoute extends `/api/v1/reports/${infer Name}` ? Name : never;

type Operation<N extends ReportName> = paths[`/api/v1/reports/${N}`]['get'];

/** The parameters of a report. */
export type ReportQuery<N extends ReportName> = NonNullable<Operation<N>['parameters']['query']>;

/** What a report answers. */
export type ReportAnswer<N extends ReportName> =
  Operation<N> extends {
    responses: { 200: { content: { 'application/json': infer Body } } };
  }
    ? Body
    : never;

/** The query of one report, for `useQuery`, `useQueries` and prefetching. */
export function reportQuery<N extends ReportName>(name: N, query: ReportQuery<N> = {}) {
  return queryOptions<ReportAnswer<N>, ApiProblem>({
    queryKey: keys.report(name, query),
    queryFn: async ({ signal }) => {
      // While the name is open, the compiler cannot relate a route with its parameters and answer; `Operation` does.
      const get = api.GET as unknown as (
        route: string,
        options: { params: { query: object }; signal: AbortSignal },
      ) => Promise<{ data?: ReportAnswer<N> }>;
      const { data } = await get(`/api/v1/reports/${name}`, { params: { query }, signal });
      if (data === undefined) throw asProblem(new Error('The report has no body'));
      return data;
    },
    // Moving to another day or period keeps the old figures until the new ones are there; never those of other
    // productions, which would stand under the wrong name.
    placeholderData: (previous, previousQuery) =>
      previousQuery !== undefined && productionsIn(previousQuery.queryKey[2]) === productionsIn(query)
        ? previous
        : undefined,
  });
}

function productionsIn(query: unknown): string {
  const ids: unknown =
    typeof query === 'object' && query !== null ? Reflect.get(query, 'productionId') : undefined;
  return JSON.stringify(ids ?? []);
}

/** Reads a report: `useReport('plays/weekly-overview', { asOf })`. */
export function useReport<N extends ReportName>(
  name: N,
  query?: ReportQuery<N>,
): UseQueryResult<ReportAnswer<N>, ApiProblem> {
  return useQuery(reportQuery(name, query));
}

/** Forms in which a table can be downloaded. */
export type TableFormat = 'csv' | 'xlsx';

/** The parameters of a report as its address has them. */
function searchOf(query: Readonly<Record<string, unknown>>): URLSearchParams {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
        search.append(key, String(item));
      }
    }
  }
  return search;
}

/** Which answer figures are from, as parts of pages tell it: `overview?asOf=2026-11-20`. */
export function sourceOf(name: string, query: Readonly<Record<string, unknown>>): string {
  return `${name}?${searchOf(query).toString()}`;
}

/**
 * Where a report can be downloaded as a table. `table` names one of several tables, which only CSV needs: a workbook
 * has them all as sheets.
 */
export function reportFile(
  name: string,
  query: Readonly<Record<string, unknown>>,
  format: TableFormat,
  table?: string,
): string {
  const search = searchOf(query);
  search.set('format', format);
  if (table !== undefined && format === 'csv') search.set('table', table);
  return `/api/v1/reports/${name}?${search.toString()}`;
}
