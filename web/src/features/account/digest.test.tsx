import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, it } from 'vitest';
import { renderApp, signedIn } from '@/test/app';
import { eventually, patienceMs } from '@/test/eventually';
import { server } from '@/test/server';
import { DigestPanel } from './components/DigestPanel';

it('is chosen, and kept only when it is saved', async () => {
  signedIn();
  let put: unknown;
  server.use(
    http.get('*/api/v1/auth/digest', () => HttpResponse.json({ frequency: 'none' })),
    http.put('*/api/v1/auth/digest', async ({ request }) => {
      put = await request.json();
      return HttpResponse.json({ frequency: 'weekly' });
    }),
  );
  const { user } = renderApp(<DigestPanel />);
  const weekly = await screen.findByRole('button', { name: '매주' }, { timeout: patienceMs });
  const save = screen.getByRole('button', { name: '저장' });
  expect(save).toBeDisabled();
  await user.click(weekly);
  expect(put).toBeUndefined();
  await user.click(save);
  await eventually(() => expect(put).toEqual({ frequency: 'weekly' }));
  await eventually(() => expect(save).toBeDisabled());
  expect(weekly).toHaveAttribute('aria-pressed', 'true');
});
