import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { CoreAdminContext, Form } from 'react-admin';
import { describe, expect, it } from 'vitest';
import { accountOf, renderApp, renderRoutes, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { Page } from './OfficePage';
import { ProductionFields } from './productions/ProductionFields';

describe('the form of a production', () => {
  it('doubts a target share that is typed as a fraction, and says how it would be saved', async () => {
    const { user } = renderApp(
      <CoreAdminContext>
        <Form record={{ id: 1 }}>
          <ProductionFields />
        </Form>
      </CoreAdminContext>,
    );
    const share = await screen.findByRole('spinbutton', { name: /\(%\)/ });
    const doubt = '0.70%로 저장합니다. 70%라면 70을 입력하세요';
    await user.type(share, '0.7');
    expect(await screen.findByText(doubt)).toBeVisible();
    await user.clear(share);
    await user.type(share, '70');
    expect(share).toHaveValue(70);
    expect(screen.queryByText(doubt)).not.toBeInTheDocument();
  });
});

describe('a link by which somebody sets a password', () => {
  it('is to be copied before anything else, as it is shown once', async () => {
    const member = accountOf({ id: 'u2', role: 'member' });
    const url = 'https://fullhouse.example.com/reset#token=fhr_example';
    signedIn();
    server.use(
      http.get('*/api/v1/users/u2', () => HttpResponse.json(member, { headers: { ETag: '"r1"' } })),
      http.get('*/api/v1/users/u2/second-factor', () => HttpResponse.json({ setUpAt: null })),
      http.post('*/api/v1/users/u2/reset-link', () =>
        HttpResponse.json({ url, expiresAt: '2026-11-21T09:00:00+09:00' }, { status: 201 }),
      ),
    );
    const { user } = renderRoutes([{ path: '/office/*', element: <Page /> }], '/office/users/u2');
    await user.click(await screen.findByRole('button', { name: '비밀번호 설정 링크 만들기' }));
    const dialog = await screen.findByRole('dialog', { name: '비밀번호 설정 링크' });
    const copy = within(dialog).getByRole('button', { name: '복사' });
    expect(copy).toHaveClass('primary');
    await user.click(copy);
    expect(await navigator.clipboard.readText()).toBe(url);
  });
});
