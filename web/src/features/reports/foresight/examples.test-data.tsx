/** The page of one production and the list of reports, answered with the examples of the contract. */
import { readFileSync } from 'node:fs';
import { http, HttpResponse } from 'msw';
import type { ReportAnswer, ReportName } from '@/api/reports';
import { accountOf, productionOf, renderRoutes, signedIn } from '@/test/app';
import { salesPeriod } from '@/test/reports';
import { server } from '@/test/server';
import { Page as PlaysPage } from '../PlaysPage';
import { Page as ProductionPage } from '../ProductionPage';
import { Page as ReportsPage } from '../ReportsPage';
// What pages load when they are opened is loaded before, so that no test waits for it.
import './ForecastTab';
import './Scorecard';
import type { ForecastItem } from './run';
import type { WhatIf } from './whatIf';

type Answered = Record<
  'get' | 'post',
  { responses: { 200: { content: { 'application/json': { example: unknown } } } } }
>;

const { paths } = JSON.parse(readFileSync('../openapi/openapi.json', 'utf8')) as {
  paths: Record<string, Answered>;
};

/** The example of a report in the contract, whose figures belong together. */
export const exampleOf = <N extends ReportName>(name: N) =>
  structuredClone(
    paths[`/api/v1/reports/${name}`]?.get.responses[200].content['application/json'].example,
  ) as ReportAnswer<N>;

/** The example of a change that was tried out. */
export const whatIfExample = () =>
  structuredClone(
    paths['/api/v1/reports/what-if']?.post.responses[200].content['application/json'].example,
  ) as WhatIf;

/** The production that the examples are of. */
export const play = productionOf({
  code: 'PL2612',
  name: '두 번째 편지',
  category: 'play',
  seatsPerPerformance: 760,
});

/** What every item about it begins with. */
export const head = {
  productionId: play.id,
  productionCode: play.code,
  productionName: play.name,
  category: 'play',
  recordDate: '2026-11-18',
} as const;

/** The only production of an example. */
export function only<Item>({ items: [item] }: { items: Item[] }): Item {
  if (item === undefined) throw new Error('the example has a production');
  return item;
}

/** The run of the example. */
export const forecastItem = () => only(exampleOf('forecast'));

/** What reports answer in a test, by their names, and what was asked. */
export const answers = new Map<string, object>();
export const asked: URL[] = [];

/** Gives the run of the example another form. */
export const forecastOf = (item: ForecastItem) => answers.set('forecast', { items: [item] });

/** Announces somebody who sees the production, and the examples as answers. */
export function announce(): void {
  answers.clear();
  asked.length = 0;
  signedIn(accountOf(), [play]);
  const periods = ['2026-11-17', '2026-11-18'].map((period) =>
    salesPeriod({ period, revenueKrw: 18_000_000, cumulativeRevenueKrw: 36_000_000 }),
  );
  answers.set('target-vs-actual', { grain: 'day', items: [{ ...head, periods }] });
  for (const name of ['forecast', 'pace', 'cast-effects', 'marketing-lift', 'forecast-scorecard'] as const)
    answers.set(name, exampleOf(name));
  server.use(
    http.get('*/api/v1/reports/*', ({ request }) => {
      const url = new URL(request.url);
      asked.push(url);
      const name = url.pathname.split('/reports/')[1] ?? '';
      return HttpResponse.json({ asOf: '2026-11-19', report: name, ...(answers.get(name) ?? { items: [] }) });
    }),
  );
}

const routes = [
  { path: 'productions/:code/:tab?', element: <ProductionPage /> },
  { path: 'plays/:tab?', element: <PlaysPage /> },
  { path: 'reports/*', element: <ReportsPage /> },
];

/** Opens an address as of the day of the examples. */
export const openPage = (address: string, more = '') =>
  renderRoutes(routes, `${address}?asOf=2026-11-19${more}`);

/** Opens a tab of the production. */
export const open = (tab: string) => openPage(`/productions/PL2612/${tab}`);
