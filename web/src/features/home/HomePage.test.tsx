import { cleanup, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { addDays, daysOf } from '@/lib/days';
import { accountOf, problem, productionOf, renderApp, signedIn } from '@/test/app';
import { eventually } from '@/test/eventually';
import { overviewItem, overviewOf } from '@/test/reports';
import { server } from '@/test/server';
// It is loaded when the page is opened; here before, so that no test waits for it.
import './components/Prospects';
import { Page } from './HomePage';

const musical = productionOf({ saleEnd: '2026-12-15', runStart: '2026-10-25', runEnd: '2026-12-15' });
const days = daysOf({ from: addDays('2026-11-20', -31), to: '2026-11-26' }).map((day) => ({
  day,
  revenueKrw: day <= '2026-11-18' ? 29_000_000 : null,
  targetKrw: 20_000_000,
}));
const figures = {
  revenueKrw: 1_305_000_000,
  breakEvenRatio: 0.8217,
  yesterdayRevenueKrw: null,
  weekRevenueKrw: 87_000_000,
  weekDueTargetKrw: 60_000_000,
  weekDueRatio: 1.45,
  weekChangeRatio: -0.034,
  monthRevenueKrw: 522_000_000,
  monthTargetKrw: 600_000_000,
  monthDueTargetKrw: 540_000_000,
  monthDueRatio: 0.9667,
  sevenDayOccupancy: 0.551,
  sevenDayPerformances: 8,
  lastDays: days,
};
const item = overviewItem({
  ...figures,
  recordDate: '2026-11-18',
  missing: true,
  lowPerformances: [
    {
      startsAt: '2026-11-25T20:00:00+09:00',
      cast: [],
      paidShare: 0.334,
      complimentaryShare: 0,
      occupancy: 0.334,
      paidSeats: 207,
      complimentarySeats: 0,
      remainingSeats: 413,
    },
  ],
});
const overview = overviewOf([item], {
  due: 2,
  arrived: 1,
  completeDay: { day: '2026-11-18', revenueKrw: 94_610_000, changeRatio: 0.125 },
  overall: { ...figures, productions: 1, counted: 0 },
  categories: [{ ...overviewOf().overall, category: 'musical', ...figures }],
});

function answer(given: object = overview, asked: string[] = [], forecasts: readonly object[] = []) {
  server.use(
    http.get('*/api/v1/reports/*', ({ request }) => {
      const name = new URL(request.url).pathname.split('/reports/')[1] ?? '';
      asked.push(name);
      return HttpResponse.json(
        name === 'forecast' ? { report: name, asOf: '2026-11-20', items: forecasts } : given,
      );
    }),
  );
}

describe('the home page', () => {
  it('says how each production stands, what is missing and what sells badly, by one report', async () => {
    signedIn(accountOf(), [musical]);
    const asked: string[] = [];
    answer(overview, asked);
    renderApp(<Page />, '/?asOf=2026-11-20');
    expect(await screen.findByRole('heading', { level: 1, name: '11월 20일 금요일' })).toBeVisible();

    const table = await screen.findByRole('table', { name: '공연별 현황' });
    const row = within(table).getByRole('row', { name: /봄밤의 왈츠/ });
    expect(within(row).getByText('누락')).toBeVisible();
    expect(row).toHaveTextContent('13억 500만손익분기의 82%');
    expect(within(row).getByText('96.7%')).toHaveClass('behind');
    expect(within(row).getByText('145%')).toHaveClass('ahead');
    expect(within(row).getByRole('link', { name: '봄밤의 왈츠' })).toHaveAttribute(
      'href',
      '/productions/MU2611?asOf=2026-11-20',
    );

    const missing = screen.getByRole('region', { name: '어제 자료 누락' });
    expect(missing).toHaveTextContent('마지막 기준일 11/18(수)');
    expect(within(missing).getByRole('link', { name: '업로드' })).toHaveAttribute('href', '/uploads/new');

    const low = screen.getByRole('region', { name: '점유율 40% 미만' });
    expect(low).toHaveTextContent('11/25(수) 20:00 · 잔여석 413석');
    expect(within(low).getByRole('link', { name: '봄밤의 왈츠' })).toHaveAttribute(
      'href',
      '/productions/MU2611/performances?asOf=2026-11-20&perf=2026-11-25T20%3A00',
    );
    // Everything but what is ahead is in one report, which is asked for first.
    expect(asked[0]).toBe('overview');
    await eventually(() => expect(new Set(asked)).toEqual(new Set(['overview', 'forecast'])));
  });

  it('tells how likely break-even is with the interval of profit, and what it does not know as unknown', async () => {
    signedIn(accountOf(), [musical]);
    const ahead = {
      productionId: musical.id,
      productionCode: musical.code,
      productionName: musical.name,
      category: 'musical',
      recordDate: '2026-11-18',
      origin: '2026-11-18',
      reason: null,
      confidence: 'prior',
      run: {
        finalRevenueKrw: { p10: 1_400_000_000, p50: 1_500_000_000, p90: 1_700_000_000 },
        breakEvenReason: null,
        breakEven: {
          probabilityByClosing: 0.004,
          p50Date: null,
          p80Date: null,
          profitKrw: { p10: -190_000_000, p50: -90_000_000, p90: 110_000_000 },
        },
      },
    };
    const unpriced = { ...ahead, productionCode: 'MU2699', productionName: '가격 모름', confidence: 'own' };
    answer(
      overview,
      [],
      [ahead, { ...unpriced, run: { finalRevenueKrw: null, breakEven: null, breakEvenReason: 'no_price' } }],
    );
    renderApp(<Page />, '/?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '손익분기 전망' });
    expect(within(table).getByRole('row', { name: /봄밤의 왈츠/ })).toHaveTextContent(
      '봄밤의 왈츠< 1%−1억 9,000만 ~ +1억 1,000만공연 기간 안에 없음14억 ~ 17억아직 넓은 구간',
    );
    expect(within(table).getByRole('row', { name: /가격 모름/ })).toHaveTextContent(
      '가격 모름가격을 모름–––',
    );
  });

  it('lists a few of many missing workbooks, and all that are asked for', async () => {
    signedIn(accountOf(), [musical]);
    const many = Array.from({ length: 12 }, (_, index) =>
      overviewItem({ productionId: `p${index}`, productionName: `공연 ${index}`, missing: true }),
    );
    answer(overviewOf(many, { due: 12, arrived: 0 }));
    const { user } = renderApp(<Page />, '/?asOf=2026-11-20');
    const panel = await screen.findByRole('region', { name: '어제 자료 누락' });
    expect(within(panel).getAllByRole('listitem')).toHaveLength(5);
    expect(within(panel).getByRole('link', { name: '12' })).toHaveAttribute(
      'href',
      '/uploads/coverage?asOf=2026-11-20',
    );
    await user.click(within(panel).getByRole('button', { name: '7개 더' }));
    expect(within(panel).getAllByRole('listitem')).toHaveLength(12);
  });

  it('tells the last day that is whole, and how many workbooks of yesterday are in', async () => {
    signedIn(accountOf(), [musical]);
    answer();
    renderApp(<Page />, '/?asOf=2026-11-20');
    const term = await screen.findByText('마지막으로 집계를 마친 날');
    const figure = term.closest('div');
    expect(figure).toHaveTextContent(
      '11/18(수)9,461만지난주 수요일 대비 ▲ 12.5%11/19(목) 자료 2개 중 1개 도착',
    );
    expect(screen.queryByText('어제 매출')).not.toBeInTheDocument();
  });

  it('folds away what is over, and does not judge it', async () => {
    signedIn(accountOf(), [musical]);
    const over = overviewItem({
      ...figures,
      productionId: '0197c1a0-0000-7000-8000-000000000009',
      productionCode: 'PL2601',
      productionName: '지난 연극',
      category: 'play',
      sevenDayOccupancy: 0.1,
      state: 'over',
    });
    answer(overviewOf([over, item]));
    const { user } = renderApp(<Page />, '/?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '공연별 현황' });
    expect(within(table).queryByRole('row', { name: /지난 연극/ })).not.toBeInTheDocument();
    expect(within(table).getByRole('row', { name: /^합계/ })).toHaveTextContent('합계(공연 종료 1 포함)');
    await user.click(screen.getByRole('button', { name: '공연 종료 1' }));
    const row = within(table).getByRole('row', { name: /지난 연극/ });
    expect(row).toHaveTextContent('96.7%');
    expect(row.querySelector('.ahead, .behind')).toBeNull();
    await user.click(screen.getByRole('button', { name: '공연 종료 접기' }));
    expect(within(table).queryByRole('row', { name: /지난 연극/ })).not.toBeInTheDocument();
  });

  it('judges an occupancy as it is written', async () => {
    signedIn(accountOf(), [musical]);
    answer(overviewOf([overviewItem({ sevenDayOccupancy: 0.3996 })]));
    renderApp(<Page />, '/?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '공연별 현황' });
    const row = within(table).getByRole('row', { name: /봄밤의 왈츠/ });
    expect(row).toHaveTextContent('40.0%');
    expect(row.querySelector('.behind')).toBeNull();
  });

  it('knows nothing of a house that has told nothing', async () => {
    signedIn(accountOf(), [musical]);
    answer(overviewOf([overviewItem()], { due: 1, arrived: 0 }));
    renderApp(<Page />, '/?asOf=2026-11-20');
    const row = within(await screen.findByRole('table', { name: '공연별 현황' })).getByRole('row', {
      name: /봄밤의 왈츠/,
    });
    expect(within(row).getByText('자료 없음')).toBeVisible();
    expect(row).not.toHaveTextContent('%');
  });

  it('reads the chart as a table', async () => {
    signedIn(accountOf(), [musical]);
    answer();
    const { user } = renderApp(<Page />, '/?asOf=2026-11-20');
    await user.click(await screen.findByRole('button', { name: '표로 보기' }));
    const table = screen.getByRole('table', { name: '일별 매출과 목표' });
    expect(within(table).getByRole('row', { name: /11\/18\(수\)/ })).toHaveTextContent('2,900만');
    expect(within(table).getByRole('row', { name: /11\/19\(목\)/ })).toHaveTextContent('–');
  });

  it('downloads what it shows', async () => {
    signedIn(accountOf(), [musical]);
    answer();
    const { user } = renderApp(<Page />, '/?asOf=2026-11-20');
    await user.click(await screen.findByRole('button', { name: '공연별 현황 내려받기' }));
    expect(screen.getByRole('menuitem', { name: 'CSV' })).toHaveAttribute(
      'href',
      '/api/v1/reports/overview?asOf=2026-11-20&format=csv',
    );
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: '일별 매출과 목표 내려받기' }));
    expect(screen.getByRole('menuitem', { name: 'CSV' })).toHaveAttribute(
      'href',
      '/api/v1/reports/target-vs-actual?asOf=2026-11-20&grain=day&from=2026-10-20&to=2026-11-26&format=csv&table=categories',
    );
  });

  it('leads through the first steps where there is nothing, and ticks what is done', async () => {
    signedIn();
    answer(overviewOf());
    renderApp(<Page />, '/');
    const empty = await screen.findByRole('region', { name: '처음 시작하기' });
    expect(within(empty).getByRole('link', { name: '공연 만들기' })).toHaveAttribute(
      'href',
      '/office/productions/create',
    );
    expect(within(empty).getAllByLabelText('아직')).toHaveLength(5);
    expect(within(empty).getByRole('link', { name: '목록 가져오기' })).toHaveAttribute(
      'href',
      '/office/productions?import=list',
    );
    expect(within(empty).getByRole('link', { name: '함께 쓸 사람 초대' })).toHaveAttribute(
      'href',
      '/office/users/create',
    );
    expect(screen.queryByText(/0개 중 0개/)).not.toBeInTheDocument();
    cleanup();

    signedIn(accountOf(), [musical]);
    answer(overviewOf([overviewItem()]));
    renderApp(<Page />, '/');
    const made = await screen.findByRole('region', { name: '처음 시작하기' });
    expect(within(made).getAllByLabelText('마침')).toHaveLength(1);
    expect(within(made).getByRole('link', { name: '빈 엑셀 받기' })).toHaveAttribute(
      'href',
      `/api/v1/productions/${musical.id}/workbook-template`,
    );
    expect(within(made).getByRole('link', { name: '첫 파일 업로드' })).toHaveAttribute(
      'href',
      '/uploads/new',
    );
    expect(within(made).getByRole('link', { name: '목표 넣기' })).toHaveAttribute('href', '/targets/MU2611');
    cleanup();

    signedIn(accountOf(), [musical]);
    answer(overviewOf([overviewItem({ recordDate: '2026-11-19', targetKrw: 5 })]));
    renderApp(<Page />, '/');
    await screen.findByRole('table', { name: '공연별 현황' });
    expect(screen.queryByRole('region', { name: '처음 시작하기' })).not.toBeInTheDocument();
  });

  it('offers the first upload to who may do no more', async () => {
    const account = accountOf({ role: 'member', canManageProductions: false });
    signedIn(account);
    answer(overviewOf());
    renderApp(<Page />, '/', { account });
    expect(await screen.findByText(/첫 파일을 올리면/)).toBeVisible();
    expect(screen.getByRole('link', { name: '업로드' })).toBeVisible();
  });

  it('says when the figures cannot be read, and reads them again', async () => {
    signedIn(accountOf(), [musical]);
    server.use(http.get('*/api/v1/reports/*', () => problem(500, 'internal')));
    const { user } = renderApp(<Page />, '/?asOf=2026-11-20');
    const again = await screen.findByRole('button', { name: '다시 시도' });
    answer();
    await user.click(again);
    expect(await screen.findByRole('table', { name: '공연별 현황' })).toBeVisible();
  });
});
