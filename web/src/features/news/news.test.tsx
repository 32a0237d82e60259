import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { preferencesQuery } from '@/api/preferences';
import type { Preferences } from '@/api/preferences';
import { accountOf, renderApp, testClient } from '@/test/app';
import { server } from '@/test/server';
import { NewsBanner } from './NewsBanner';
import { newest, releases } from './releases';

const nothing: Preferences = { views: [], hiddenColumns: {}, wall: null, seenRelease: null };
let sent: Preferences[];

beforeEach(() => {
  sent = [];
  server.use(
    http.put('*/api/v1/auth/preferences', async ({ request }) => {
      const body = (await request.json()) as Preferences;
      sent.push(body);
      return HttpResponse.json(body);
    }),
  );
});

function begin(seenRelease: string | null, createdAt = '2026-01-05T09:00:00+09:00') {
  const client = testClient();
  client.setQueryData(preferencesQuery.queryKey, { ...nothing, seenRelease });
  const account = accountOf({ createdAt: createdAt as ReturnType<typeof accountOf>['createdAt'] });
  return renderApp(<NewsBanner />, '/', { client, account });
}

describe('what is new', () => {
  it('is told once, and can be read to the end', async () => {
    const { user } = begin('2026.01');
    await user.click(screen.getByRole('button', { name: '모두 보기' }));
    const dialog = await screen.findByRole('dialog', { name: '새 소식' });
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(releases.flatMap(({ news }) => news).length);
    await user.click(within(dialog).getByRole('button', { name: '확인' }));
    await waitFor(() => expect(sent.at(-1)?.seenRelease).toBe(newest?.name));
    expect(screen.queryByRole('complementary', { name: '새 소식' })).not.toBeInTheDocument();
  });

  it('is no news to whoever has seen it', () => {
    begin(newest?.name ?? null);
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    expect(sent).toEqual([]);
  });

  it('is no news to whoever came after it, and is noted as seen', async () => {
    begin(null, '2027-01-05T09:00:00+09:00');
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    await waitFor(() => expect(sent.at(-1)?.seenRelease).toBe(newest?.name));
  });
});

it('has the newest release first, each with words in both languages', () => {
  expect(releases.map(({ day }) => day)).toEqual(
    releases
      .map(({ day }) => day)
      .toSorted()
      .toReversed(),
  );
  expect(new Set(releases.map(({ name }) => name)).size).toBe(releases.length);
});
