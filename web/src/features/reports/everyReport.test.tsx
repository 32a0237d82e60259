import { readFileSync } from 'node:fs';
import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { catalogue } from '@/api/catalogue';
import { productionOf, renderRoutes, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { Page as ConcertsPage } from './ConcertsPage';
import { Page as PlaysPage } from './PlaysPage';
import { Page as ProductionPage } from './ProductionPage';
import { Page as ReportsPage } from './ReportsPage';

// The contract has an answer of each report with a few rows.
const { paths } = JSON.parse(readFileSync('../openapi/openapi.json', 'utf8')) as {
  paths: Record<
    string,
    { get: { responses: { 200: { content: { 'application/json': { example: object } } } } } }
  >;
};
const exampleOf = (path: string) => paths[path]?.get.responses[200].content['application/json'].example ?? {};

const musical = productionOf({ targetShare: 0.6 });
const concert = productionOf({
  id: '0197c1a0-0000-7000-8000-000000000003',
  code: 'CO2613',
  name: '겨울 숲 콘서트',
  category: 'concert',
});

const routes = [
  { path: 'reports/*', element: <ReportsPage /> },
  { path: 'plays/:tab?', element: <PlaysPage /> },
  { path: 'concerts/:tab?', element: <ConcertsPage /> },
  { path: 'productions/:code/:tab?', element: <ProductionPage /> },
];

beforeEach(() => {
  signedIn(undefined, [musical, concert]);
  server.use(
    http.get('*/api/v1/reports/*', ({ request }) => {
      const { pathname, searchParams } = new URL(request.url);
      const grain = searchParams.get('grain');
      return HttpResponse.json({ ...exampleOf(pathname), ...(grain === null ? {} : { grain }) });
    }),
  );
});

/** Opens an address and waits until nothing is read any more. */
async function open(address: string) {
  renderRoutes(routes, `${address}?asOf=2026-11-20`);
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(document.querySelector('[class*="skeleton"]')).toBeNull());
  return screen.findAllByRole('table');
}

describe('the page that the catalogue makes', () => {
  it.each(Object.keys(catalogue))('draws the example of %s in every table', async (name) => {
    const tables = await open(`/reports/${name}`);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(tables.length).toBeGreaterThan(0);
  });
});

describe('a described tab', () => {
  it.each([
    ...['overview', 'monthly', 'weekly', 'productions', 'occupancy', 'casts', 'outlook', 'profit'].map(
      (tab) => `/plays/${tab}`,
    ),
    '/plays/targets',
    '/plays/marketing',
    ...['overview', 'daily', 'weekly', 'monthly', 'break-even', 'profit', 'targets', 'marketing'].map(
      (tab) => `/concerts/${tab}`,
    ),
    ...['', 'sales', 'forecast', 'performances', 'casts', 'weeks', 'marketing'].map(
      (tab) => `/productions/MU2611/${tab}`,
    ),
    ...['', 'forecast', 'seats', 'weeks'].map((tab) => `/productions/CO2613/${tab}`),
  ])('draws the examples of its reports: %s', async (address) => {
    await open(address);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
