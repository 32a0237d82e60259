import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { accountOf, productionOf, renderRoutes, signedIn } from '@/test/app';
import { axeFindings } from '@/test/axe';
import { server } from '@/test/server';
import { deposits, grades, head, musical } from './labelled.test-data';
import { Page } from './ProductionPage';

const routes = [{ path: 'productions/:code/:tab?', element: <Page /> }];

const show = {
  startsAt: '2026-10-10T19:30:00+09:00',
  cast: ['이정우', '임준호'],
  paidShare: 0.42,
  complimentaryShare: 0.02,
  occupancy: 0.44,
  paidSeats: 40,
  complimentarySeats: 2,
  remainingSeats: 50,
  paidSeatsByGrade: { vip: 40 },
  complimentarySeatsByGrade: { vip: 2 },
  depositShare: 0.4,
  revenueKrw: 4_000_000,
  meanTicketPriceKrw: 100_000,
  number: 9,
  remark: '학생 단체',
  roles: ['오르페', '하데스'],
  depositedSeats: 38,
  depositedKrw: 3_800_000,
  pendingSeats: 2,
  pendingKrw: 200_000,
};
const marked = {
  ...show,
  number: null,
  remark: null,
  roles: null,
  depositedSeats: null,
  depositedKrw: null,
  pendingSeats: null,
  pendingKrw: null,
};

function reports(performances: readonly object[], more: Readonly<Record<string, object>> = {}) {
  server.use(
    http.get('*/api/v1/reports/*', ({ request }) => {
      const name = new URL(request.url).pathname.split('/reports/')[1] ?? '';
      const own = { 'plays/performances': { ...head, performances }, ...more }[name];
      return HttpResponse.json({ items: own === undefined ? [] : [own] });
    }),
  );
}

describe('the performances of a labelled workbook', () => {
  it('have numbers, remarks, roles, and what is deposited and pending', async () => {
    signedIn(accountOf(), [musical]);
    reports([show]);
    renderRoutes(routes, '/productions/MU2601/performances?asOf=2026-10-09');
    const table = await screen.findByRole('table', { name: '회차별 판매' });
    const heads = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(heads).toEqual(expect.arrayContaining(['회차 번호', '비고', '입금 좌석', '미입금 좌석']));
    const row = within(table).getByRole('row', { name: /10\/10/ });
    expect(row).toHaveTextContent('오르페 이정우 · 하데스 임준호');
    expect(row).toHaveTextContent('학생 단체');
    expect(row).toHaveTextContent('20만');
    const open = screen.getByRole('region', { name: '10/10(토) 19:30' });
    expect(open).toHaveTextContent('9회차 오르페 이정우 · 하데스 임준호 학생 단체');
    expect(open).toHaveTextContent('2석');
  });

  it('have no columns of what a marked workbook does not tell', async () => {
    signedIn(accountOf(), [musical]);
    reports([marked]);
    renderRoutes(routes, '/productions/MU2601/performances?asOf=2026-10-09');
    const table = await screen.findByRole('table', { name: '회차별 판매' });
    const heads = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    for (const field of ['회차 번호', '비고', '입금 좌석', '미입금 좌석']) expect(heads).not.toContain(field);
    const open = screen.getByRole('region', { name: '10/10(토) 19:30' });
    expect(open).toHaveTextContent('이정우 · 임준호');
    expect(open).not.toHaveTextContent('미입금');
  });
});

describe('what is booked and not paid', () => {
  it('is told of what is over and of what is to come, where a sum is unknown without a zero', async () => {
    signedIn(accountOf(), [musical]);
    reports([show], { 'plays/deposits': deposits });
    renderRoutes(routes, '/productions/MU2601/performances?asOf=2026-10-09');
    const panel = await screen.findByRole('region', { name: '미입금' });
    const [past, future] = within(panel)
      .getAllByRole('term')
      .map((term) => term.parentElement);
    expect(past).toHaveTextContent('지난 회차8회21만2석 · 0.8%');
    expect(future).toHaveTextContent('앞으로 회차4회입금을 모름');
    expect(future).not.toHaveTextContent('0');
    expect(within(panel).getByRole('row', { name: /10\/10/ })).toHaveTextContent('1일 남음');
    expect(await axeFindings(panel)).toEqual([]);
  });

  it('is not shown where no performance knows', async () => {
    signedIn(accountOf(), [musical]);
    const none = { depositedSeats: null, pendingSeats: null, depositedKrw: null, pendingKrw: null };
    reports([marked], {
      'plays/deposits': {
        ...deposits,
        performances: deposits.performances.map((row) => ({ ...row, ...none, pendingRatio: null })),
      },
      grades,
    });
    renderRoutes(routes, '/productions/MU2601/performances?asOf=2026-10-09');
    expect(await screen.findByRole('region', { name: '등급별 판매' })).toBeVisible();
    expect(screen.queryByRole('region', { name: '미입금' })).not.toBeInTheDocument();
  });
});

describe('the grades of a production', () => {
  it('have price, open and left seats, each blank where nobody knows it', async () => {
    signedIn(accountOf(), [musical]);
    reports([show], { grades });
    renderRoutes(routes, '/productions/MU2601/performances?asOf=2026-10-09');
    const panel = await screen.findByRole('region', { name: '등급별 판매' });
    const vip = within(panel).getByRole('row', { name: /^VIP석/ });
    expect(vip).toHaveTextContent('150,000원288석173석6석109석62.2%80.0%2,595만4,320만');
    expect(within(vip).getByRole('img', { name: '유료 173, 초대 6, 잔여석 109' })).toBeInTheDocument();
    const terrace = within(panel).getByRole('row', { name: /^테라스/ });
    expect(terrace).toHaveTextContent('테라스––43석0석––20.0%––');
    expect(within(terrace).queryByRole('img')).not.toBeInTheDocument();
    const total = within(panel).getByRole('row', { name: /^합계/ });
    expect(total).toHaveTextContent('216석6석');
    expect(panel).not.toHaveTextContent('정가 대비 할인');
    expect(await axeFindings(panel)).toEqual([]);
  });

  it('stand on the seats of a concert as well', async () => {
    const concert = productionOf({ code: 'CO2604', category: 'concert' });
    signedIn(accountOf(), [concert]);
    reports([], { grades: { ...grades, category: 'concert' } });
    renderRoutes(routes, '/productions/CO2604/seats?asOf=2026-10-09');
    expect(await screen.findByRole('region', { name: '등급별 판매' })).toBeVisible();
  });
});

describe('the facts of a production', () => {
  it('have grades with prices, the target of the run, the cost and the basis', async () => {
    signedIn(accountOf(), [musical]);
    reports([]);
    server.use(
      http.get(`*/api/v1/productions/${musical.id}/layout`, () =>
        HttpResponse.json({ sheets: {}, labels: [], revision: 0, updatedAt: null, updatedBy: null }),
      ),
    );
    renderRoutes(routes, '/productions/MU2601/settings');
    const facts = await screen.findByRole('region', { name: '공연 정보' });
    expect(facts).toHaveTextContent('총목표 매출60,000,000원');
    expect(facts).toHaveTextContent('총비용25,000,000원');
    expect(facts).toHaveTextContent('매출 기준입금');
    expect(facts).toHaveTextContent('VIP석 150,000원 24석 · 테라스');
    expect(await screen.findByRole('region', { name: '이 공연의 양식' })).toBeVisible();
  });
});
