import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { problem, productionOf, renderRoutes, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { Page } from './ConcertsPage';

const concert = productionOf({ code: 'CO2613', name: '겨울 숲 콘서트', category: 'concert' });
const of = {
  productionId: concert.id,
  productionCode: concert.code,
  productionName: concert.name,
  category: 'concert',
  recordDate: '2026-11-19',
};
const grade = (name: string, seats: number, soldSeats: number, known = true) => ({
  grade: name,
  seats,
  soldSeats,
  remainingSeats: seats - soldSeats,
  expectedAdditionalSeats: known ? 100 : null,
  expectedRemainingSeats: known ? 0 : null,
  breakEvenSeats: known ? 1958 : null,
  expectedSalesRatio: known ? 1 : null,
  expectedRemainingRatio: known ? 0 : null,
});

function announce() {
  signedIn(undefined, [concert]);
  const report = (name: string, item: object) =>
    http.get(`*/api/v1/reports/concerts/${name}`, () =>
      HttpResponse.json({
        report: `concerts/${name}`,
        asOf: '2026-11-20',
        items: [{ ...of, ...item }],
        overall: { productions: 1, counted: 1, ...item },
      }),
    );
  server.use(
    report('break-even', {
      performances: 2,
      elapsedDays: 44,
      daysToSaleEnd: 31,
      targetShare: 0.85,
      grades: [grade('r', 2304, 1712), grade('vip', 0, 693, false)],
      total: grade('total', 2304, 2405),
    }),
    report('profit-forecast', {
      revenueKrw: 505_157_400,
      saleDays: 45,
      daysLeft: 30,
      projectedRevenueKrw: 841_929_000,
      breakEvenKrw: 620_000_000,
      projectedProfitKrw: 221_929_000,
      expectedRevenueKrw: 560_000_000,
      expectedProfitKrw: -60_000_000,
      fullHouseKrw: 560_000_000,
      steady: true,
      exceedsHouse: true,
      reason: null,
    }),
    report('daily', {
      days: [
        {
          day: '2026-11-19',
          weekStart: '2026-11-16',
          month: '2026-11',
          seats: 2405,
          complimentarySeats: 0,
          revenueKrw: 505_157_400,
        },
      ],
    }),
  );
}

const at = (address: string) => renderRoutes([{ path: 'concerts/:tab?', element: <Page /> }], address);

describe('the break-even of concerts', () => {
  it('tells per grade what is sold and to be expected, and warns beyond a full house', async () => {
    announce();
    at('/concerts/break-even');
    const row = await screen.findByRole('row', { name: /R석/ });
    expect(within(row).getByRole('cell', { name: '1,712' })).toBeVisible();
    expect(
      within(row).getByRole('img', { name: '판매 1,712, 예상 추가 100, 목표 점유율 1,958' }),
    ).toBeInTheDocument();
    // Both count days, each from a day of its own; both count seats, complimentary ones among the unsold.
    expect(screen.getByText('기준일까지 판매 44일, 기준일부터 31일 남음')).toBeVisible();
    expect(screen.getByRole('columnheader', { name: /^미판매 좌석/ })).toBeVisible();
    expect(screen.queryByRole('columnheader', { name: /잔여석/ })).not.toBeInTheDocument();
    // All seats are sold, and the pace goes on.
    expect(screen.getByText(/미판매 좌석보다 많을 수 있습니다/)).toBeVisible();
    const unknown = screen.getByRole('row', { name: /VIP석/ });
    expect(within(unknown).getByText('등급별 좌석 미입력')).toBeVisible();
    expect(await screen.findByText('예상이 만석을 넘습니다.')).toBeVisible();
    expect(screen.getByText(/추세대로면 8억 4,193만이지만 .* 만석이면 5억 6,000만입니다/)).toBeVisible();
    // What is judged ends at the full house.
    expect(screen.getAllByText('−6,000').length).toBeGreaterThan(0);
    expect(screen.getByText('자료 11/19(목) 기준')).toBeVisible();
  });

  it.each(['break-even', 'profit', 'targets', 'marketing'])(
    'counts nothing that could not be read: %s',
    async (tab) => {
      signedIn(undefined, [concert]);
      server.use(http.get('*/api/v1/reports/*', () => problem(503, 'unavailable')));
      at(`/concerts/${tab}?asOf=2026-11-20`);
      expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0);
      expect(document.body).not.toHaveTextContent(/0 \/ 0|0개 기간|0주 가운데/);
    },
  );

  it('is reached by its address, and an unknown tab leads to the first one', async () => {
    announce();
    server.use(
      http.get('*/api/v1/reports/concerts/:name', () =>
        HttpResponse.json({ report: '', asOf: '2026-11-20', items: [] }),
      ),
    );
    const { router } = at('/concerts/nothing?asOf=2026-11-20');
    expect(await screen.findByRole('link', { name: '개요', current: 'page' })).toBeVisible();
    expect(`${router.state.location.pathname}${router.state.location.search}`).toBe(
      '/concerts/overview?asOf=2026-11-20',
    );
  });
});

describe('how concerts stand', () => {
  it('is judged by what is due to the record dates, not by the target of the whole sale', async () => {
    signedIn(undefined, [concert]);
    const sold = { targetKrw: 900_000_000, revenueKrw: 505_157_400, ratio: 0.5613 };
    const due = { dueTargetKrw: 490_000_000, dueRatio: 1.0309 };
    server.use(
      http.get('*/api/v1/reports/concerts/target-sales', () =>
        HttpResponse.json({
          items: [{ ...of, ...sold, ...due }],
          overall: { productions: 1, counted: 1, ...sold, ...due },
        }),
      ),
      http.get('*/api/v1/reports/*', () => HttpResponse.json({ items: [] })),
    );
    at('/concerts/overview?asOf=2026-11-20');
    expect(await screen.findByRole('img', { name: '목표 달성률 103.1%' })).toBeVisible();
    const figure = within(screen.getByText('목표 달성률').closest('div') ?? document.body);
    expect(figure.getByText('103.1%')).toHaveClass('ahead');
    expect(figure.getByText('56.1')).toHaveClass('nowrap', { exact: true });
  });
});
