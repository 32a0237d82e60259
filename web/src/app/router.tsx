/** Which address shows what. Pages come from `pages.ts`; what is seen without signing in stands here. */
import { createBrowserRouter, Navigate } from 'react-router';
import type { RouteObject } from 'react-router';
import { BrokenPart } from '@/components/states/ErrorBoundary';
import { BrokenPage } from './BrokenPage';
import { NotFoundPage } from './NotFoundPage';
import { pages } from './pages';
import { Waiting } from './Waiting';
import { SessionGate } from './SessionGate';

/** A route that loads its page when it is opened. */
function lazyPage(path: string, load: () => Promise<{ readonly Page: React.ComponentType }>): RouteObject {
  const lazy = async () => ({ Component: (await load()).Page });
  return path === '' ? { index: true, lazy } : { path, lazy };
}

const hasHome = pages.some(({ path }) => path === '');

export const routes: RouteObject[] = [
  {
    ErrorBoundary: BrokenPage,
    HydrateFallback: Waiting,
    children: [
      lazyPage('login', () => import('@/features/sign-in/SignInPage')),
      lazyPage('register', () => import('@/features/sign-in/RegisterPage')),
      lazyPage('reset', () => import('@/features/sign-in/ResetPage')),
      {
        Component: SessionGate,
        children: [
          {
            // Inside of the shell, which has the one `main`.
            ErrorBoundary: BrokenPart,
            children: [
              ...pages.map(({ path, load }) => lazyPage(path, load)),
              ...(hasHome ? [] : [{ index: true, element: <Navigate to="/account" replace /> }]),
              { path: '*', Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
];

/** The router of the browser. */
export function createRouter() {
  return createBrowserRouter(routes);
}
