import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { accountOf, renderRoutes, signedIn } from '@/test/app';
import { axeFindings } from '@/test/axe';
import { server } from '@/test/server';
import { buyers, head, musical } from './labelled.test-data';
import { Page } from './ProductionPage';

const routes = [{ path: 'productions/:code/:tab?', element: <Page /> }];
const address = '/productions/MU2601/buyers?asOf=2026-10-09';

const told: Readonly<Record<string, object>> = {
  'buyers/discounts': {
    discounts: [
      {
        agency: 'interpark',
        name: '인터파크',
        discount: '3.1절 특별 40%',
        seats: 120,
        revenueKrw: 9_600_000,
        seatRatio: 0.6,
        meanTicketPriceKrw: 80_000,
      },
      {
        agency: 'nol',
        name: 'NOL 티켓',
        discount: '일반',
        seats: 80,
        revenueKrw: null,
        seatRatio: 0.4,
        meanTicketPriceKrw: null,
      },
    ],
  },
  'buyers/ages': {
    ages: [
      { ageGroup: '20대', maleSeats: 30, femaleSeats: 90, unknownSeats: 5, seats: 125, seatRatio: 0.625 },
      { ageGroup: '미상', maleSeats: 0, femaleSeats: 0, unknownSeats: 75, seats: 75, seatRatio: 0.375 },
    ],
  },
  'buyers/payments': {
    methods: [{ method: '신용카드', seats: 200, revenueKrw: 16_000_000, seatRatio: 1 }],
    cards: [],
  },
  'buyers/channels': {
    channels: [{ channel: '모바일', seats: 150, revenueKrw: null, seatRatio: 0.75 }],
  },
  'buyers/regions': { regions: [{ region: '서울', seats: 110, seatRatio: 0.55 }] },
};

function reports(item: object = buyers) {
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/reports/*', ({ request }) => {
      const { pathname, searchParams } = new URL(request.url);
      const name = pathname.split('/reports/')[1] ?? '';
      if (name === 'buyers/regions') asked.push(searchParams.get('level') ?? '');
      const own = told[name];
      return HttpResponse.json({ items: own === undefined ? [] : [{ ...item, ...own }] });
    }),
  );
  return asked;
}

describe('the page of the buyers', () => {
  it('tells how far the report goes, what it covers, and no zero for won that it lacks', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    renderRoutes(routes, address);
    const discounts = await screen.findByRole('region', { name: '할인 권종' });
    const first = await within(discounts).findByRole('row', { name: /3.1절 특별/ });
    expect(discounts).toHaveTextContent('10/7(수)까지 · 판매 좌석의 92.0%');
    expect(first).toHaveTextContent('인터파크120석60.0%960만80,000원');
    expect(within(discounts).getByRole('row', { name: /^일반/ })).toHaveTextContent('NOL 티켓80석40.0%––');
    expect(await axeFindings(discounts)).toEqual([]);
  });

  it('has bars of ages by sex, and says where the report has no such section', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    renderRoutes(routes, address);
    const ages = await screen.findByRole('region', { name: '연령대와 성별' });
    expect(await within(ages).findByRole('img', { name: '남 30, 여 90, 미상 5' })).toBeInTheDocument();
    expect(await screen.findByText('리포트에 이 항목이 없습니다.')).toBeVisible();
    expect(await axeFindings(ages)).toEqual([]);
  });

  it('reads the regions of another level when it is chosen', async () => {
    signedIn(accountOf(), [musical]);
    const levels = reports();
    const { user } = renderRoutes(routes, address);
    const regions = await screen.findByRole('region', { name: '지역' });
    expect(await within(regions).findByRole('row', { name: /서울/ })).toHaveTextContent('110석55.0%');
    await user.click(within(regions).getByRole('button', { name: '서울' }));
    await waitFor(() => expect(levels).toEqual(['country', 'seoul']));
  });

  it('has a tab where there is a report on the buyers', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    renderRoutes(routes, '/productions/MU2601/weeks?asOf=2026-10-09');
    expect(await screen.findByRole('link', { name: '관객' })).toHaveAttribute(
      'href',
      '/productions/MU2601/buyers?asOf=2026-10-09',
    );
  });

  it('has none where there is no report, and says what is missing to whoever was sent to it', async () => {
    signedIn(accountOf(), [musical]);
    reports({ ...head, buyersRecordDate: null, coveredRatio: null });
    const { router } = renderRoutes(routes, address);
    expect(await screen.findByText(/관객 자료가 없습니다/)).toBeVisible();
    expect(screen.getByRole('link', { name: '관객' })).toBeVisible();
    await router.navigate('/productions/MU2601/weeks?asOf=2026-10-09');
    await waitFor(() => expect(screen.queryByRole('link', { name: '관객' })).not.toBeInTheDocument());
  });
});
