/** Renders parts of the application as the browser has them: with a router, a query client and notices. */
import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { RouteObject } from 'react-router';
import { Providers } from '@/app/Providers';
import { AccountContext } from '@/api/account';
import type { Account } from '@/api/account';
import type { Production } from '@/api/productions';
import { newest } from '@/features/news/releases';
import { overviewOf } from './reports';
import { server } from './server';

/** An account that may do everything, save what `change` says. */
export function accountOf(change: Partial<Account> = {}): Account {
  return {
    id: '0197c1a0-0000-7000-8000-000000000407',
    email: 'member@example.com',
    name: '담당자',
    role: 'admin',
    active: true,
    allProductions: true,
    canUpload: true,
    canManageProductions: true,
    productionIds: [],
    createdAt: '2026-09-01T09:00:00+09:00',
    secondFactor: 'none',
    ...change,
  };
}

/** A production that is on sale, save what `change` says. */
export function productionOf(change: Partial<Production> = {}): Production {
  return {
    id: '0197c1a0-0000-7000-8000-000000000001',
    code: 'MU2611',
    name: '봄밤의 왈츠',
    category: 'musical',
    active: true,
    venue: null,
    runStart: null,
    runEnd: null,
    saleStart: '2026-08-22',
    saleEnd: null,
    runningMinutes: null,
    targetShare: null,
    breakEvenKrw: null,
    seatsPerPerformance: null,
    previewEnd: null,
    concertAt: null,
    seatInventory: null,
    seatGrades: [],
    targetKrw: null,
    productionCostKrw: null,
    revenueBasis: 'booked',
    hasSlackWebhook: false,
    createdAt: '2026-09-01T09:00:00+09:00',
    updatedAt: '2026-09-01T09:00:00+09:00',
    ...change,
  };
}

/** A page of a list. */
export function pageOf<T>(items: readonly T[]) {
  return { items, page: 1, perPage: 200, total: items.length };
}

/** A problem document. */
export function problem(status: number, code: string, more: object = {}) {
  return HttpResponse.json(
    { type: `/problems/${code}`, code, title: code, status, ...more },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}

/** Announces what the shell asks for: who is signed in, from where else, the productions, their overview, and uploads. */
export function signedIn(account: Account = accountOf(), productions: readonly Production[] = []): void {
  server.use(
    http.get('*/api/v1/auth/me', () => HttpResponse.json(account, { headers: { ETag: '"r7"' } })),
    http.get('*/api/v1/productions', () => HttpResponse.json(pageOf(productions))),
    http.get('*/api/v1/reports/overview', () => HttpResponse.json(overviewOf())),
    http.get('*/api/v1/uploads', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/v1/holidays', () => HttpResponse.json({ holidays: [] })),
    http.get('*/api/v1/productions/:id/campaigns', () => HttpResponse.json({ campaigns: [] })),
    http.get('*/api/v1/reports/buyers/channels', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/notices', () => HttpResponse.json({ ...pageOf([]), unread: 0 })),
    http.get('*/api/v1/auth/new-sign-ins', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/users', () => HttpResponse.json({ ...pageOf([]), total: 1 })),
    http.get('*/api/v1/auth/preferences', () =>
      HttpResponse.json({
        views: [],
        hiddenColumns: {},
        wall: null,
        seenRelease: newest?.name ?? null,
      }),
    ),
  );
}

/** A client that gives up at once, so that tests of failures need not wait. */
export function testClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
}

/** What a test may choose besides what it renders. */
interface RenderOptions {
  readonly client?: QueryClient;
  /** Who is signed in, for parts that are rendered without the session gate. */
  readonly account?: Account;
}

/** Renders routes at an address; those that ask for data by themselves are made for the client. */
export function renderRoutes(
  routes: RouteObject[] | ((client: QueryClient) => RouteObject[]),
  address = '/',
  { client = testClient(), account = accountOf() }: RenderOptions = {},
) {
  const made = typeof routes === 'function' ? routes(client) : routes;
  const router = createMemoryRouter(made, { initialEntries: [address] });
  render(
    <Providers client={client}>
      <AccountContext value={account}>
        <RouterProvider router={router} />
      </AccountContext>
    </Providers>,
  );
  return { user: userEvent.setup(), router, client };
}

/** Renders one element on every address. */
export function renderApp(element: ReactNode, address = '/', options: RenderOptions = {}) {
  return renderRoutes([{ path: '*', element }], address, options);
}
