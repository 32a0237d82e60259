import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { accountOf, problem, renderRoutes, signedIn } from '@/test/app';
import { axeFindings } from '@/test/axe';
import { salesPeriod } from '@/test/reports';
import { server } from '@/test/server';
import type { Campaign } from './api/campaigns';
import { placed } from './campaigns';
import { bySaleDay, byPerformance, campaignOf, changes, daily, head, musical } from './labelled.test-data';
import { Page } from './ProductionPage';

const routes = [{ path: 'productions/:code/:tab?', element: <Page /> }];
const address = '/productions/MU2601/sales?asOf=2026-10-09';

const periods = ['2026-10-06', '2026-10-07', '2026-10-08', '2026-10-09'].map((period, index) =>
  salesPeriod({
    period,
    targetKrw: 1_000_000,
    ...(index < 3 ? { revenueKrw: 3_000_000, cumulativeRevenueKrw: 3_000_000 * (index + 1) } : {}),
  }),
);

/** Answers the reports of the production; without sale days its periods have no revenue. */
function reports({ saleDays = true, named = true }: { saleDays?: boolean; named?: boolean } = {}) {
  server.use(
    http.get('*/api/v1/reports/*', ({ request }) => {
      const { pathname, searchParams } = new URL(request.url);
      const name = pathname.split('/reports/')[1] ?? '';
      const own = {
        'target-vs-actual': saleDays
          ? { ...head, salesReason: null, periods }
          : { ...head, salesReason: 'no_sale_days', periods: [] },
        'agencies/sales': !named
          ? { ...bySaleDay, by: null, agencies: [], total: null, rest: null }
          : searchParams.get('by') === 'performance_day'
            ? byPerformance
            : bySaleDay,
        'agencies/daily': saleDays && named ? daily : { ...head, agencies: [] },
        'snapshot-changes': changes,
      }[name];
      return HttpResponse.json({
        asOf: '2026-10-09',
        grain: searchParams.get('grain') ?? 'day',
        items: own === undefined ? [] : [own],
      });
    }),
  );
}

describe('the agencies of a production', () => {
  it('are taken off by chips, and no total moves', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user, router } = renderRoutes(routes, `${address}&basis=booked`);
    const panel = await screen.findByRole('region', { name: '예매처' });
    const table = within(panel).getByRole('table', { name: '예매처' });
    expect(within(table).getByRole('row', { name: /^인터파크/ })).toHaveTextContent('600만60.0%60석');
    expect(within(table).getByRole('row', { name: /^그 밖/ })).toHaveTextContent('100만–10석');
    expect(within(table).getByRole('row', { name: /^합계/ })).toHaveTextContent('1,000만100.0%100석');

    const chip = within(panel).getByRole('button', { name: '인터파크' });
    expect(chip).toHaveAttribute('aria-pressed', 'true');
    await user.click(chip);
    expect(chip).toHaveAttribute('aria-pressed', 'false');
    expect(router.state.location.search).toContain('without=interpark');
    expect(within(table).queryByRole('row', { name: /^인터파크/ })).not.toBeInTheDocument();
    expect(within(table).getByRole('row', { name: /^합계/ })).toHaveTextContent('1,000만100.0%100석');
    expect(await axeFindings(panel)).toEqual([]);
  });

  it('are taken off the chart of sales, whose total stays behind them', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user } = renderRoutes(routes, `${address}&basis=booked`);
    const groups = () => screen.getAllByRole('group', { name: '보이는 예매처' });
    // Until all is read the chart is another panel of its name.
    await waitFor(() => expect(groups()).toHaveLength(2));
    const chart = screen.getByRole('region', { name: '매출과 목표' });
    const chips = within(chart).getByRole('group', { name: '보이는 예매처' });
    expect(
      within(chart)
        .getAllByText('NOL 티켓')
        .map(({ tagName }) => tagName),
    ).toEqual(['BUTTON']);
    await user.click(within(chips).getByRole('button', { name: '인터파크' }));
    expect((await within(chart).findAllByText('NOL 티켓')).map(({ tagName }) => tagName)).toContain('LI');
    expect(
      within(chart)
        .getAllByText('인터파크')
        .map(({ tagName }) => tagName),
    ).toEqual(['BUTTON']);
    expect(within(chart).getByText('매출')).toBeVisible();
    // The same chip below has followed.
    const panel = screen.getByRole('region', { name: '예매처' });
    expect(within(panel).getByRole('button', { name: '인터파크' })).toHaveAttribute('aria-pressed', 'false');
  });

  it('are judged by what is deposited where the production is, and an unknown deposit is no zero', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user } = renderRoutes(routes, address);
    const panel = await screen.findByRole('region', { name: '예매처' });
    expect(await within(panel).findByRole('button', { name: '입금만' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const row = within(panel).getByRole('row', { name: /^인터파크/ });
    expect(row).toHaveTextContent('550만55석50만5석');
    expect(within(panel).getByRole('row', { name: /^NOL 티켓/ })).toHaveTextContent('––––');
    expect(panel).not.toHaveTextContent('0만석');
    await user.click(within(panel).getByRole('button', { name: '예매 전체' }));
    expect(within(panel).getByRole('row', { name: /^인터파크/ })).toHaveTextContent('600만');
  });

  it('are told by day as a table, with the chips taken off', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    const { user } = renderRoutes(routes, `${address}&without=nol`);
    const trend = await screen.findByRole('region', { name: '예매처별 매출' });
    await user.click(within(trend).getByRole('button', { name: '표로 보기' }));
    const table = within(trend).getByRole('table', { name: '예매처별 매출' });
    expect(within(table).getAllByRole('row', { name: /인터파크/ })).toHaveLength(2);
    expect(within(table).queryByRole('row', { name: /NOL/ })).not.toBeInTheDocument();
  });

  it('are not shown of data that name none', async () => {
    signedIn(accountOf(), [musical]);
    reports({ named: false });
    renderRoutes(routes, address);
    expect(await screen.findByRole('table', { name: '기간별 매출' })).toBeVisible();
    expect(screen.queryByRole('region', { name: '예매처' })).not.toBeInTheDocument();
  });
});

describe('a production without sale days', () => {
  it('shows what changed between record dates, says why, and draws no zero for what nobody knows', async () => {
    signedIn(accountOf(), [musical]);
    reports({ saleDays: false });
    const { user } = renderRoutes(routes, address);
    const panel = await screen.findByRole('region', { name: '기준일별 증감' });
    expect(panel).toHaveTextContent('자료에 판매일이 없어');
    expect(screen.queryByRole('region', { name: '매출과 목표' })).not.toBeInTheDocument();
    await user.click(within(panel).getByRole('button', { name: '표로 보기' }));
    const table = within(panel).getByRole('table', { name: '기준일별 증감' });
    const first = within(table).getByRole('row', { name: /10\/5/ });
    expect(first).toHaveTextContent('첫 자료––');
    expect(first).not.toHaveTextContent(/(?<!\d)0(?:만|석)/);
    expect(within(table).getByRole('row', { name: /10\/8/ })).toHaveTextContent('−22만−2석');
    expect(await axeFindings(panel)).toEqual([]);
  });

  it('waits for a second record date where there is none', async () => {
    signedIn(accountOf(), [musical]);
    reports({ saleDays: false });
    server.use(
      http.get('*/api/v1/reports/snapshot-changes', () =>
        HttpResponse.json({ items: [{ ...head, changes: [] }] }),
      ),
    );
    renderRoutes(routes, address);
    expect(await screen.findByText(/아직 비교할 자료가 없습니다/)).toBeVisible();
  });
});

describe('the lane of campaigns', () => {
  const campaigns = [
    campaignOf(),
    campaignOf({ id: 'c2', from: '2026-10-06', to: '2026-10-08', kind: 'discount', text: '40% 할인' }),
  ];

  function listed(found: readonly Campaign[] = campaigns) {
    server.use(
      http.get(`*/api/v1/productions/${musical.id}/campaigns`, () => HttpResponse.json({ campaigns: found })),
    );
  }

  it('opens what was done, and deletes it only as it was read', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    listed();
    const asked: (string | null)[] = [];
    server.use(
      http.delete(`*/api/v1/productions/${musical.id}/campaigns/:id`, ({ request, params }) => {
        asked.push(String(params['id']), request.headers.get('if-match'));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = renderRoutes(routes, address);
    const lane = await screen.findByRole('region', { name: '메모와 캠페인' });
    await user.click(await within(lane).findByRole('button', { name: '메모, 10/7, 포스터 공개' }));
    const dialog = screen.getByRole('dialog', { name: '메모 수정' });
    expect(within(dialog).getByRole('textbox', { name: '내용' })).toHaveValue('포스터 공개');
    expect(await axeFindings(dialog)).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: '삭제' }));
    expect(await screen.findByText('메모를 지웠습니다')).toBeVisible();
    expect(asked).toEqual([campaigns[0]?.id, '"r3"']);
  });

  it('writes a memo of the day that the keyboard begins with', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    listed([]);
    const sent: unknown[] = [];
    const names: (string | null)[] = [];
    server.use(
      http.post(`*/api/v1/productions/${musical.id}/campaigns`, async ({ request }) => {
        sent.push(await request.json());
        names.push(request.headers.get('idempotency-key'));
        // The first answer is lost.
        return names.length === 1 ? HttpResponse.error() : HttpResponse.json(campaignOf(), { status: 201 });
      }),
    );
    const { user } = renderRoutes(routes, address);
    const lane = await screen.findByRole('region', { name: '메모와 캠페인' });
    within(lane).getByRole('button', { name: '메모 쓰기' }).focus();
    await user.keyboard('{Enter}');
    const dialog = screen.getByRole('dialog', { name: '메모 남기기' });
    await user.type(within(dialog).getByRole('textbox', { name: '내용' }), ' 방송 출연 ');
    await user.click(within(dialog).getByRole('button', { name: '저장' }));
    await within(dialog).findByRole('alert');
    await user.click(within(dialog).getByRole('button', { name: '저장' }));
    expect(await screen.findByText('메모를 저장했습니다')).toBeVisible();
    expect(names).toEqual([expect.any(String), names[0]]);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent.slice(1)).toEqual([
      {
        kind: 'memo',
        from: '2026-10-08',
        to: '2026-10-08',
        text: '방송 출연',
        agency: null,
        rate: null,
        grades: [],
      },
    ]);
  });

  it('says that somebody else was first, and that an end before the beginning is none', async () => {
    signedIn(accountOf(), [musical]);
    reports();
    listed();
    server.use(
      http.patch(`*/api/v1/productions/${musical.id}/campaigns/:id`, () => problem(412, 'outdated')),
    );
    const { user } = renderRoutes(routes, address);
    const lane = await screen.findByRole('region', { name: '메모와 캠페인' });
    await user.click(await within(lane).findByRole('button', { name: '할인, 10/6–10/8, 40% 할인' }));
    const dialog = screen.getByRole('dialog', { name: '메모 수정' });
    await user.clear(within(dialog).getByLabelText('끝'));
    await user.type(within(dialog).getByLabelText('끝'), '2026-10-01');
    expect(within(dialog).getByRole('alert')).toHaveTextContent('끝이 시작보다 빠릅니다.');
    expect(within(dialog).getByRole('button', { name: '저장' })).toBeDisabled();
    await user.clear(within(dialog).getByLabelText('끝'));
    await user.type(within(dialog).getByLabelText('끝'), '2026-10-09');
    await user.click(within(dialog).getByRole('button', { name: '저장' }));
    expect(await within(dialog).findByText(/다른 사람이 먼저 고쳤습니다/)).toBeVisible();
  });

  it('is read by those who may not write, without a way to', async () => {
    signedIn(accountOf({ role: 'member', canManageProductions: false }), [musical]);
    reports();
    listed();
    const { user } = renderRoutes(routes, address, {
      account: accountOf({ role: 'member', canManageProductions: false }),
    });
    const lane = await screen.findByRole('region', { name: '메모와 캠페인' });
    expect(within(lane).queryByRole('button', { name: '메모 쓰기' })).not.toBeInTheDocument();
    await user.click(await within(lane).findByRole('button', { name: '메모, 10/7, 포스터 공개' }));
    expect(screen.queryByRole('button', { name: '저장' })).not.toBeInTheDocument();
  });
});

describe('the places of campaigns', () => {
  const days = Array.from({ length: 20 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`);

  it('stand in the first row with room for their text, and no two on each other', () => {
    const { places, hidden } = placed(
      [
        campaignOf({ id: 'a', from: '2026-10-01', to: '2026-10-03' }),
        campaignOf({ id: 'b', from: '2026-10-02', to: '2026-10-02' }),
        campaignOf({ id: 'c', from: '2026-10-03', to: '2026-10-09' }),
        campaignOf({ id: 'd', from: '2026-10-03', to: '2026-10-03' }),
        campaignOf({ id: 'e', from: '2026-10-05', to: '2026-10-05' }),
      ],
      days,
      'day',
    );
    expect(
      places.map(({ campaign, row, start, length, room }) => [campaign.id, row, start, length, room]),
    ).toEqual([
      ['a', 0, 0, 3, 4],
      ['b', 1, 1, 1, 19],
      ['c', 2, 2, 7, 18],
      ['e', 0, 4, 1, 16],
    ]);
    expect(hidden).toBe(1);
  });

  it('leave out what lies outside of the periods, and cut what reaches beyond them', () => {
    const { places } = placed(
      [
        campaignOf({ id: 'before', from: '2026-09-01', to: '2026-09-30' }),
        campaignOf({ id: 'over', from: '2026-09-01', to: '2026-12-31' }),
        campaignOf({ id: 'after', from: '2026-11-01', to: '2026-11-02' }),
      ],
      days,
      'day',
    );
    expect(places.map(({ campaign, start, length }) => [campaign.id, start, length])).toEqual([
      ['over', 0, 20],
    ]);
  });

  it('go by weeks where the periods are weeks', () => {
    const { places } = placed(
      [campaignOf({ from: '2026-10-07', to: '2026-10-14' })],
      ['2026-09-28', '2026-10-05', '2026-10-12'],
      'week',
    );
    expect(places.map(({ start, length }) => [start, length])).toEqual([[1, 2]]);
  });
});
