import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import type { Production } from '@/api/productions';
import { productionOf, renderApp, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { ColumnsOf, LinesOf, linesOf } from './ChartsOf';
import { PageScope } from './PageScope';
import { TableOf } from './TableOf';
import { ScopeContext, useSingleScope } from './useScope';

const musical = productionOf();
const play = productionOf({
  id: '0197c1a0-0000-7000-8000-000000000002',
  code: 'PL2612',
  name: '두 번째 편지',
  category: 'play',
});
const head = ({ id, code, name, category }: Production) => ({
  productionId: id,
  productionCode: code,
  productionName: name,
  category,
  recordDate: '2026-11-19',
});
const week = (weekStart: string, revenueKrw: number) => ({
  weekStart,
  weekEnd: weekStart,
  performances: 8,
  offeredSeats: 800,
  paidSeats: 400,
  paidRatio: 0.5,
  revenueKrw,
  meanTicketPriceKrw: 50_000,
});
const asked: URL[] = [];

function announce() {
  asked.length = 0;
  signedIn(undefined, [musical, play]);
  server.use(
    http.get('*/api/v1/reports/plays/weekly-capacity', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json({
        asOf: '2026-11-20',
        items: [
          { ...head(musical), weeks: [week('2026-11-02', 0), week('2026-11-09', 300_000_000)] },
          { ...head(play), weeks: [week('2026-11-09', 100_000_000), week('2026-11-23', 50_000_000)] },
        ],
        overall: [week('2026-11-02', 0), week('2026-11-09', 400_000_000), week('2026-11-23', 50_000_000)],
      });
    }),
    http.get('*/api/v1/reports/plays/performances', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json({ asOf: '2026-11-20', items: [] });
    }),
    http.get('*/api/v1/reports/plays/weekly-overview', () =>
      HttpResponse.json({
        asOf: '2026-11-20',
        items: [{ ...head(musical), revenueKrw: 300_000_000, changeRatio: 0.5 }],
        overall: { revenueKrw: 410_000_000, changeRatio: null, weekStart: '2026-11-09' },
      }),
    ),
  );
}

const capacity = (
  <TableOf
    report="plays/weekly-capacity"
    find
    columns={['productionName', 'weekStart', { field: 'revenueKrw', phone: 'main' }]}
  />
);
const rowsOf = (name: string) =>
  screen.findByRole('table', { name }).then((table) =>
    within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent),
  );

function One({ children }: { children: React.ReactNode }) {
  return <ScopeContext value={useSingleScope(musical)}>{children}</ScopeContext>;
}

describe('a table of a report', () => {
  it('is called as in the catalogue, has a row for each innermost element, and its downloads', async () => {
    announce();
    const { user } = renderApp(<PageScope categories={['play', 'musical']}>{capacity}</PageScope>);
    expect(await rowsOf('주간 좌석 판매')).toHaveLength(5);
    await user.click(screen.getByRole('button', { name: '주간 좌석 판매 내려받기' }));
    expect(screen.getByRole('menuitem', { name: 'CSV' }).getAttribute('href')).toContain(
      '/api/v1/reports/plays/weekly-capacity?',
    );
  });

  it('shows the rows that touch the period of the page', async () => {
    announce();
    renderApp(
      <PageScope categories={['play', 'musical']} period="all">
        {capacity}
      </PageScope>,
      '/?asOf=2026-11-20&from=2026-11-12&to=2026-11-13',
    );
    expect(await rowsOf('주간 좌석 판매')).toEqual([
      '공연주 시작매출',
      '봄밤의 왈츠11/9(월)3억',
      '두 번째 편지11/9(월)1억',
    ]);
  });

  it('asks for the period where the report takes one', async () => {
    announce();
    renderApp(
      <PageScope categories={['play', 'musical']} period="all">
        <TableOf report="plays/performances" columns={['productionName', 'startsAt']} />
      </PageScope>,
      '/?asOf=2026-11-20&from=2026-11-12&to=2026-11-13',
    );
    await screen.findByText(/조건에 맞는 자료가 없습니다/);
    expect(asked.at(-1)?.search).toBe('?asOf=2026-11-20&from=2026-11-12&to=2026-11-13');
  });

  it('does not name the one production that the page is about', async () => {
    announce();
    renderApp(<One>{capacity}</One>, '/?asOf=2026-11-20');
    const [first] = await rowsOf('주간 좌석 판매');
    expect(first).toBe('주 시작매출');
    expect(asked.at(-1)?.searchParams.getAll('productionId')).toEqual([musical.id]);
  });

  it('has the sums of the report below, and nothing where the report knows none', async () => {
    announce();
    renderApp(
      <PageScope categories={['play', 'musical']}>
        <TableOf
          report="plays/weekly-overview"
          columns={['productionName', 'weekStart', 'revenueKrw', 'changeRatio']}
        />
      </PageScope>,
    );
    expect((await rowsOf('주간 개요')).at(-1)).toBe('합계4억 1,000만–');
  });
});

describe('a chart of a report', () => {
  it('is a table as well, of the same rows', async () => {
    announce();
    const { user } = renderApp(
      <PageScope categories={['play', 'musical']}>
        <ColumnsOf
          report="plays/weekly-capacity"
          table="overall"
          title="매출"
          value="revenueKrw"
          gaps
          columns={['weekStart', 'revenueKrw']}
        />
        <LinesOf
          report="plays/weekly-capacity"
          title="판매율"
          value="paidRatio"
          columns={['productionName', 'weekStart', 'paidRatio']}
        />
      </PageScope>,
    );
    expect(await screen.findByRole('img', { name: '매출: 11/23 5,000만' })).toBeVisible();
    expect(screen.getByRole('img', { name: '판매율: 봄밤의 왈츠 50%, 두 번째 편지 50%' })).toBeVisible();
    for (const button of screen.getAllByRole('button', { name: '표로 보기' })) await user.click(button);
    expect(await rowsOf('매출')).toHaveLength(4);
    expect(await rowsOf('판매율')).toHaveLength(5);
  });

  it('begins a line with the first figure, and leaves gaps where there is none', () => {
    const rows = [
      { ...head(musical), weekStart: '2026-11-02', revenueKrw: 0 },
      { ...head(musical), weekStart: '2026-11-09', revenueKrw: 5 },
      { ...head(play), weekStart: '2026-11-23', revenueKrw: 7 },
    ];
    const periods = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'];
    const lines = linesOf(rows, periods, (row) => String(Reflect.get(row, 'weekStart')), 'revenueKrw');
    expect(lines.map(({ name, values }) => [name, values])).toEqual([
      ['봄밤의 왈츠', [null, 5, null, null]],
      ['두 번째 편지', [null, null, null, 7]],
    ]);
  });

  it('has the ink of no category where a report tells none', () => {
    const row = { productionCode: 'MU2611', productionName: '봄밤의 왈츠', revenueKrw: 5 };
    const [line] = linesOf([row], ['2026-11'], () => '2026-11', 'revenueKrw');
    expect(line?.category).toBe('all');
  });
});
