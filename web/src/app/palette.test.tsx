import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { accountOf, problem, productionOf, renderRoutes, signedIn } from '@/test/app';
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
