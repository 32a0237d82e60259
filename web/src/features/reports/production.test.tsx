import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { accountOf, pageOf, productionOf, renderRoutes, signedIn } from '@/test/app';
import { salesPeriod } from '@/test/reports';
import { server } from '@/test/server';
import { moved, openPerformance, weeksOf } from './calendar';
import type { Performance } from './calendar';
import { fromPercent, lastKnown, toPercent, windowOf } from './figures';
import { Page } from './ProductionPage';
import type { PerformanceKey } from '@/lib/days';

const routes = [{ path: 'productions/:code/:tab?', element: <Page /> }];
const musical = productionOf({ saleEnd: '2026-12-15' });
const head = {
  productionId: musical.id,
  productionCode: musical.code,
  productionName: musical.name,
  category: musical.category,
  recordDate: '2026-11-19',
  salesReason: null,
} as const;

function show(startsAt: PerformanceKey, occupancy: number): Performance {
  return {
    startsAt: `${startsAt}:00+09:00`,
    cast: ['이정우', '임준호'],
    paidShare: occupancy,
    complimentaryShare: 0,
    occupancy,
    paidSeats: 176,
    complimentarySeats: 31,
    remainingSeats: 413,
    paidSeatsByGrade: { vip: 44, r: 132 },
    complimentarySeatsByGrade: { vip: 0, r: 31 },
    depositShare: occupancy,
    revenueKrw: 17_920_000,
    meanTicketPriceKrw: 101_830,
    number: null,
    remark: null,
    roles: null,
    depositedSeats: null,
    depositedKrw: null,
    pendingSeats: null,
    pendingKrw: null,
  };
}

const shows = [
  show('2026-11-18T19:30', 0.35),
  show('2026-11-25T16:00', 0.44),
  show('2026-11-25T20:00', 0.334),
  show('2026-11-28T14:00', 0.5),
  show('2026-12-02T19:30', 0.9),
];

const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'].map((period, index) =>
  salesPeriod({
    period,
    targetKrw: 25_000_000,
    cumulativeTargetKrw: 25_000_000 * (index + 1),
    ...(index < 4
      ? {
          revenueKrw: 30_000_000,
          ratio: 1.2,
          dueTargetKrw: 25_000_000,
          dueRatio: 1.2,
          cumulativeRevenueKrw: 30_000_000 * (index + 1),
          cumulativeRatio: 1.2,
          cumulativeDueTargetKrw: 25_000_000 * (index + 1),
          cumulativeDueRatio: 1.2,
        }
      : {}),
  }),
);

const casts = Array.from({ length: 10 }, (_, index) => ({
  cast: ['이정우', `배우 ${index + 1}`],
  rank: index + 1,
  performances: 4,
  revenueKrw: 100_000_000 - index * 5_000_000,
  meanRevenueKrw: 25_000_000,
}));
const weeks = [
  {
    weekNumber: 13,
    weekStart: '2026-11-16',
    weekEnd: '2026-11-22',
    salesMarketing: '전단 배포',
    promotion: null,
    other: null,
    revenueKrw: 90_000_000,
    previousRevenueKrw: 60_000_000,
    changeKrw: 30_000_000,
    changeRatio: 0.5,
    comparable: false,
    comparedDays: 4,
    campaigns: [],
  },
];

function reports() {
  server.use(
    http.get('*/api/v1/reports/*', ({ request }) => {
      const { pathname, searchParams } = new URL(request.url);
      expect(searchParams.getAll('productionId')).toEqual([musical.id]);
      const name = pathname.split('/reports/')[1] ?? '';
      const item = { ...head, periods: days, performances: shows, weeks, casts };
      const told = ['target-vs-actual', 'plays/performances', 'plays/cast-revenue', 'marketing-effect'];
      const listed = told.includes(name) ? [item] : [];
      return HttpResponse.json({ report: name, grain: searchParams.get('grain'), items: listed });
    }),
  );
}

describe('the page of a production', () => {
  it('opens a performance from the calendar, keeps it in the address, and moves by arrows', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user, router } = renderRoutes(routes, '/productions/MU2611/performances?asOf=2026-11-20');
    const grid = await screen.findByRole('grid', { name: '회차별 점유율' });
    expect(screen.getByRole('heading', { level: 2, name: '11/25(수) 20:00' })).toBeVisible();
    const low = within(grid).getByRole('button', { name: '11월 25일 수요일 20:00, 점유율 33.4%, 저조' });
    expect(low).toHaveAttribute('tabindex', '0');
    low.focus();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(router.state.location.search).toBe('?asOf=2026-11-20&perf=2026-11-28T14%3A00');
    expect(screen.getByRole('heading', { level: 2, name: '11/28(토) 14:00' })).toBeVisible();
    const seats = screen.getByRole('table', { name: '11/28(토) 14:00' });
    expect(within(seats).getByRole('row', { name: /VIP석/ })).toHaveTextContent('44025%');
    await user.click(screen.getByRole('button', { name: '닫기' }));
    expect(router.state.location.search).toBe('?asOf=2026-11-20');
  });

  it('says that the performance of the address is not there, and opens none in its place', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user } = renderRoutes(
      routes,
      '/productions/MU2611/performances?asOf=2026-11-20&perf=2026-11-24T19%3A30',
    );
    const grid = await screen.findByRole('grid', { name: '회차별 점유율' });
    expect(screen.getByText(/^주소가 가리키는 회차를 찾지 못했습니다/)).toBeVisible();
    expect(screen.queryByRole('heading', { level: 2, name: /20:00$/ })).not.toBeInTheDocument();
    await user.click(within(grid).getByRole('button', { name: /^11월 28일 토요일 14:00/ }));
    expect(screen.getByRole('heading', { level: 2, name: '11/28(토) 14:00' })).toBeVisible();
    expect(screen.queryByText(/^주소가 가리키는/)).not.toBeInTheDocument();
  });

  it('draws no zeros of a production that has told nothing, and leads to what comes first', async () => {
    signedIn(accountOf(), [musical]);
    const periods = days.map(({ period }) => salesPeriod({ period, revenueKrw: 0, cumulativeRevenueKrw: 0 }));
    server.use(
      http.get('*/api/v1/reports/*', ({ request }) =>
        HttpResponse.json({
          asOf: '2026-11-20',
          grain: 'day',
          items: request.url.includes('target-vs-actual') ? [{ ...head, recordDate: null, periods }] : [],
        }),
      ),
    );
    renderRoutes(routes, '/productions/MU2611?asOf=2026-11-20');
    expect(await screen.findByRole('region', { name: '처음 시작하기' })).toBeVisible();
    expect(await screen.findByText(/아직 자료가 없습니다/)).toBeVisible();
    expect(screen.queryByText(/^0만$/)).not.toBeInTheDocument();
  });

  it('shows the sales as a table by grain', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user, router } = renderRoutes(
      routes,
      '/productions/MU2611/sales?asOf=2026-11-20&from=2026-11-16&to=2026-11-19',
    );
    const table = await screen.findByRole('table', { name: '기간별 매출' });
    expect(within(table).queryByRole('row', { name: /11\/20\(금\)/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^앞으로 \d+개 보기$/ }));
    expect(within(table).getByRole('row', { name: /11\/20\(금\)/ })).toHaveTextContent('–');
    await user.click(screen.getByRole('button', { name: '주' }));
    expect(router.state.location.search).toBe('?asOf=2026-11-20&grain=week');
  });

  it('is the scope of the same tables that pages of many productions show, which need not name it', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user, router } = renderRoutes(routes, '/productions/MU2611/casts?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '캐스트 매출' });
    expect(within(table).getAllByRole('columnheader')[0]).toHaveTextContent('순위');
    expect(within(table).getAllByRole('row')).toHaveLength(11);
    await user.click(screen.getByRole('link', { name: '마케팅 효과' }));
    const marketing = await screen.findByRole('table', { name: '마케팅 효과' });
    expect(within(marketing).getByRole('row', { name: /전단 배포/ })).toHaveTextContent(
      '11/16–11/22 13주차전단 배포9,000만6,000만+3,000만▲ 50.0% 4일 비교',
    );
    expect(router.state.location.pathname).toBe('/productions/MU2611/marketing');
  });

  it('has its summary at one address, whose tab is marked', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { router } = renderRoutes(routes, '/productions/MU2611/summary?asOf=2026-11-20');
    expect(await screen.findByRole('link', { name: '요약' })).toHaveAttribute('aria-current', 'page');
    expect(router.state.location).toMatchObject({
      pathname: '/productions/MU2611',
      search: '?asOf=2026-11-20',
    });
  });

  it('shows the first casts on its summary, and where the others are', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    renderRoutes(routes, '/productions/MU2611?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '캐스트 매출' });
    expect(within(table).getAllByRole('row')).toHaveLength(9);
    expect(screen.getByRole('link', { name: '모두 보기 →' })).toHaveAttribute(
      'href',
      '/productions/MU2611/casts?asOf=2026-11-20',
    );
  });

  it('shows facts that are changed in the office, and says what is not set', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    renderRoutes(routes, '/productions/MU2611/settings');
    expect(await screen.findByRole('link', { name: '관리에서 수정' })).toHaveAttribute(
      'href',
      `/office/productions/${musical.id}`,
    );
    expect(screen.getAllByText('미입력').length).toBeGreaterThan(0);
  });

  it('counts what was found in its files, as warnings only where nothing failed', async () => {
    const upload = (id: string, change: object) => ({
      id,
      productionId: musical.id,
      productionCode: musical.code,
      recordDate: '2026-11-19',
      fileName: `${id}.xlsx`,
      files: [],
      sizeBytes: 31_000,
      status: 'completed',
      current: false,
      diagnosticCounts: {},
      kind: 'sales',
      uploadedAt: '2026-11-20T13:41:00+09:00',
      uploadedBy: null,
      source: null,
      ...change,
    });
    signedIn(accountOf(), [musical]);
    reports();
    server.use(
      http.get('*/api/v1/uploads', () =>
        HttpResponse.json(
          pageOf([
            upload('failed', { status: 'failed', diagnosticCounts: { error_cell: 1, blank_number: 1 } }),
            upload('warned', { diagnosticCounts: { blank_number: 2 } }),
            upload('clean', {}),
          ]),
        ),
      ),
    );
    renderRoutes(routes, '/productions/MU2611/uploads');
    const table = await screen.findByRole('table', { name: '업로드 기록' });
    expect(within(table).getByRole('row', { name: /failed\.xlsx/ })).toHaveTextContent('검사 결과 2');
    expect(within(table).getByRole('row', { name: /warned\.xlsx/ })).toHaveTextContent('경고 2');
    expect(within(table).getByRole('row', { name: /clean\.xlsx/ })).not.toHaveTextContent(/경고|검사 결과/);
  });

  it('is not found where one may not see it', async () => {
    signedIn(accountOf(), [musical]);
    renderRoutes(routes, '/productions/XX0000');
    expect(await screen.findByRole('heading', { level: 1, name: '찾을 수 없습니다' })).toBeVisible();
  });
});

describe('the calendar', () => {
  it('moves along time, and to the nearest weekday of another week', () => {
    const weeks = weeksOf(shows);
    expect(weeks.map(({ monday }) => monday)).toEqual(['2026-11-16', '2026-11-23', '2026-11-30']);
    const [played, matinee, evening, saturday, next] = shows;
    if (saturday === undefined || evening === undefined || matinee === undefined) throw new Error('shows');
    expect(moved(weeks, matinee, 'ArrowRight')).toBe(evening);
    expect(moved(weeks, saturday, 'ArrowDown')).toBe(next);
    expect(moved(weeks, saturday, 'ArrowUp')).toBe(played);
    expect(moved(weeks, saturday, 'Home')).toBe(matinee);
    expect(moved(weeks, evening, 'Tab')).toBeUndefined();
  });

  it('opens the next one that sells badly, unless the address names another', () => {
    expect(openPerformance(shows, null, '2026-11-19')).toBe(shows[2]);
    expect(openPerformance(shows, '2026-12-02T19:30', '2026-11-19')).toBe(shows[4]);
    expect(openPerformance(shows, '2026-12-03T19:30', '2026-11-19')).toBeUndefined();
    expect(openPerformance([], null, null)).toBeUndefined();
  });
});

describe('the figures of a production', () => {
  it('end with the last period that is known', () => {
    expect(lastKnown({ ...head, periods: days })?.period).toBe('2026-11-19');
    expect(lastKnown({ ...head, periods: days.slice(4) })).toBeUndefined();
  });

  it('turn the window of the address into per cent and back', () => {
    const window = windowOf(days, 'day', '2026-11-20', { from: '2026-11-17', to: '2026-11-20' });
    expect(window).toEqual({ from: '2026-11-17', to: '2026-11-20' });
    const zoom = toPercent(days, { from: '2026-11-17', to: '2026-11-20' });
    expect(zoom).toEqual({ start: 25, end: 100 });
    expect(fromPercent(days, zoom)).toEqual(window);
    expect(fromPercent(days, { start: 0, end: 0 })).toBeUndefined();
  });
});
