import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accountOf, pageOf, problem, productionOf, renderRoutes, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { http, HttpResponse } from 'msw';
import { routesFor } from './router';

const roofs = productionOf({ name: '붉은 지붕 아래', code: 'MU2621' });
const letters = productionOf({ id: '2', name: '두 번째 편지', code: 'PL2612', category: 'play' });

async function typed(text: string, account = accountOf()) {
  signedIn(account, [roofs, letters]);
  server.use(
    http.get('*/api/v1/auth/sessions', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/auth/second-factor', () =>
      HttpResponse.json({ demanded: false, setUpAt: null, recoveryCodesLeft: 0 }),
    ),
    http.get('*/api/v1/reports/*', () => problem(404, 'not-found')),
    http.get('*/api/v1/auth/api-keys', () => HttpResponse.json({ items: [] })),
  );
  const rendered = renderRoutes(routesFor, '/account');
  await screen.findByRole('heading', { level: 1 });
  await rendered.user.keyboard('{Control>}[KeyK]{/Control}');
  await rendered.user.type(await screen.findByRole('combobox', { name: '찾기' }), text);
  const options = within(screen.getByRole('listbox')).queryAllByRole('option');
  return { ...rendered, options, texts: options.map(({ textContent }) => textContent) };
}

describe('the palette', () => {
  it.each(['ㅂㅇㅈㅂ', 'ㅂㅇ ㅈㅂ', 'mu26'])('finds a production by %s', async (text) => {
    const { texts } = await typed(text);
    expect(texts).toEqual(['붉은 지붕 아래MU2621']);
  });

  it('finds consonants that the keyboard has joined', async () => {
    signedIn();
    const { texts } = await typed('ㄷㅂㅉ');
    expect(texts).toEqual(['두 번째 편지PL2612']);
  });

  it('finds the tabs of pages, then reports', async () => {
    const { texts } = await typed('점유율');
    expect(texts).toEqual([
      '점유율연극·뮤지컬',
      '주간 점유율plays/weekly-occupancy',
      '점유율 비교plays/occupancy',
    ]);
  });

  it('finds a tab of a production by a word of each', async () => {
    const { texts, user, router } = await typed('붉은 회차');
    expect(texts).toEqual(['붉은 지붕 아래 · 회차']);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/productions/MU2621/performances'));
  });

  it('offers no targets to who may not set them, and no office', async () => {
    const reader = accountOf({ role: 'member', canManageProductions: false });
    expect((await typed('붉은 목표', reader)).texts).toEqual([]);
  });

  it('finds files and people of the server, once typing rests', async () => {
    const { user } = await typed('봄');
    const asked: (string | null)[] = [];
    const found = (items: readonly object[]) => (info: { request: Request }) => {
      const text = new URL(info.request.url).searchParams.get('q');
      if (text !== null) asked.push(text);
      return HttpResponse.json(pageOf(text === null ? [] : items));
    };
    server.use(
      http.get(
        '*/api/v1/uploads',
        found([{ id: 'u9', fileName: '20261119_봄밤.xlsx', recordDate: '2026-11-19' }]),
      ),
      http.get('*/api/v1/users', found([{ id: 'p7', name: '한봄밤', email: 'spring@example.com' }])),
    );
    await user.type(screen.getByRole('combobox', { name: '찾기' }), '밤');
    expect(await screen.findByRole('option', { name: /^20261119_봄밤\.xlsx\s*업로드/ })).toBeVisible();
    expect(await screen.findByRole('option', { name: /^한봄밤\s*spring@example\.com$/ })).toBeVisible();
    expect(asked).toEqual(['봄밤', '봄밤']);
  });

  it('pins a production to the menu, and takes it away again', async () => {
    const { user } = await typed('붉은');
    await user.click(screen.getByRole('button', { name: '붉은 지붕 아래 고정' }));
    const menu = screen.getByRole('navigation', { name: '주 메뉴', hidden: true });
    expect(within(menu).getByText('붉은 지붕 아래')).toBeInTheDocument();
    expect(localStorage.getItem('fullhouse.pins')).toBe('["MU2621"]');
    await user.click(screen.getByRole('button', { name: '붉은 지붕 아래 고정 풀기' }));
    expect(localStorage.getItem('fullhouse.pins')).toBe('[]');
    expect(screen.getByRole('button', { name: '붉은 지붕 아래 고정' })).toBeVisible();
  });

  it('takes a day, and signs out', async () => {
    const { texts, user, router } = await typed('11/20');
    expect(texts[0]).toMatch(/^조회일 .*11.20/);
    await user.keyboard('{Enter}');
    expect(router.state.location.search).toMatch(/asOf=\d{4}-11-20/);
  });

  it('finds what one can do', async () => {
    expect((await typed('로그아웃')).texts).toEqual(['로그아웃']);
  });
});
