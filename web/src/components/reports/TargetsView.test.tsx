import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { problem, productionOf, renderApp, signedIn } from '@/test/app';
import { drawnOption } from '@/test/charts';
import { salesPeriod } from '@/test/reports';
import { server } from '@/test/server';
import { PageScope } from './PageScope';
import { isToCome, TargetsView } from './TargetsView';

const targets = (
  <PageScope categories={['musical']} period="all">
    <TargetsView />
  </PageScope>
);

const musical = productionOf();
const head = {
  productionId: musical.id,
  productionCode: musical.code,
  productionName: musical.name,
  category: musical.category,
  recordDate: '2026-11-19',
};
/** The running week: four of its days are due. */
const running = salesPeriod({
  period: '2026-11-16',
  revenueKrw: 110_000_000,
  targetKrw: 200_000_000,
  ratio: 0.55,
  dueTargetKrw: 100_000_000,
  dueRatio: 1.1,
  cumulativeRevenueKrw: 310_000_000,
  cumulativeTargetKrw: 500_000_000,
  cumulativeRatio: 0.62,
  cumulativeDueTargetKrw: 400_000_000,
  cumulativeDueRatio: 0.775,
});
const next = salesPeriod({
  period: '2026-11-23',
  targetKrw: 250_000_000,
  cumulativeTargetKrw: 750_000_000,
});
const sums = [
  { ...running, productions: 2, counted: 1 },
  { ...next, productions: 2, counted: 0 },
];

function announce(asked: URL[] = [], overall: readonly object[] = sums) {
  signedIn(undefined, [musical]);
  server.use(
    http.get('*/api/v1/reports/target-vs-actual', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json({
        report: 'target-vs-actual',
        asOf: '2026-11-20',
        grain: 'week',
        from: null,
        to: null,
        items: [{ ...head, periods: [running, next] }],
        overall,
        categories: [{ category: 'musical', periods: sums }],
      });
    }),
  );
}

vi.mock('@/components/chart/Chart', () => import('@/test/charts'));

describe('revenue against target', () => {
  it('judges a running week by what is due, never by the whole of it', async () => {
    announce();
    renderApp(targets, '/?asOf=2026-11-20');
    const table = await screen.findByRole('table', { name: '목표와 실적' });
    const row = within(table).getByRole('row', { name: /11\/16–11\/22/ });
    expect(within(row).getByText('110.0%')).toHaveClass('ahead');
    expect(within(row).getByRole('cell', { name: '55.0%' })).not.toHaveClass('behind');
  });

  it('tells the sums that the report gives', async () => {
    announce();
    renderApp(targets, '/?asOf=2026-11-20');
    const reached = (await screen.findByText('달성률', { selector: 'dt *' })).closest('div');
    expect(await within(reached ?? document.body).findByText('77.5%')).toHaveClass('behind');
    expect(screen.getByText('달성한 기간').closest('div')).toHaveTextContent('1개 기간 가운데 1개 달성');
    expect(screen.getByText('전체 목표', { selector: 'dt *' }).closest('div')).toHaveTextContent(
      '7억 5,000만',
    );
  });

  it('has beside an attainment the target that it is of', async () => {
    announce();
    renderApp(targets, '/?asOf=2026-11-20');
    const due = (await screen.findByText('달성률', { selector: 'dt *' })).closest('div');
    await within(due ?? document.body).findByText('77.5%');
    expect(due).toHaveTextContent('기준일까지 목표 4억');
    const whole = screen.getByText('전체 목표', { selector: 'dt *' }).closest('div');
    expect(whole).toHaveTextContent('11/23–11/29까지');
    expect(whole).toHaveTextContent('11/16–11/22까지 목표 5억 · 달성률 62.0%');
    const table = screen.getByRole('table', { name: '목표와 실적' });
    const row = within(table).getByRole('row', { name: /11\/16–11\/22/ });
    expect(row).toHaveTextContent('1억 1,000만1억110.0%2억55.0%3억 1,000만4억77.5%');
  });

  it('has the ratio of the whole alone once the last period is known', async () => {
    announce([], [{ ...running, productions: 2, counted: 2 }]);
    renderApp(targets, '/?asOf=2026-11-20');
    const whole = (await screen.findByText('전체 목표', { selector: 'dt *' })).closest('div');
    await waitFor(() => expect(whole).toHaveTextContent('5억달성률 62.0%'));
  });

  it('counts what is written as 100 % as reached', async () => {
    announce([], [{ ...running, dueRatio: 0.9996, productions: 2, counted: 1 }]);
    renderApp(targets, '/?asOf=2026-11-20');
    const hit = (await screen.findByText('달성한 기간')).closest('div');
    expect(await within(hit ?? document.body).findByText('1개 기간 가운데 1개 달성')).toBeVisible();
  });

  it('draws sums from zero, and below it where more was paid back than sold', async () => {
    announce();
    renderApp(targets, '/?asOf=2026-11-20');
    const charts = await screen.findAllByRole('img', { name: /^누적 매출 3억 1,000만/ });
    const { min } = drawnOption(charts.at(-1)).yAxis as { min: (of: { min: number }) => number };
    expect([min({ min: -5 }), min({ min: 5 })]).toEqual([-5, 0]);
  });

  it('knows of no period that was reached while that cannot be read', async () => {
    announce();
    server.use(http.get('*/api/v1/reports/target-vs-actual', () => problem(503, 'unavailable')));
    renderApp(targets, '/?asOf=2026-11-20');
    expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0);
    expect(screen.getByText('달성한 기간').closest('div')).toHaveTextContent(/^달성한 기간–$/);
  });

  it('asks for the period that is shown, and downloads the same', async () => {
    const asked: URL[] = [];
    announce(asked);
    const { user } = renderApp(targets, '/?asOf=2026-11-20&from=2026-11-16&to=2026-11-22');
    await user.click(await screen.findByRole('button', { name: '목표와 실적 내려받기' }));
    const file = screen.getByRole('menuitem', { name: 'CSV' }).getAttribute('href') ?? '';
    for (const search of [asked[0]?.search ?? '', file]) {
      expect(search).toContain('from=2026-11-16');
      expect(search).toContain('to=2026-11-22');
      expect(search).toContain('grain=week');
    }
  });
});

describe('a period without figures', () => {
  const of = (period: string, recordDate: string | null, revenueKrw: number | null = null) =>
    isToCome({ period, recordDate, revenueKrw });

  it('is to come from the record date on, by day, week and month', () => {
    expect(of('2026-11-19', '2026-11-19')).toBe(true);
    expect(of('2026-11-18', '2026-11-19')).toBe(false);
    expect(of('2026-12', '2026-11-19')).toBe(true);
    expect(of('2026-10', '2026-11-19')).toBe(false);
    expect(of('2026-11-01', null)).toBe(true);
  });

  it('is none where something is known of it', () => {
    expect(of('2026-11', '2026-11-19', 0)).toBe(false);
  });
});
