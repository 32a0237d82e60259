/** Which address shows what. Pages come from `pages.ts`; what is seen without signing in stands here. */
import type { QueryClient } from '@tanstack/react-query';
import { createBrowserRouter } from 'react-router';
import type { RouteObject } from 'react-router';
import { BrokenPart } from '@/components/states/ErrorBoundary';
import { BrokenPage } from './BrokenPage';
import { NotFoundPage } from './NotFoundPage';
import { pages } from './pages';
import type { PageEntry } from './pages';
import { Waiting } from './Waiting';
import { SessionGate } from './SessionGate';

/** A route that loads its page when it is opened, and asks for what it shows at the same time. */
function lazyPage({ path, load, readAhead }: PageEntry, client: QueryClient): RouteObject {
  const lazy = async () => ({ Component: (await load()).Page });
  const reading: Pick<RouteObject, 'loader' | 'shouldRevalidate'> =
    readAhead === undefined
      ? {}
      : {
          loader: ({ params, request }) => {
            readAhead({ client, params, url: new URL(request.url) });
            return null;
          },
          // What is chosen on a page is asked for by the page.
          shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.pathname !== nextUrl.pathname,
        };
  return path === '' ? { index: true, lazy, ...reading } : { path, lazy, ...reading };
}

const publicPages: readonly PageEntry[] = [
  {
    path: 'login',
    load: () => import('@/features/sign-in/SignInPage'),
    // Most go home from here: the code of that page comes while they type.
    readAhead: () => void import('@/features/home/HomePage'),
  },
  { path: 'register', load: () => import('@/features/sign-in/RegisterPage') },
  { path: 'reset', load: () => import('@/features/sign-in/ResetPage') },
];

export function routesFor(client: QueryClient): RouteObject[] {
  return [
    {
      ErrorBoundary: BrokenPage,
      HydrateFallback: Waiting,
      children: [
        ...publicPages.map((page) => lazyPage(page, client)),
        {
          Component: SessionGate,
          children: [
            {
              // Inside of the shell, which has the one `main`.
              ErrorBoundary: BrokenPart,
              children: [
                ...pages.map((page) => lazyPage(page, client)),
                { path: '*', Component: NotFoundPage },
              ],
            },
          ],
        },
      ],
    },
  ];
}

/** The router of the browser, whose pages are answered from a client. */
export function createRouter(client: QueryClient) {
  return createBrowserRouter(routesFor(client));
}
