import { readFileSync } from 'node:fs';
import { act, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { languagePreference } from '@/lib/i18n/useLanguage';
import { productionOf, renderRoutes, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { Page } from './MarketPage';

// The contract has an answer of each report with a few rows.
const { paths } = JSON.parse(readFileSync('../openapi/openapi.json', 'utf8')) as {
  paths: Record<
    string,
    { get: { responses: { 200: { content: { 'application/json': { example: object } } } } } }
  >;
};
const exampleOf = (path: string) => paths[path]?.get.responses[200].content['application/json'].example ?? {};

const routes = [{ path: 'market/:tab?', element: <Page /> }];
const attribution = '출처: KOPIS 공연예술통합전산망 / 예술경영지원센터';

/** Answers the examples, with this said of the market. */
function answering(market: object = {}) {
  server.use(
    http.get('*/api/v1/reports/market/*', ({ request }) => {
      const example = exampleOf(new URL(request.url).pathname) as { market?: object };
      return HttpResponse.json({ ...example, market: { ...example.market, ...market } });
    }),
    http.get('*/api/v1/holidays', () => HttpResponse.json({ holidays: [] })),
  );
}

beforeEach(() => {
  signedIn(undefined, [productionOf()]);
});

describe('the page of the market', () => {
  it.each([
    ['index', '시장 지수'],
    ['genres', '시장 장르'],
    ['rank', '시장 순위'],
    ['openings', '개막 목록'],
  ])('shows %s with the day of its figures and where they come from', async (tab, panel) => {
    answering();
    renderRoutes(routes, `/market/${tab}?asOf=2026-11-20`);
    expect(await screen.findByRole('region', { name: panel })).toBeVisible();
    expect(await screen.findByText(attribution)).toBeVisible();
    expect(screen.queryByText('어제 자료가 아직 없습니다')).not.toBeInTheDocument();
  });

  it('says that figures are old, and why there are none that are newer', async () => {
    answering({ state: 'key_rejected', stale: true });
    renderRoutes(routes, '/market/genres?asOf=2026-11-20');
    expect(await screen.findByText('어제 자료가 아직 없습니다')).toBeVisible();
    expect(screen.getByText(/KOPIS가 인증키를 받지 않습니다/)).toBeVisible();
  });

  it.each(['genres', 'openings'])('shows %s to somebody who sees no production', async (tab) => {
    signedIn(undefined, []);
    answering();
    renderRoutes(routes, `/market/${tab}?asOf=2026-11-20`);
    expect(await screen.findByText(attribution)).toBeVisible();
  });

  it('says to somebody who sees no production why there is no index', async () => {
    signedIn(undefined, []);
    server.use(
      http.get('*/api/v1/reports/market/index', () => {
        const example = exampleOf('/api/v1/reports/market/index');
        return HttpResponse.json({ ...example, items: [] });
      }),
    );
    renderRoutes(routes, '/market/index?asOf=2026-11-20');
    expect(await screen.findByText(/볼 수 있는 공연이 없습니다/)).toBeVisible();
    expect(screen.getByText(attribution)).toBeVisible();
  });

  it('says the source in English behind the mention that the licence asks for', async () => {
    act(() => languagePreference.set('en'));
    answering();
    renderRoutes(routes, '/market/genres?asOf=2026-11-20');
    expect(await screen.findByText(/^출처: KOPIS 공연예술통합전산망/)).toHaveTextContent(
      '출처: KOPIS 공연예술통합전산망 / 예술경영지원센터 (source: Korea Performing Arts Box Office Information System / Korea Arts Management Service)',
    );
    act(() => languagePreference.set('ko'));
  });

  it('says what is missing where there is no key', async () => {
    answering({ state: 'off', through: null, readAt: null, stale: true });
    renderRoutes(routes, '/market/genres?asOf=2026-11-20');
    expect(await screen.findByText(/KOPIS_API_KEY/)).toBeVisible();
    expect(screen.getByText('아직 읽은 자료가 없습니다')).toBeVisible();
    expect(screen.queryByText('어제 자료가 아직 없습니다')).not.toBeInTheDocument();
  });
});
