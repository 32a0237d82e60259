import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { accountOf, problem, renderRoutes, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { routesFor } from './router';

/** A factor that is set up by any password and code. */
function setsUp() {
  server.use(
    http.get('*/api/v1/auth/second-factor', () =>
      HttpResponse.json({ demanded: true, setUpAt: '2026-11-20T09:00:00+09:00', recoveryCodesLeft: 10 }),
    ),
    http.post('*/api/v1/auth/second-factor', () =>
      HttpResponse.json({ secret: 'GEZD', url: 'otpauth://totp/x', qrSvg: '<svg/>' }, { status: 201 }),
    ),
    http.post('*/api/v1/auth/second-factor/confirm', () =>
      HttpResponse.json({ recoveryCodes: ['ABCD-EFGH-JKMN-PQRS-TVWX-YZ01'] }),
    ),
    http.get('*/api/v1/auth/sessions', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/auth/api-keys', () => HttpResponse.json({ items: [] })),
  );
}

describe('a second factor that is demanded', () => {
  it('is all that is shown to somebody who must have it and has none', async () => {
    setsUp();
    signedIn(accountOf({ role: 'master', secondFactor: 'demanded' }));
    const { user } = renderRoutes(routesFor, '/account');
    expect(await screen.findByRole('heading', { level: 1, name: '2단계 인증이 필요합니다' })).toBeVisible();
    expect(screen.queryByRole('navigation')).toBeNull();
    await user.type(screen.getByLabelText('현재 비밀번호'), 'correct horse');
    await user.click(screen.getByRole('button', { name: '다음' }));
    await user.type(await screen.findByLabelText('인증 코드'), '287082');
    await user.click(screen.getByRole('button', { name: '확인' }));
    await screen.findByRole('list', { name: '복구 코드' });
    signedIn(accountOf({ role: 'master', secondFactor: 'set' }));
    await user.click(screen.getByRole('button', { name: '옮겨 두었습니다' }));
    expect(await screen.findByRole('heading', { level: 1, name: '내 계정' })).toBeVisible();
  });
});

describe('signing in with a second factor', () => {
  it('asks for a code after the right password, and sends all of it again', async () => {
    const sent: unknown[] = [];
    server.use(
      http.get('*/api/v1/auth/me', () => problem(401, 'unauthenticated')),
      http.post('*/api/v1/auth/login', async ({ request }) => {
        sent.push(await request.json());
        return problem(401, sent.length === 1 ? 'second-factor-required' : 'wrong-code');
      }),
    );
    const { user } = renderRoutes(routesFor, '/login');
    await user.type(await screen.findByRole('textbox', { name: '이메일' }), 'member@example.com');
    await user.type(screen.getByLabelText('비밀번호'), 'correct horse battery');
    await user.click(screen.getByRole('button', { name: '로그인' }));
    const code = await screen.findByRole('textbox', { name: '인증 코드' });
    expect(code).toHaveFocus();
    expect(screen.queryByRole('alert')).toBeNull();
    await user.type(code, '000000');
    await user.click(screen.getByRole('button', { name: '확인' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('코드가 맞지 않거나 이미 쓴 코드입니다.');
    const login = { email: 'member@example.com', password: 'correct horse battery', cookie: true };
    expect(sent).toEqual([login, { ...login, code: '000000' }]);
    await user.click(screen.getByRole('button', { name: '다른 계정으로 로그인' }));
    expect(screen.getByLabelText('비밀번호')).toHaveValue('');
  });
});
