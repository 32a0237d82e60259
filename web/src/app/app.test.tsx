import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { matchRoutes } from 'react-router';
import type { RouteObject } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { accountOf, pageOf, problem, productionOf, renderRoutes, signedIn, testClient } from '@/test/app';
import { overviewItem, overviewOf } from '@/test/reports';
import { server } from '@/test/server';
import { entriesFor } from './navigation';
import { pages } from './pages';
import { routesFor } from './router';

const nobody = () => server.use(http.get('*/api/v1/auth/me', () => problem(401, 'unauthenticated')));

function emptyAccount() {
  server.use(
    http.get('*/api/v1/auth/sessions', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/auth/second-factor', () =>
      HttpResponse.json({ demanded: false, setUpAt: null, recoveryCodesLeft: 0 }),
    ),
    http.get('*/api/v1/auth/api-keys', () => HttpResponse.json({ items: [] })),
  );
}

describe('signing in', () => {
  it('returns to the page that was asked for, by a cookie and no token', async () => {
    nobody();
    emptyAccount();
    let sent: unknown;
    const { user, router } = renderRoutes(routesFor, '/account?asOf=2026-11-19');
    const email = await screen.findByRole('textbox', { name: '이메일' });
    expect(router.state.location.search).toBe('?next=%2Faccount%3FasOf%3D2026-11-19');
    server.use(
      http.post('*/api/v1/auth/login', async ({ request }) => {
        sent = await request.json();
        signedIn();
        return HttpResponse.json({ token: null, expiresAt: '2026-12-04T09:59:00+09:00', user: accountOf() });
      }),
    );
    await user.type(email, 'member@example.com');
    await user.type(screen.getByLabelText('비밀번호'), 'correct horse battery');
    await user.click(screen.getByRole('button', { name: '로그인' }));
    expect(await screen.findByRole('heading', { level: 1, name: '내 계정' })).toBeVisible();
    expect(sent).toEqual({ email: 'member@example.com', password: 'correct horse battery', cookie: true });
    expect(router.state.location).toMatchObject({ pathname: '/account', search: '?asOf=2026-11-19' });
  });

  it.each([
    [401, 'wrong-credentials', {}, '이메일이나 비밀번호가 맞지 않습니다.'],
    [403, 'inactive', {}, '아직 사용할 수 없는 계정입니다'],
    [403, 'foreign-origin', {}, '이 주소에서는 로그인할 수 없습니다'],
    [429, 'slow-down', {}, '시도가 너무 많았습니다'],
  ])('says why it is refused: %d %s', async (status, code, more, text) => {
    nobody();
    server.use(http.post('*/api/v1/auth/login', () => problem(status, code, more)));
    const { user } = renderRoutes(routesFor, '/login');
    await user.type(await screen.findByRole('textbox', { name: '이메일' }), 'member@example.com');
    await user.type(screen.getByLabelText('비밀번호'), 'something else');
    await user.click(screen.getByRole('button', { name: '로그인' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(text);
  });

  it('asks for an account, and says what happens next', async () => {
    server.use(http.post('*/api/v1/auth/register', () => new HttpResponse(null, { status: 202 })));
    const { user } = renderRoutes(routesFor, '/register');
    await user.type(await screen.findByRole('textbox', { name: '이메일' }), 'new@example.com');
    await user.type(screen.getByRole('textbox', { name: '이름' }), '담당자');
    await user.type(screen.getByLabelText('비밀번호'), 'short');
    await user.click(screen.getByRole('button', { name: '가입 신청' }));
    expect(screen.getByRole('alert')).toHaveTextContent('10자 이상 200자 이하');
    await user.type(screen.getByLabelText('비밀번호'), ' is not enough');
    await user.click(screen.getByRole('button', { name: '가입 신청' }));
    expect(await screen.findByRole('status')).toHaveTextContent('관리자가 승인하면');
  });

  it('sets a password by a link, whose token does not stay in the address', async () => {
    let sent: unknown;
    server.use(
      http.post('*/api/v1/auth/reset', async ({ request }) => {
        sent = await request.json();
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, router } = renderRoutes(routesFor, '/reset#token=fhr_example');
    const next = await screen.findByLabelText('새 비밀번호');
    await waitFor(() => expect(router.state.location.hash).toBe(''));
    await user.type(next, 'purple elephant');
    await user.type(screen.getByLabelText('새 비밀번호 다시'), 'purple elephan');
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(screen.getByRole('alert')).toHaveTextContent('두 비밀번호가 다릅니다');
    await user.type(screen.getByLabelText('새 비밀번호 다시'), 't');
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByRole('status')).toHaveTextContent('새 비밀번호로 로그인하세요');
    expect(sent).toEqual({ token: 'fhr_example', newPassword: 'purple elephant' });
  });
});

describe('a session that ends', () => {
  it('leads to the sign-in, which says so and knows the way back', async () => {
    signedIn();
    emptyAccount();
    const { client, router } = renderRoutes(routesFor, '/account');
    await screen.findByRole('heading', { level: 1, name: '내 계정' });
    nobody();
    server.use(http.get('*/api/v1/productions', () => problem(401, 'unauthenticated')));
    await act(() => client.invalidateQueries({ queryKey: ['productions'] }));
    expect(await screen.findByText(/로그인이 만료되었습니다/)).toBeVisible();
    expect(router.state.location).toMatchObject({ pathname: '/login', search: '?next=%2Faccount' });
  });

  it('is ended from the menu', async () => {
    signedIn();
    emptyAccount();
    server.use(http.post('*/api/v1/auth/logout', () => new HttpResponse(null, { status: 204 })));
    const { user, router } = renderRoutes(routesFor, '/account');
    await user.click(await screen.findByRole('button', { name: /담당자/ }));
    nobody();
    await user.click(screen.getByRole('menuitem', { name: '로그아웃' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/login'));
    expect(screen.queryByText(/로그인이 만료되었습니다/)).not.toBeInTheDocument();
  });
});

describe('a page whose code is still being fetched', () => {
  it.each([
    ['/?asOf=2026-11-20', ['overview?asOf=2026-11-20']],
    [
      '/plays?asOf=2026-11-20',
      ['plays/weekly-overview?asOf=2026-11-20', 'plays/weekly-casts?asOf=2026-11-20&top=3'],
    ],
    ['/plays/profit', []],
    ['/concerts?production=CO2601', []],
    [
      '/productions/mu2611?asOf=2026-11-20',
      [
        'overview?asOf=2026-11-20&productionId=0197c1a0-0000-7000-8000-000000000001',
        'target-vs-actual?asOf=2026-11-20&productionId=0197c1a0-0000-7000-8000-000000000001&grain=day',
      ],
    ],
  ])('has its figures asked for at %s', async (address, expected) => {
    const productions = vi.fn(() => HttpResponse.json(pageOf([productionOf()])));
    const asked: string[] = [];
    server.use(
      http.get('*/api/v1/productions', productions),
      http.get('*/api/v1/reports/*', ({ request }) => {
        asked.push(request.url.split('/reports/')[1] ?? '');
        return HttpResponse.json({ items: [] });
      }),
    );
    const client = testClient();
    const url = new URL(address, 'http://localhost');
    const found = matchRoutes(
      pages.map(({ path, readAhead }) => ({ path: `/${path}`, readAhead })),
      url.pathname,
    );
    const { route, params } = found?.at(-1) ?? {};
    route?.readAhead?.({ client, params: params ?? {}, url });
    await waitFor(() => expect(asked).toEqual(expected));
    await waitFor(() => expect(client.isFetching()).toBe(0));
    expect(asked).toEqual(expected);
  });
});

describe('a page that cannot be loaded', () => {
  it('says so inside of the shell, whose main is the only one', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    signedIn();
    const [outer] = routesFor(testClient());
    const gate = outer?.children?.at(-1);
    const [inner] = gate?.children ?? [];
    const broken = { path: '/broken', lazy: () => Promise.reject(new Error('no such file')) };
    renderRoutes(
      [{ ...outer, children: [{ ...gate, children: [{ ...inner, children: [broken] }] }] }] as RouteObject[],
      '/broken',
    );
    expect(await screen.findByText(/이 영역을 표시하지 못했습니다/)).toBeVisible();
    expect(screen.getAllByRole('main')).toHaveLength(1);
  });
});

describe('the shell', () => {
  it('tells where nothing is, and keeps the menu there', async () => {
    signedIn();
    renderRoutes(routesFor, '/nowhere');
    expect(await screen.findByRole('heading', { level: 1, name: '찾을 수 없습니다' })).toBeVisible();
    expect(screen.getByRole('navigation', { name: '주 메뉴' })).toBeInTheDocument();
  });

  it('shows no entry without a page, and the office to nobody who cannot use it', () => {
    const entries = entriesFor({ upload: true, manageProductions: false, administer: false, master: false });
    const paths = pages.map(({ path }) => `/${path.split('/')[0] ?? ''}`);
    expect(entries.every(({ path }) => paths.includes(path))).toBe(true);
    expect(entries.map(({ name }) => name)).not.toContain('office');
  });

  it('has no entry of what somebody does not see or may not do', () => {
    const nothing = { upload: false, manageProductions: false, administer: false, master: false };
    const seen = entriesFor(nothing, new Set(['musical'])).map(({ name }) => name);
    expect(seen).toEqual(['home', 'plays', 'targets', 'marketing', 'calendar', 'market', 'reports']);
    expect(entriesFor(nothing).map(({ name }) => name)).toContain('concerts');
  });

  it('leads from the number of missing workbooks to which they are', async () => {
    signedIn(accountOf(), [productionOf()]);
    server.use(
      http.get('*/api/v1/reports/overview', () =>
        HttpResponse.json(overviewOf([overviewItem({ missing: true })], { due: 1, arrived: 0 })),
      ),
    );
    emptyAccount();
    renderRoutes(routesFor, '/account');
    expect(await screen.findByRole('link', { name: '어제 자료 누락 1' })).toHaveAttribute(
      'href',
      '/uploads/coverage',
    );
  });

  it('keeps the day that is looked at in the address', async () => {
    signedIn();
    emptyAccount();
    const { user, router } = renderRoutes(routesFor, '/account?asOf=2026-11-19');
    await user.click(await screen.findByRole('button', { name: /^조회일/ }));
    await user.click(screen.getByRole('button', { name: '오늘' }));
    expect(router.state.location.search).toBe('');
  });

  it('finds by Ctrl K, also while a Korean layout is on, and closes by Escape', async () => {
    signedIn(accountOf(), [productionOf()]);
    emptyAccount();
    const { user } = renderRoutes(routesFor, '/account');
    await screen.findByRole('heading', { level: 1 });
    await user.keyboard('{Control>}[KeyK]{/Control}');
    const field = await screen.findByRole('combobox', { name: '찾기' });
    await user.type(field, '계정');
    const list = screen.getByRole('listbox');
    expect(within(list).getAllByRole('option')).toHaveLength(1);
    expect(within(list).getByRole('option', { name: /내 계정/ })).toHaveAttribute('aria-selected', 'true');
  });

  it('speaks English when asked, and remembers it', async () => {
    signedIn();
    emptyAccount();
    const { user } = renderRoutes(routesFor, '/account');
    await user.click(await screen.findByRole('button', { name: /담당자/ }));
    await user.click(screen.getByRole('menuitemradio', { name: 'English' }));
    expect(screen.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('fullhouse.language')).toBe('en');
    await user.click(screen.getByRole('menuitemradio', { name: '한국어' }));
  });

  it('switches the colour scheme', async () => {
    signedIn();
    emptyAccount();
    const { user } = renderRoutes(routesFor, '/account');
    await user.click(await screen.findByRole('button', { name: '어둡게 보기' }));
    expect(document.documentElement.dataset['scheme']).toBe('dark');
    await user.keyboard('[KeyD]');
    expect(document.documentElement.dataset['scheme']).toBe('light');
  });
});
