import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { keepDrawn } from '@/lib/ongoing';
import { renderRoutes, signedIn } from '@/test/app';
import { patienceMs } from '@/test/eventually';
import { server } from '@/test/server';
import { routesFor } from './router';

it('what goes on is drawn on every page, also on those that have the window for themselves', async () => {
  // What the pages ask for does not matter here.
  server.use(http.get('*/api/v1/*', () => HttpResponse.json({ items: [] })));
  signedIn();
  keepDrawn(() => <p>진행 중인 일</p>);
  const { router } = renderRoutes(routesFor, '/no-such-page');
  expect(await screen.findByText('진행 중인 일', {}, { timeout: patienceMs })).toBeVisible();
  await router.navigate('/wall');
  expect(screen.getByText('진행 중인 일')).toBeVisible();
});
