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
