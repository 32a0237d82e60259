import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { accountOf, problem, productionOf, renderApp, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { Page } from './HomePage';

const musical = productionOf({ saleEnd: '2026-12-15', runStart: '2026-10-25', runEnd: '2026-12-15' });
const head = {
  productionId: musical.id,
  productionCode: musical.code,
  productionName: musical.name,
  category: musical.category,
  recordDate: '2026-11-18',
};
const period = (day: string, revenueKrw: number | null) => ({
  period: day,
  revenueKrw,
  targetKrw: 20_000_000,
  ratio: null,
  cumulativeRevenueKrw: revenueKrw,
  cumulativeTargetKrw: 20_000_000,
  cumulativeRatio: null,
});

const answers: Readonly<Record<string, object>> = {
  'target-vs-actual': {
    ...head,
    periods: [period('2026-11-17', 31_000_000), period('2026-11-18', 29_000_000), period('2026-11-19', null)],
  },
  'plays/outlook': {
    ...head,
    performances: [
      { startsAt: '2026-11-25T20:00:00+09:00', cast: [], occupancy: 0.334, remainingSeats: 413, low: true },
    ],
  },
  'plays/profit-forecast': {
    ...head,
    playedPerformances: 29,
    toComePerformances: 31,
    projectedProfitKrw: 640_173_793,
    reason: null,
  },
  'upload-coverage': { ...head, coverage: [{ day: '2026-11-19', uploaded: false, fileName: null }] },
};

/** Announces the reports; what is not named has no items. */
function reports(asked: string[] = []) {
  server.use(
    http.get('*/api/v1/reports/*', ({ request }) => {
      const name = new URL(request.url).pathname.split('/reports/')[1] ?? '';
      asked.push(name);
      const item = answers[name];
      return HttpResponse.json({ report: name, asOf: '2026-11-20', items: item === undefined ? [] : [item] });
    }),
  );
}

describe('the home page', () => {
  it('says how each production stands, what is missing and what sells badly, by six reports', async () => {
    signedIn(accountOf(), [musical]);
    const asked: string[] = [];
    reports(asked);
    renderApp(<Page />, '/?asOf=2026-11-20');
    expect(await screen.findByRole('heading', { level: 1, name: '11월 20일 금요일' })).toBeVisible();

    const table = await screen.findByRole('table', { name: '공연별 현황' });
    const row = within(table).getByRole('row', { name: /봄밤의 왈츠/ });
    expect(await within(row).findByText('29 / 60회')).toBeVisible();
    expect(await within(row).findByText('누락')).toBeVisible();
    expect(row).toHaveTextContent('+6억 4,017만');
    expect(within(row).getByRole('link', { name: '봄밤의 왈츠' })).toHaveAttribute(
      'href',
      '/productions/MU2611?asOf=2026-11-20',
    );

    const missing = screen.getByRole('region', { name: '어제 자료 누락' });
    expect(missing).toHaveTextContent('마지막 기준일 11/18(수)');
    expect(within(missing).getByRole('link', { name: '올리기' })).toHaveAttribute('href', '/uploads/new');

    const low = screen.getByRole('region', { name: '점유율 40% 미만' });
    expect(low).toHaveTextContent('11/25(수) 20:00 · 남은 좌석 413석');
    expect(within(low).getByRole('link', { name: '봄밤의 왈츠' })).toHaveAttribute(
      'href',
      '/productions/MU2611/performances?asOf=2026-11-20&perf=2026-11-25T20%3A00',
    );
    expect(asked).toHaveLength(6);
  });

  it('shows the figures also where the productions are answered last', async () => {
    signedIn(accountOf(), [musical]);
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.use(
      http.get('*/api/v1/productions', async () => {
        await answered;
        return HttpResponse.json({ items: [musical], page: 1, perPage: 200, total: 1 });
      }),
    );
    reports();
    renderApp(<Page />, '/?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '공연별 현황' });
    answer();
    expect(await within(table).findByText('29 / 60회')).toBeVisible();
  });

  it('reads the chart as a table', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user } = renderApp(<Page />, '/?asOf=2026-11-20');
    await user.click(await screen.findByRole('button', { name: '표로 보기' }));
    const table = screen.getByRole('table', { name: '일별 매출과 목표' });
    expect(within(table).getByRole('row', { name: /11\/18\(수\)/ })).toHaveTextContent('2,900만');
    expect(within(table).getByRole('row', { name: /11\/19\(목\)/ })).toHaveTextContent('–');
  });

  it('offers the first upload where there is nothing, and only to those who may', async () => {
    signedIn();
    server.use(http.get('*/api/v1/reports/*', () => HttpResponse.json({ items: [] })));
    renderApp(<Page />, '/');
    expect(await screen.findByText(/첫 파일을 올리면/)).toBeVisible();
    expect(screen.getByRole('link', { name: '업로드' })).toBeVisible();
  });

  it('says when the figures cannot be read, and reads them again', async () => {
    signedIn(accountOf(), [musical]);
    server.use(http.get('*/api/v1/reports/*', () => problem(500, 'internal')));
    const { user } = renderApp(<Page />, '/?asOf=2026-11-20');
    const again = await screen.findByRole('button', { name: '다시 시도' });
    reports();
    await user.click(again);
    expect(await screen.findByRole('table', { name: '공연별 현황' })).toBeVisible();
  });
});
