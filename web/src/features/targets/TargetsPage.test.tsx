import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { daysOf } from '@/lib/days';
import { accountOf, problem, productionOf, renderRoutes, signedIn } from '@/test/app';
import { drawnOption, tipOf } from '@/test/charts';
import { server } from '@/test/server';
import { Page } from './TargetsPage';

vi.mock('@/components/chart/Chart', () => import('@/test/charts'));

const man = 10_000;
const production = productionOf({
  saleStart: '2026-11-16',
  saleEnd: '2026-11-29',
  breakEvenKrw: 200_000_000,
});
const days = daysOf({ from: '2026-11-16', to: '2026-11-29' });
const address = '/targets/MU2611?asOf=2026-11-20';

/** The server's targets: a tag, and who saves must name it. */
let stored: { revision: number; amounts: Map<string, number> };
let puts: unknown[];

const view = () => ({
  targets: [...stored.amounts].map(([date, targetKrw]) => ({ date, targetKrw })),
  weeks: [],
  totalKrw: 0,
});
const etag = () => ({ headers: { ETag: `"r${stored.revision}"` } });

beforeEach(() => {
  stored = { revision: 1, amounts: new Map(days.map((day) => [day, 2_000 * man])) };
  puts = [];
  signedIn(accountOf(), [production]);
  server.use(
    http.get('*/api/v1/productions/:id/targets', () => HttpResponse.json(view(), etag())),
    http.put('*/api/v1/productions/:id/targets', async ({ request }) => {
      const body = (await request.json()) as { targets: { date: string; targetKrw: number }[] };
      puts.push(body.targets);
      if (request.headers.get('if-match') !== `"r${stored.revision}"`) {
        return problem(412, 'outdated', { present: view() });
      }
      stored.revision += 1;
      body.targets.forEach(({ date, targetKrw }) => stored.amounts.set(date, targetKrw));
      return HttpResponse.json(view(), etag());
    }),
    http.get('*/api/v1/reports/target-vs-actual', () =>
      HttpResponse.json({
        report: 'target-vs-actual',
        asOf: '2026-11-20',
        grain: 'day',
        items: [
          {
            category: 'musical',
            productionCode: 'MU2611',
            productionId: production.id,
            productionName: production.name,
            recordDate: '2026-11-19',
            periods: days.map((day) => ({
              period: day,
              revenueKrw: day <= '2026-11-19' ? 2_500 * man : null,
              targetKrw: 2_000 * man,
              ratio: null,
              cumulativeRatio: null,
              cumulativeRevenueKrw: null,
              cumulativeTargetKrw: 0,
            })),
          },
        ],
      }),
    ),
  );
});

const open = (where = address, account = accountOf()) =>
  renderRoutes([{ path: '/targets/:code?', element: <Page /> }], where, { account });
const cell = (name: RegExp) => screen.findByRole('gridcell', { name });
const paste = (element: Element, text: string) =>
  fireEvent.paste(element, { clipboardData: { getData: () => text, types: ['text/plain'] } });

describe('the grid of targets', () => {
  it('shows targets in 만원 with the actual, and begins at the day that is looked at', async () => {
    open();
    expect(await cell(/11월 19일 목요일, 목표 2,000만, 실적 2,500만/)).toHaveTextContent(/2,0002,500$/);
    const today = await cell(/11월 20일/);
    expect(today).toHaveAttribute('tabindex', '0');
    expect(today).toHaveAttribute('aria-selected', 'true');
  });

  it('tells a week that nobody knows as such, and never as 0', async () => {
    open();
    const tip = tipOf(drawnOption(await screen.findByRole('img', { name: /^2주의 목표와 실적/ })));
    expect([undefined, null, Number.NaN, 0].map(tip)).toEqual(['–', '–', '–', '0원']);
  });

  it('is edited by keys, taken back, and saved over the state that was read', async () => {
    const { user } = open();
    (await cell(/11월 20일/)).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(screen.getByText(/선택 2칸/)).toHaveTextContent('합계 4,000만 · 평균 2,000만');
    await user.keyboard('{Escape}{Home}[Enter]');
    const editor = screen.getByRole('textbox', { name: '11월 16일 월요일 목표, 만원' });
    expect(editor).toHaveValue('2000');
    await user.clear(editor);
    await user.type(editor, '3,503[Enter]');
    expect(await cell(/11월 16일.*목표 3,503만.*변경, 이전 2,000만/)).toBeVisible();
    expect(await cell(/11월 23일/)).toHaveFocus();
    await user.keyboard('[Digit5]');
    await user.keyboard('00[Tab]');
    expect(await cell(/11월 23일.*목표 500만/)).toBeVisible();
    expect(await cell(/11월 24일/)).toHaveFocus();
    await user.keyboard('{Delete}{Control>}[KeyZ]{/Control}');
    expect(screen.getByText('변경 2칸')).toBeVisible();
    await user.keyboard('{Control>}[KeyS]{/Control}');
    expect(await screen.findByText('2칸을 저장했습니다')).toBeVisible();
    expect(puts).toEqual([
      [
        { date: '2026-11-16', targetKrw: 3_503 * man },
        { date: '2026-11-23', targetKrw: 500 * man },
      ],
    ]);
    expect(screen.queryByText(/^변경/)).not.toBeInTheDocument();
  });

  it('takes cells of a spreadsheet as a whole or not at all', async () => {
    open();
    const start = await cell(/11월 20일/);
    start.focus();
    paste(start, '1,000\t1,100\t1,200\t1,300');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '붙여넣지 않았습니다. 1행 4열 ‘1,300’이 들어갈 칸이 없습니다',
    );
    expect(screen.queryByText(/^변경/)).not.toBeInTheDocument();
    paste(start, '1,000\t1,100\t1,200');
    expect(await screen.findByText('변경 3칸')).toBeVisible();
    expect(await cell(/11월 22일.*목표 1,200만/)).toBeVisible();
  });

  it('takes pasted numbers in the unit that is said, and names it', async () => {
    const { user } = open();
    await cell(/11월 20일/);
    await user.click(screen.getByRole('button', { name: '붙여넣기' }));
    const dialog = await screen.findByRole('dialog', { name: '붙여넣기' });
    const unit = within(dialog).getByRole('group', { name: '단위 없는 수' });
    expect(within(unit).getByRole('button', { name: '자동', pressed: true })).toBeVisible();
    await user.click(within(unit).getByRole('button', { name: '원' }));
    await user.type(within(dialog).getByRole('textbox'), '90,000');
    await user.click(within(dialog).getByRole('button', { name: '채우기' }));
    expect(await screen.findByText('1칸을 채웠습니다. 단위 없는 수는 원으로 읽었습니다.')).toBeVisible();
    expect(await cell(/11월 20일.*목표 9만.*변경/)).toBeVisible();
  });

  it('refuses what is no amount, and keeps the text', async () => {
    const { user } = open();
    (await cell(/11월 20일/)).focus();
    await user.keyboard('[F2]많이[Enter]');
    expect(await screen.findByRole('alert')).toHaveTextContent('금액이 아닙니다');
    expect(screen.getByRole('textbox', { name: /11월 20일/ })).toBeVisible();
  });

  it('edits whole weeks by spreading over their days', async () => {
    const { user } = open(`${address}&grain=week`);
    (await cell(/11\/23–11\/29|2026-11-23–2026-11-29/)).focus();
    await user.keyboard('[Enter]{Control>}a{/Control}21000[Enter]');
    expect(await screen.findByText('변경 7칸')).toBeVisible();
  });
});

describe('what somebody else saved first', () => {
  it('is shown beside the own amount, and saving waits for the decision', async () => {
    const { user } = open();
    (await cell(/11월 20일/)).focus();
    await user.keyboard('[Digit3]000[Tab]');
    stored.revision = 2;
    stored.amounts.set('2026-11-20', 2_900 * man);
    await user.keyboard('{Control>}[KeyS]{/Control}');
    const conflict = await screen.findByText(/먼저 저장한 값 2,900만, 내 값 3,000만/);
    expect(screen.getByRole('button', { name: '저장' })).toBeDisabled();
    await user.click(within(conflict.closest('li') ?? document.body).getByRole('button', { name: /내 값/ }));
    await user.click(screen.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(stored.amounts.get('2026-11-20')).toBe(3_000 * man));
  });

  it('on other days is kept, and the save goes through', async () => {
    const { user } = open();
    (await cell(/11월 20일/)).focus();
    await user.keyboard('[Digit3]000[Tab]');
    stored.revision = 2;
    stored.amounts.set('2026-11-23', 2_900 * man);
    await user.keyboard('{Control>}[KeyS]{/Control}');
    expect(await screen.findByText('1칸을 저장했습니다')).toBeVisible();
    expect(stored.amounts.get('2026-11-23')).toBe(2_900 * man);
    expect(await cell(/11월 23일.*목표 2,900만/)).toBeVisible();
  });
});

describe('a total that is spread', () => {
  it('is computed by the server without writing, and filled in to be saved', async () => {
    const asked: unknown[] = [];
    server.use(
      http.post('*/api/v1/productions/:id/targets/distribute', async ({ request }) => {
        asked.push(await request.json());
        const amounts = new Map(stored.amounts).set('2026-11-20', 1_234 * man);
        return HttpResponse.json({
          targets: [...amounts].map(([date, targetKrw]) => ({ date, targetKrw })),
          weeks: [],
          totalKrw: 0,
        });
      }),
    );
    const { user } = open();
    (await cell(/11월 20일/)).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await user.click(screen.getByRole('button', { name: '배분' }));
    await user.click(screen.getByRole('button', { name: '균등' }));
    const panel = screen.getByRole('region', { name: '배분' });
    await waitFor(() => expect(within(panel).getByRole('button', { name: '채우기' })).toBeEnabled());
    await user.click(within(panel).getByRole('button', { name: '채우기' }));
    expect(asked).toContainEqual({
      totalKrw: 4_000 * man,
      from: '2026-11-20',
      to: '2026-11-21',
      method: 'even',
      dryRun: true,
    });
    expect(await cell(/11월 20일.*목표 1,234만.*변경/)).toBeVisible();
    expect(puts).toEqual([]);
  });

  it('means the rest of the sale where one cell is selected, of a total that is typed', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: '배분' }));
    const panel = screen.getByRole('region', { name: '배분' });
    expect(within(panel).getByLabelText('시작일')).toHaveValue('2026-11-20');
    expect(within(panel).getByLabelText('종료일')).toHaveValue('2026-11-29');
    expect(within(panel).getByLabelText('합계')).toHaveValue('');
    fireEvent.pointerDown(await cell(/11월 25일/), { button: 0 });
    expect(within(panel).getByLabelText('시작일')).toHaveValue('2026-11-20');
  });
});

describe('a draft', () => {
  it('is there again after the session ended, until it is left behind', async () => {
    const { user } = open();
    (await cell(/11월 20일/)).focus();
    await user.keyboard('[Digit7]77[Tab]');
    expect(screen.getByText('변경 1칸')).toBeVisible();
    cleanup();
    const again = renderRoutes(
      [
        { path: '/targets/:code?', element: <Page /> },
        { path: '/other', element: <h1>다른 화면</h1> },
      ],
      address,
    );
    expect(await cell(/11월 20일.*목표 777만.*변경, 이전 2,000만/)).toBeVisible();
    expect(screen.getByText('저장하지 않은 변경 1칸을 되살렸습니다')).toBeVisible();
    // It is answered only once the question is.
    act(() => void again.router.navigate('/other'));
    await again.user.click(await screen.findByRole('button', { name: '나가기' }));
    await screen.findByRole('heading', { name: '다른 화면' });
    cleanup();
    open();
    expect(await cell(/11월 20일 금요일, 목표 2,000만$/)).toBeVisible();
  });

  it('loses the offer to undo a paste when something else was typed since', async () => {
    const { user } = open();
    const start = await cell(/11월 20일/);
    start.focus();
    paste(start, '1,000\n1,100');
    expect(await screen.findByText(/한 열을 11\/20–11\/21에 하루씩/)).toBeVisible();
    const region = screen.getByRole('region', { name: '알림' });
    expect(within(region).getByRole('button', { name: '되돌리기' })).toBeVisible();
    (await cell(/11월 24일/)).focus();
    await user.keyboard('[Digit5][Tab]');
    expect(within(region).queryByRole('button', { name: '되돌리기' })).not.toBeInTheDocument();
  });
});

describe('who may not manage productions', () => {
  it('looks at the targets and cannot change them', async () => {
    const account = accountOf({ role: 'member', canManageProductions: false });
    signedIn(account, [production]);
    const { user } = open(address, account);
    (await cell(/11월 20일/)).focus();
    await user.keyboard('[Digit3]');
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '저장' })).not.toBeInTheDocument();
    expect(screen.getByText(/공연 관리 권한이 필요합니다/)).toBeVisible();
  });
});

describe('without a production', () => {
  it('one is chosen from a list', async () => {
    open('/targets');
    expect(await screen.findByRole('link', { name: '봄밤의 왈츠' })).toHaveAttribute(
      'href',
      '/targets/MU2611',
    );
  });

  it('that exists, the page says so', async () => {
    open('/targets/XX0000');
    expect(await screen.findByText(/찾을 수 없는 공연입니다/)).toBeVisible();
  });
});
