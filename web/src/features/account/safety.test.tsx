import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { languagePreference } from '@/lib/i18n/useLanguage';
import { problem, renderApp } from '@/test/app';
import { server } from '@/test/server';
import { NewKeyDialog } from './components/NewKeyDialog';
import { NewSignInsBanner, NewSignInsNotice } from './components/NewSignIns';
import { SecondFactorPanel } from './components/SecondFactorPanel';

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const codes = ['ABCD-EFGH-JKMN-PQRS-TVWX-YZ01', 'BBCD-EFGH-JKMN-PQRS-TVWX-YZ02'];

const wrong = (field: string) =>
  problem(422, 'invalid', { errors: [{ pointer: `/${field}`, code: 'wrong', message: field }] });

/** A factor that is set up by the password "correct horse" and the code 287082; that is confirmed after `until`. */
function setsUp(until = Promise.resolve()) {
  let set = false;
  server.use(
    http.get('*/api/v1/auth/second-factor', () =>
      HttpResponse.json({
        demanded: false,
        setUpAt: set ? '2026-11-20T09:00:00+09:00' : null,
        recoveryCodesLeft: set ? 10 : 0,
      }),
    ),
    http.post('*/api/v1/auth/second-factor', async ({ request }) => {
      const { currentPassword } = (await request.json()) as { currentPassword: string };
      if (currentPassword !== 'correct horse') return wrong('currentPassword');
      return HttpResponse.json(
        {
          secret,
          url: `otpauth://totp/x?secret=${secret}`,
          qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"/>',
        },
        { status: 201 },
      );
    }),
    http.post('*/api/v1/auth/second-factor/confirm', async ({ request }) => {
      const { code } = (await request.json()) as { code: string };
      if (code !== '287082') return wrong('code');
      await until;
      set = true;
      return HttpResponse.json({ recoveryCodes: codes });
    }),
  );
}

beforeEach(() => {
  server.use(http.get('*/api/v1/auth/sessions', () => HttpResponse.json({ items: [] })));
});

describe('the second factor', () => {
  it('is set up by password and code, and shows the recovery codes until they are kept', async () => {
    setsUp();
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const { user } = renderApp(<SecondFactorPanel />);
    await user.click(await screen.findByRole('button', { name: '설정' }));
    await user.type(screen.getByLabelText('현재 비밀번호'), 'wrong');
    await user.click(screen.getByRole('button', { name: '다음' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('현재 비밀번호가 맞지 않습니다');
    await user.clear(screen.getByLabelText('현재 비밀번호'));
    await user.type(screen.getByLabelText('현재 비밀번호'), 'correct horse');
    await user.click(screen.getByRole('button', { name: '다음' }));

    const picture = await screen.findByRole('img', { name: '인증 앱으로 찍을 QR 코드' });
    expect(picture).toHaveAttribute('src', expect.stringMatching(/^data:image\/svg\+xml,%3Csvg/));
    expect(screen.getByText(secret)).toBeVisible();
    await user.type(screen.getByLabelText('인증 코드'), '000000');
    await user.click(screen.getByRole('button', { name: '확인' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('코드가 맞지 않습니다');
    await user.clear(screen.getByLabelText('인증 코드'));
    await user.type(screen.getByLabelText('인증 코드'), '287082');
    await user.click(screen.getByRole('button', { name: '확인' }));

    const list = await screen.findByRole('list', { name: '복구 코드' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(codes);
    await user.click(screen.getByRole('button', { name: '인쇄' }));
    expect(print).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: '복사' }));
    expect(await navigator.clipboard.readText()).toBe(codes.join('\n'));
    await user.click(screen.getByRole('button', { name: '옮겨 두었습니다' }));
    expect(await screen.findByText('남은 복구 코드 10개')).toBeVisible();
    expect(screen.queryByText(codes[0] ?? '')).toBeNull();
  });

  it('stays open while it is confirmed, as its recovery codes are told once', async () => {
    let confirm: () => void = () => undefined;
    setsUp(
      new Promise<void>((resolve) => {
        confirm = resolve;
      }),
    );
    const { user } = renderApp(<SecondFactorPanel />);
    await user.click(await screen.findByRole('button', { name: '설정' }));
    await user.type(screen.getByLabelText('현재 비밀번호'), 'correct horse');
    await user.click(screen.getByRole('button', { name: '다음' }));
    await user.type(await screen.findByLabelText('인증 코드'), '287082');
    await user.click(screen.getByRole('button', { name: '확인' }));
    await waitFor(() => expect(screen.getByRole('button', { name: '닫기' })).toBeDisabled());
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    confirm();
    expect(await screen.findByRole('list', { name: '복구 코드' })).toBeVisible();
  });

  it('is removed by password and code, and says which of them is wrong', async () => {
    const sent: unknown[] = [];
    server.use(
      http.get('*/api/v1/auth/second-factor', () =>
        HttpResponse.json({ demanded: false, setUpAt: '2026-11-20T09:00:00+09:00', recoveryCodesLeft: 2 }),
      ),
      http.post('*/api/v1/auth/second-factor/remove', async ({ request }) => {
        sent.push(await request.json());
        return sent.length === 1 ? wrong('code') : new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderApp(<SecondFactorPanel />);
    expect(await screen.findByText(/얼마 남지 않았습니다/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '해제' }));
    const dialog = screen.getByRole('dialog', { name: '2단계 인증 해제' });
    await user.type(within(dialog).getByLabelText('현재 비밀번호'), 'correct horse');
    await user.type(within(dialog).getByLabelText('인증 코드'), '287082');
    await user.click(within(dialog).getByRole('button', { name: '해제' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('이미 쓴 코드입니다');
    await user.click(within(dialog).getByRole('button', { name: '해제' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent[1]).toEqual({ currentPassword: 'correct horse', code: '287082' });
  });
});

describe('a new key', () => {
  it('is waited for, as its secret is told once', async () => {
    let answer: () => void = () => undefined;
    const made = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.use(
      http.post('*/api/v1/auth/api-keys', async () => {
        await made;
        return HttpResponse.json({ key: 'fhk_example' }, { status: 201 });
      }),
    );
    const onClose = vi.fn();
    const { user } = renderApp(<NewKeyDialog onClose={onClose} />);
    const dialog = screen.getByRole('dialog');
    await user.type(within(dialog).getByLabelText('키 이름'), '정산');
    await user.click(within(dialog).getByRole('button', { name: '만들기' }));
    expect(within(dialog).getByRole('button', { name: '취소' })).toBeDisabled();
    expect(within(dialog).getByRole('button', { name: '닫기' })).toBeDisabled();
    fireEvent(dialog, new Event('cancel', { cancelable: true }));
    expect(onClose).not.toHaveBeenCalled();
    answer();
    expect(await screen.findByText('fhk_example')).toBeVisible();
  });
});

describe('a sign-in from a new place', () => {
  const signIn = {
    id: '0197c1a0-0000-7000-8000-000000000502',
    at: '2026-11-20T06:04:00+09:00',
    address: '198.51.100.9',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140.0',
    active: false,
  };

  it('is told in one line on every page, and gone once it is dismissed', async () => {
    let items = [signIn];
    server.use(
      http.get('*/api/v1/auth/new-sign-ins', () => HttpResponse.json({ items })),
      http.delete('*/api/v1/auth/new-sign-ins/:id', ({ params }) => {
        items = items.filter(({ id }) => id !== params['id']);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderApp(<NewSignInsBanner />, '/plays');
    const banner = await screen.findByRole('complementary', { name: '새로운 곳에서 로그인했습니다' });
    expect(banner).toHaveTextContent(/Chrome · Windows · 198\.51\.100\.9 · .*06:04 · 로그아웃됨/);
    expect(within(banner).getByRole('link', { name: '확인하기' })).toHaveAttribute('href', '/account');
    await user.click(within(banner).getByRole('button', { name: '닫기' }));
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });

  it.each([
    ['ko', '새로운 곳에서 로그인했습니다', '확인하기', '닫기'],
    ['en', 'New sign-in to your account', 'Review', 'Close'],
  ] as const)('names what can be pressed, in %s', async (language, name, look, close) => {
    act(() => languagePreference.set(language));
    server.use(http.get('*/api/v1/auth/new-sign-ins', () => HttpResponse.json({ items: [signIn] })));
    renderApp(<NewSignInsBanner />, '/plays');
    const banner = await screen.findByRole('complementary', { name });
    expect(within(banner).getByRole('link', { name: look })).toBeVisible();
    expect(within(banner).getByRole('button', { name: close })).toBeVisible();
    act(() => languagePreference.set('ko'));
  });

  it('is listed on the account page, where the line is left out', async () => {
    server.use(http.get('*/api/v1/auth/new-sign-ins', () => HttpResponse.json({ items: [signIn] })));
    renderApp(
      <>
        <NewSignInsBanner />
        <NewSignInsNotice />
      </>,
      '/account',
    );
    expect(await screen.findByRole('heading', { name: '새로운 곳에서 로그인했습니다' })).toBeVisible();
    // One line has a button each, all of one name: which sign-in it is about is told with it.
    expect(screen.getByRole('button', { name: '본인입니다' })).toHaveAccessibleDescription(
      /Chrome · Windows · 198\.51\.100\.9/,
    );
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});
