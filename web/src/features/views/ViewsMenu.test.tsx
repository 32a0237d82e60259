import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { preferencesQuery } from '@/api/preferences';
import type { Preferences } from '@/api/preferences';
import { renderApp, testClient } from '@/test/app';
import { server } from '@/test/server';
import { ViewsMenu } from './ViewsMenu';

const nothing: Preferences = { views: [], hiddenColumns: {}, wall: null, seenRelease: null };

function begin(preferences: Preferences, address: string) {
  const sent: Preferences[] = [];
  server.use(
    http.put('*/api/v1/auth/preferences', async ({ request }) => {
      const body = (await request.json()) as Preferences;
      sent.push(body);
      return HttpResponse.json(body);
    }),
  );
  const client = testClient();
  client.setQueryData(preferencesQuery.queryKey, preferences);
  return { sent, ...renderApp(<ViewsMenu />, address, { client }) };
}

describe('views that are kept', () => {
  it('hold the page with its filters under a name, in the menu at first', async () => {
    const { sent, user } = begin(nothing, '/plays/weekly?period=lastMonth&sort=-revenueKrw');
    await user.click(screen.getByRole('button', { name: '저장한 보기' }));
    expect(screen.getByText(/저장한 보기가 없습니다/)).toBeVisible();
    expect(screen.getByRole('button', { name: '저장' })).toBeDisabled();
    await user.type(screen.getByRole('textbox', { name: '이름' }), ' 지난달 주간 ');
    await user.click(screen.getByRole('button', { name: '저장' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          ...nothing,
          views: [
            { name: '지난달 주간', path: '/plays/weekly?period=lastMonth&sort=-revenueKrw', pinned: true },
          ],
        },
      ]),
    );
    await user.click(screen.getByRole('button', { name: '저장한 보기' }));
    expect(screen.getByRole('link', { name: '지난달 주간' })).toHaveAttribute('aria-current', 'page');
  });

  it('are taken out of the menu and deleted, and the others stay', async () => {
    const views = [
      { name: '하나', path: '/plays/weekly', pinned: true },
      { name: '둘', path: '/plays/casts', pinned: false },
    ];
    const { sent, user } = begin({ ...nothing, views }, '/');
    await user.click(screen.getByRole('button', { name: '저장한 보기' }));
    await user.click(screen.getByRole('button', { name: '하나 고정 풀기' }));
    await waitFor(() => expect(sent.at(-1)?.views[0]?.pinned).toBe(false));
    await user.click(screen.getByRole('button', { name: '하나 지우기' }));
    await waitFor(() => expect(sent.at(-1)?.views.map(({ name }) => name)).toEqual(['둘']));
    expect(screen.queryByRole('link', { name: '하나' })).not.toBeInTheDocument();
  });

  it('are as they were where the server refuses, and it is said', async () => {
    const { user, client } = begin(nothing, '/plays/weekly');
    server.use(
      http.put('*/api/v1/auth/preferences', () => new HttpResponse(null, { status: 503 })),
      http.get('*/api/v1/auth/preferences', () => HttpResponse.json(nothing)),
    );
    await user.click(screen.getByRole('button', { name: '저장한 보기' }));
    await user.type(screen.getByRole('textbox', { name: '이름' }), '주간');
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByText(/보기를 저장하지 못했습니다/)).toBeVisible();
    expect(client.getQueryState(preferencesQuery.queryKey)?.isInvalidated).toBe(true);
  });
});
