/**
 * Asks for what a page shows while its code is still being fetched. Pages read the same queries by themselves; what is
 * not foreseen here, such as a choice of productions, they ask for a little later.
 */
import type { QueryClient } from '@tanstack/react-query';
import { productionsQuery } from '@/api/productions';
import { reportQuery } from '@/api/reports';
import type { ReportName, ReportQuery } from '@/api/reports';
import { isDay, todayInSeoul } from '@/lib/days';
import type { Day } from '@/lib/days';
import { sameCode } from '@/lib/codes';

/** Where somebody goes, and with which answers to come. */
export interface Destination {
  readonly client: QueryClient;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly url: URL;
}

/** Begins to read what a page shows first. */
export type ReadAhead = (to: Destination) => void;

/** The day that the reports of an address are asked for. */
function dayOf({ searchParams }: URL): Day {
  const text = searchParams.get('asOf');
  return isDay(text) ? text : todayInSeoul();
}

function ask({ client, url }: Destination, name: ReportName, more: object = {}): void {
  const query: ReportQuery<ReportName> = { asOf: dayOf(url), ...more };
  // The page tells what fails, when it reads the same.
  client.query(reportQuery(name, query)).catch(() => undefined);
}

/** Reports of all productions; with some chosen in the address they are others, and left to the page. */
export function reports(...names: readonly (readonly [name: ReportName, more?: object])[]): ReadAhead {
  return (to) => {
    if (to.url.searchParams.has('production')) return;
    for (const [name, more] of names) ask(to, name, more);
  };
}

/** The figures of one production, which the address calls by its code. */
export const ofProduction: ReadAhead = (to) => {
  to.client
    .query(productionsQuery)
    .then((productions) => {
      const one = productions.find(({ code }) => sameCode(code, to.params['code'] ?? ''));
      if (one === undefined) return;
      ask(to, 'overview', { productionId: [one.id] });
      ask(to, 'target-vs-actual', { productionId: [one.id], grain: 'day' });
    })
    .catch(() => undefined);
};

/** Reports of one tab of a page, the first one where the address names none. */
export function onTab(tab: string, read: ReadAhead): ReadAhead {
  return (to) => {
    if ((to.params['tab'] ?? tab) === tab) read(to);
  };
}
