import { cleanup, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem, productionOf, renderRoutes, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { Page } from './PlaysPage';

const musical = productionOf();
const of = {
  productionId: musical.id,
  productionCode: musical.code,
  productionName: musical.name,
  category: 'musical',
  recordDate: '2026-11-19',
};
const showing = (startsAt: string, occupancy: number, week: 'this' | 'next') => ({
  startsAt,
  cast: ['장수아', '김지유'],
  paidShare: occupancy,
  complimentaryShare: 0,
  occupancy,
  paidSeats: 200,
  complimentarySeats: 0,
  remainingSeats: 420,
  week,
  low: occupancy < 0.4,
});

const outlook = http.get('*/api/v1/reports/plays/outlook', ({ request }) =>
  HttpResponse.json({
    report: 'plays/outlook',
    asOf: '2026-11-20',
    lowThreshold: Number(new URL(request.url).searchParams.get('lowThreshold')),
    items: [
      {
        ...of,
        thisWeekStart: '2026-11-16',
        nextWeekStart: '2026-11-23',
        nextWeekOccupancy: 0.461,
        performances: [
          showing('2026-11-21T14:00:00+09:00', 0.73, 'this'),
          showing('2026-11-25T20:00:00+09:00', 0.334, 'next'),
        ],
      },
    ],
  }),
);

const at = (address: string) => renderRoutes([{ path: 'plays/:tab?', element: <Page /> }], address);

describe('plays and musicals', () => {
  it('names low performances in words, and lists only them when asked', async () => {
    signedIn(undefined, [musical]);
    server.use(
      outlook,
      http.get('*/api/v1/reports/plays/daily-brief', () => problem(503, 'unavailable')),
    );
    const { user, router } = at('/plays/outlook?asOf=2026-11-20');
    expect(
      await screen.findByRole('link', { name: '11월 25일 수요일 20:00, 점유율 33.4%, 저조' }),
    ).toBeVisible();
    const table = screen.getByRole('table', { name: '두 주의 회차' });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(2);
    await user.click(screen.getByRole('checkbox', { name: '예매 저조 회차만' }));
    expect(within(table).getAllByRole('rowheader')).toHaveLength(1);
    expect(router.state.location.search).toContain('only=low');
    // What cannot be read says so in its own panel.
    expect(await screen.findByRole('alert')).toBeVisible();
  });

  it('opens the performance that is pressed, by the name that its page knows', async () => {
    signedIn(undefined, [musical]);
    server.use(
      outlook,
      http.get('*/api/v1/reports/plays/daily-brief', () => problem(503, 'unavailable')),
    );
    at('/plays/outlook?asOf=2026-11-20');
    expect(await screen.findByRole('link', { name: /11월 25일 수요일 20:00/ })).toHaveAttribute(
      'href',
      '/productions/MU2611/performances?asOf=2026-11-20&perf=2026-11-25T20%3A00',
    );
  });

  it('adds nothing up by itself: the footer is what the report sums', async () => {
    signedIn(undefined, [musical]);
    const overall = {
      weekStart: '2026-11-09',
      weekEnd: '2026-11-15',
      productions: 3,
      counted: 2,
      targetKrw: 900_000_000,
      revenueKrw: 410_000_000,
      targetGapKrw: null,
      targetRatio: 0.4556,
      dueTargetKrw: 400_000_000,
      dueRatio: 1.025,
      previousRevenueKrw: 500_000_000,
      compared: 1,
      changeKrw: 10_000_000,
      changeRatio: 0.05,
    };
    server.use(
      http.get('*/api/v1/reports/plays/:name', ({ params }) =>
        HttpResponse.json(
          params['name'] === 'weekly-overview'
            ? { items: [{ ...of, ...overall, targetShare: null, actualShare: null }], overall }
            : { items: [] },
        ),
      ),
    );
    at('/plays/overview?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '주간 개요' });
    const footer = within(table).getAllByRole('row').at(-1);
    expect(footer).toHaveTextContent('102.5%');
    // The change is that of the weeks that can be compared, not of the two sums.
    expect(footer).toHaveTextContent('+1,000만▲ 5.0%');
    expect(screen.getByText('지난주 매출').closest('div')).toHaveTextContent('3편 가운데 2편 집계');
  });

  it('counts what is written as 100 % as reached', async () => {
    signedIn(undefined, [musical]);
    server.use(
      http.get('*/api/v1/reports/plays/:name', ({ params }) =>
        HttpResponse.json({
          items: params['name'] === 'weekly-overview' ? [{ ...of, dueRatio: 0.9996, actualShare: null }] : [],
        }),
      ),
    );
    at('/plays/overview?asOf=2026-11-20');
    const figure = (await screen.findByText('목표를 넘긴 공연')).closest('div');
    expect(await within(figure ?? document.body).findByText('모두 달성')).toBeVisible();
    expect(figure).toHaveTextContent('1 / 1');
  });

  it('tells a low performance so finely that it does not read as the limit', async () => {
    signedIn(undefined, [musical]);
    const performances = [
      showing('2026-11-25T20:00:00+09:00', 0.396, 'next'),
      showing('2026-11-26T20:00:00+09:00', 0.334, 'next'),
    ];
    server.use(
      http.get('*/api/v1/reports/plays/:name', ({ params }) =>
        HttpResponse.json({
          items:
            params['name'] === 'outlook'
              ? [
                  {
                    ...of,
                    thisWeekStart: '2026-11-16',
                    nextWeekStart: '2026-11-23',
                    nextWeekOccupancy: 0.365,
                    performances,
                  },
                ]
              : [],
        }),
      ),
    );
    at('/plays/outlook?asOf=2026-11-20');
    const seen = async (name: RegExp) =>
      (await screen.findByRole('link', { name })).querySelector('[aria-hidden]')?.textContent;
    expect(await seen(/11월 25일 .* 점유율 39.6%, 저조/)).toBe('39.6');
    expect(await seen(/11월 26일 .* 점유율 33.4%, 저조/)).toBe('33');
  });

  it('does not judge a month that is not over, and says so', async () => {
    signedIn(undefined, [musical]);
    const months = [
      { month: '2026-10', revenueKrw: 500_000_000, changeKrw: -20_000_000, changeRatio: -0.038, note: null },
      { month: '2026-11', revenueKrw: 90_000_000, changeKrw: -410_000_000, changeRatio: -0.82, note: null },
    ];
    server.use(
      http.get('*/api/v1/reports/plays/monthly', () => HttpResponse.json({ items: months })),
      http.get('*/api/v1/reports/plays/monthly-by-production', () =>
        HttpResponse.json({ items: [{ ...of, months }] }),
      ),
    );
    at('/plays/monthly?asOf=2026-11-20');
    for (const name of ['월별 표', '공연별 월 매출']) {
      const table = await screen.findByRole('table', { name });
      const [running, over] = [within(table).getByText('▼ 82.0%'), within(table).getByText('▼ 3.8%')];
      expect(running).not.toHaveClass('behind');
      expect(running.closest('td')).toHaveTextContent('▼ 82.0% 진행 중');
      expect(over).toHaveClass('behind');
      expect(over.closest('td')).toHaveTextContent(/^▼ 3.8%$/);
    }
    const figure = screen.getByText('이번 달 매출').closest('div');
    expect(figure).toHaveTextContent('지난달 대비 ▼ 82.0% 진행 중');
    expect(within(figure ?? document.body).getByText('▼ 82.0%')).not.toHaveClass('behind');
  });

  it('has the signs of bars of both categories in ink that belongs to none', async () => {
    signedIn(undefined, [musical]);
    server.use(http.get('*/api/v1/reports/*', () => HttpResponse.json({ items: [] })));
    at('/plays/profit?asOf=2026-11-20');
    const sign = (await screen.findByText('예상 추가 판매')).querySelector('[aria-hidden]');
    expect(sign).toHaveClass('all');
  });

  it.each(['overview', 'profit', 'targets', 'marketing'])(
    'counts nothing that could not be read: %s',
    async (tab) => {
      signedIn(undefined, [musical]);
      server.use(http.get('*/api/v1/reports/*', () => problem(503, 'unavailable')));
      at(`/plays/${tab}?asOf=2026-11-20`);
      expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0);
      expect(document.body).not.toHaveTextContent(/0 \/ 0|0개 기간|0주 가운데/);
    },
  );

  it('says that a table is being read, and why it cannot be, instead of that nothing matches', async () => {
    signedIn(undefined, [musical]);
    server.use(http.get('*/api/v1/reports/plays/:name', () => problem(503, 'unavailable')));
    for (const tab of ['monthly', 'weekly', 'productions']) {
      const { router } = at(`/plays/${tab}?asOf=2026-11-20`);
      expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(1);
      expect(screen.queryByText('검색 결과가 없습니다.')).not.toBeInTheDocument();
      router.dispose();
      cleanup();
    }
  });

  it('says so where nothing is on', async () => {
    signedIn(undefined, []);
    server.use(http.get('*/api/v1/reports/*', () => HttpResponse.json({ items: [] })));
    at('/plays/profit');
    expect(await screen.findByText(/진행 중인 공연이 없습니다/)).toBeVisible();
  });
});
