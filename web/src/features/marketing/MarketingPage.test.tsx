import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { addDays, todayInSeoul, weekOf } from '@/lib/days';
import { accountOf, pageOf, problem, productionOf, renderApp, signedIn } from '@/test/app';
import { server } from '@/test/server';
import { Page } from './MarketingPage';

const today = todayInSeoul();
const { from, to } = weekOf(today);
const production = productionOf({ saleStart: addDays(from, -14), saleEnd: addDays(to, 14) });
const week = (change: object = {}) => ({
  weekNumber: 3,
  weekStart: from,
  weekEnd: to,
  salesMarketing: '평일 할인',
  promotion: null,
  other: null,
  ...change,
});
const weeksPath = '*/api/v1/productions/:id/marketing-weeks';

/** The one report that the page reads, of weeks as they were when it was asked. */
const report = (weeks: readonly object[]) =>
  HttpResponse.json({
    report: 'marketing-effect',
    asOf: today,
    items: [
      {
        productionId: production.id,
        productionCode: production.code,
        productionName: production.name,
        category: production.category,
        recordDate: null,
        weeks: weeks.map((one) => ({
          revenueKrw: null,
          previousRevenueKrw: null,
          changeKrw: null,
          changeRatio: null,
          comparable: true,
          comparedDays: null,
          campaigns: [],
          ...one,
        })),
      },
    ],
  });

function announce(weeks: readonly object[] = [week()]) {
  signedIn(accountOf(), [production]);
  server.use(
    http.get('*/api/v1/reports/marketing-effect', () => report(weeks)),
    http.get(weeksPath, () => HttpResponse.json({ weeks }, { headers: { ETag: '"m1"' } })),
    http.get(`${weeksPath}/history`, () => HttpResponse.json(pageOf([]))),
  );
}

describe('the table of marketing weeks', () => {
  it('asks once for all productions, and reads one only when it is saved', async () => {
    const asked: string[] = [];
    server.events.on('request:start', ({ request }) => asked.push(new URL(request.url).pathname));
    const weeks = [week(), week({ weekNumber: 4, weekStart: addDays(from, 7), weekEnd: addDays(to, 7) })];
    announce(weeks);
    const { user } = renderApp(<Page />, '/marketing');
    const fields = await screen.findAllByRole('textbox', { name: /프로모션/ });
    expect(asked.filter((path) => path.includes('marketing'))).toEqual(['/api/v1/reports/marketing-effect']);
    server.events.removeAllListeners();
    // Enter goes down the column, as in a spreadsheet.
    await user.click(fields[0] ?? document.body);
    await user.keyboard('{Enter}');
    expect(fields[1]).toHaveFocus();
    await user.keyboard('가{Shift>}{Enter}{/Shift}나');
    expect(fields[1]).toHaveValue('가\n나');
  });

  it('saves what was changed, naming the state that it was based on', async () => {
    announce();
    const written: { tag: string | null; body: unknown }[] = [];
    server.use(
      http.put(weeksPath, async ({ request }) => {
        written.push({ tag: request.headers.get('if-match'), body: await request.json() });
        return HttpResponse.json({ weeks: [week()] });
      }),
    );
    const { user } = renderApp(<Page />, '/marketing');
    const field = await screen.findByRole('textbox', { name: /봄밤의 왈츠 .* 프로모션/ });
    await user.type(field, '라디오');
    expect(screen.getByText('저장하지 않은 변경 1칸')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByText('자동 저장하지 않습니다')).toBeVisible();
    expect(written).toEqual([{ tag: '"m1"', body: { weeks: [{ weekStart: from, promotion: '라디오' }] } }]);
  });

  it('finds what was typed before the session ended, and saves it', async () => {
    announce();
    const first = renderApp(<Page />, '/marketing');
    await first.user.type(await screen.findByRole('textbox', { name: /프로모션/ }), '라디오');
    cleanup();
    renderApp(<Page />, '/marketing');
    expect(await screen.findByRole('textbox', { name: /프로모션/ })).toHaveValue('라디오');
    expect(screen.getByText('저장하지 않은 변경 1칸을 되살렸습니다')).toBeVisible();
    cleanup();
    renderApp(<Page />, '/marketing', { account: accountOf({ id: 'somebody else' }) });
    expect(await screen.findByRole('textbox', { name: /프로모션/ })).toHaveValue('');
  });

  it('keeps what is typed while a save runs, and saves it on the state that the save made', async () => {
    announce();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let stored = '평일 할인';
    const written: { tag: string | null; text: string | undefined }[] = [];
    server.use(
      http.get(weeksPath, () =>
        HttpResponse.json(
          { weeks: [week({ salesMarketing: stored })] },
          { headers: { ETag: `"m${written.length + 1}"` } },
        ),
      ),
      http.put(weeksPath, async ({ request }) => {
        const { weeks } = (await request.json()) as { weeks: { salesMarketing: string }[] };
        await answered;
        written.push({ tag: request.headers.get('if-match'), text: weeks[0]?.salesMarketing });
        stored = weeks[0]?.salesMarketing ?? '';
        return HttpResponse.json(
          { weeks: [week({ salesMarketing: stored })] },
          { headers: { ETag: `"m${written.length + 1}"` } },
        );
      }),
    );
    const { user } = renderApp(<Page />, '/marketing');
    const field = await screen.findByRole('textbox', { name: /세일즈 마케팅/ });
    await user.type(field, ' 1');
    await user.click(screen.getByRole('button', { name: '저장' }));
    await user.type(field, '2');
    answer();
    await waitFor(() => expect(screen.getByRole('button', { name: '저장' })).toBeEnabled());
    expect(field).toHaveValue('평일 할인 12');
    expect(screen.getByText('저장하지 않은 변경 1칸')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByText('자동 저장하지 않습니다')).toBeVisible();
    expect(written).toEqual([
      { tag: '"m1"', text: '평일 할인 1' },
      { tag: '"m2"', text: '평일 할인 12' },
    ]);
  });

  it('shows both texts where somebody else saved first, and saves what is chosen', async () => {
    announce();
    const tags: (string | null)[] = [];
    let present = 'm1';
    server.use(
      http.get(weeksPath, () =>
        HttpResponse.json(
          { weeks: [week(present === 'm1' ? {} : { salesMarketing: '연말 패키지' })] },
          { headers: { ETag: `"${present}"` } },
        ),
      ),
      http.get(`${weeksPath}/history`, () =>
        HttpResponse.json(
          pageOf([{ at: '2026-11-20T05:00:00Z', by: { id: 'u2', name: '박기획' }, changes: [] }]),
        ),
      ),
      http.put(weeksPath, ({ request }) => {
        const tag = request.headers.get('if-match');
        tags.push(tag);
        if (tag !== '"m2"') {
          present = 'm2';
          return problem(412, 'outdated');
        }
        return HttpResponse.json({ weeks: [week()] });
      }),
    );
    const { user } = renderApp(<Page />, '/marketing');
    const field = await screen.findByRole('textbox', { name: /세일즈 마케팅/ });
    await user.clear(field);
    await user.type(field, '재관람 할인');
    await user.click(screen.getByRole('button', { name: '저장' }));
    const dialog = await screen.findByRole('dialog', { name: '다른 사람이 먼저 저장한 값 1개' });
    expect(within(dialog).getByText('연말 패키지')).toBeVisible();
    expect(within(dialog).getByText('재관람 할인')).toBeVisible();
    expect(within(dialog).getByText(/박기획/)).toBeVisible();
    const save = within(dialog).getByRole('button', { name: '선택한 값으로 저장' });
    expect(save).toBeDisabled();
    await user.click(within(dialog).getByRole('button', { name: '내 값' }));
    await user.click(save);
    expect(await screen.findByText('자동 저장하지 않습니다')).toBeVisible();
    expect(tags).toEqual(['"m1"', '"m2"']);
  });

  it('shows what was done on days of a week beside its notes', async () => {
    const done = { id: 'c1', from, to: addDays(from, 2), kind: 'discount', text: '조기 예매 40%' };
    const next = week({ weekNumber: 4, weekStart: addDays(from, 7), weekEnd: addDays(to, 7) });
    announce([week({ campaigns: [done] }), next]);
    renderApp(<Page />, '/marketing');
    const row = await screen.findByRole('row', { name: /조기 예매 40%/ });
    expect(within(row).getByRole('listitem')).toHaveTextContent(/^할인.*조기 예매 40%$/);
    expect(screen.getAllByText(/조기 예매 40%/)).toHaveLength(1);
  });

  it('shows texts and no fields to those who may not change them', async () => {
    announce();
    renderApp(<Page />, '/marketing', {
      account: accountOf({ role: 'member', canManageProductions: false }),
    });
    expect(await screen.findByRole('cell', { name: '평일 할인' })).toBeVisible();
    expect(screen.queryByRole('button', { name: '저장' })).not.toBeInTheDocument();
  });
});
