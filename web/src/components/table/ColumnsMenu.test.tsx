import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { preferencesQuery } from '@/api/preferences';
import type { Preferences } from '@/api/preferences';
import { renderApp, testClient } from '@/test/app';
import { server } from '@/test/server';
import { ColumnsMenu, useHiddenColumns } from './ColumnsMenu';

const columns = [
  { key: 'productionName', label: '공연' },
  { key: 'revenueKrw', label: '매출' },
  { key: 'paidSeats', label: '유료 좌석' },
];

function Shown() {
  return <p>{useHiddenColumns('plays/weekly-capacity').join(' ')}</p>;
}

it('hides and shows columns, but never the one that names the rows, for whoever chose', async () => {
  const sent: Preferences[] = [];
  server.use(
    http.put('*/api/v1/auth/preferences', async ({ request }) => {
      const body = (await request.json()) as Preferences;
      sent.push(body);
      return HttpResponse.json(body);
    }),
  );
  const client = testClient();
  const others = { 'plays/casts': ['rank'] };
  client.setQueryData(preferencesQuery.queryKey, {
    views: [],
    hiddenColumns: others,
    wall: null,
    seenRelease: null,
  });
  const { user } = renderApp(
    <>
      <ColumnsMenu of="주간 좌석" table="plays/weekly-capacity" columns={columns} />
      <Shown />
    </>,
    '/',
    { client },
  );
  await user.click(screen.getByRole('button', { name: '주간 좌석 열 선택' }));
  expect(screen.queryByRole('checkbox', { name: '공연' })).not.toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: '유료 좌석' }));
  expect(await screen.findByText('paidSeats')).toBeVisible();
  await waitFor(() =>
    expect(sent.at(-1)?.hiddenColumns).toEqual({ ...others, 'plays/weekly-capacity': ['paidSeats'] }),
  );
  await user.click(screen.getByRole('button', { name: '모두 보기' }));
  await waitFor(() => expect(sent.at(-1)?.hiddenColumns).toEqual(others));
});
