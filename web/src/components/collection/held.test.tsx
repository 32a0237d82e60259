import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageOf, problem, renderApp, signedIn } from '@/test/app';
import { eventually } from '@/test/eventually';
import { server } from '@/test/server';
import { HeldPanel } from './HeldPanel';

const id = '0197c1a0-0000-7000-8000-000000000821';
const finding = {
  severity: 'warning',
  code: 'revenue_shrank',
  sheet: 'Daily',
  cell: 'Daily!G7',
  value: '1,200,000',
  message: { ko: '누적 매출이 줄었습니다.', en: 'Revenue shrank.' },
};
const held = {
  id,
  sourceId: null,
  sourceName: '받은 파일',
  runId: null,
  fileName: '20261119_MU2611_봄밤의 왈츠.xlsx',
  files: [],
  state: 'held',
  code: null,
  productionId: null,
  productionCode: 'MU2611',
  recordDate: '2026-11-19',
  uploadId: null,
  heldFor: ['revenue_shrank'],
  heldForWords: ['누적 매출이 지난 기준일보다 줄었습니다.'],
  diagnostics: [],
  diagnosticCounts: { revenue_shrank: 1 },
  dryRun: null,
  at: '2026-11-20T09:00:00+09:00',
  decidedBy: null,
  decidedAt: null,
  reason: null,
};
const dryRun = {
  kind: 'sales',
  diagnostics: [finding],
  facts: null,
  replaces: '0197c1a0-0000-7000-8000-000000000822',
  becomesCurrent: true,
  change: {
    saleDays: 1,
    seats: -12,
    revenueKrw: -1_200_000,
    performances: 0,
    paidSeats: -12,
    complimentarySeats: 0,
  },
};

beforeEach(() => {
  signedIn();
  server.use(
    http.get('*/api/v1/collection/arrivals', () => HttpResponse.json(pageOf([held]))),
    http.get('*/api/v1/collection/arrivals/:id', () => HttpResponse.json({ ...held, dryRun })),
  );
});

describe('files that wait', () => {
  it('say why, what would change, and what was found', async () => {
    renderApp(<HeldPanel />);
    const why = await screen.findByRole('list', { name: '기다리는 이유' });
    expect(within(why).getByText('누적 매출이 지난 기준일보다 줄었습니다.')).toBeVisible();
    expect(await screen.findByText(/좌석 [-−]12석/)).toHaveTextContent(/매출 [-−]1,200,000원/);
    expect(screen.getByText('이 기준일에 올라와 있는 자료를 바꿉니다.')).toBeVisible();
    const findings = screen.getByRole('list', { name: '검사 결과' });
    expect(within(findings).getByText(/Daily!G7 · 누적 매출이 줄었습니다\. · 1,200,000/)).toBeVisible();
  });

  it('are discarded with a reason', async () => {
    let sent: unknown;
    server.use(
      http.post('*/api/v1/collection/arrivals/:id/discard', async ({ request }) => {
        sent = await request.json();
        return HttpResponse.json({ ...held, state: 'discarded' });
      }),
    );
    const { user } = renderApp(<HeldPanel />);
    await user.click(await screen.findByRole('button', { name: '버리기' }));
    const dialog = await screen.findByRole('dialog', { name: '이 파일을 버릴까요?' });
    await user.type(within(dialog).getByRole('textbox', { name: /버리는 이유/ }), '잘못 받음');
    await user.click(within(dialog).getByRole('button', { name: '버리기' }));
    await eventually(() => expect(sent).toEqual({ reason: '잘못 받음' }));
  });

  it('tell what came of it, though the row is gone by then', async () => {
    let decided = false;
    server.use(
      http.get('*/api/v1/collection/arrivals', () => HttpResponse.json(pageOf(decided ? [] : [held]))),
      http.post('*/api/v1/collection/arrivals/:id/confirm', () => {
        decided = true;
        return HttpResponse.json({ ...held, state: 'uploaded' });
      }),
    );
    const { user } = renderApp(<HeldPanel />);
    await user.click(await screen.findByRole('button', { name: '업로드' }));
    expect(await screen.findByText('업로드했습니다')).toBeVisible();
    expect(screen.getByText('확인을 기다리는 파일이 없습니다.')).toBeVisible();
  });

  it.each(['업로드', '버리기'])('tell that somebody else was first: %s', async (verb) => {
    let decided = false;
    const first = () => {
      decided = true;
      return problem(409, 'not_held');
    };
    server.use(
      http.get('*/api/v1/collection/arrivals', () => HttpResponse.json(pageOf(decided ? [] : [held]))),
      http.post('*/api/v1/collection/arrivals/:id/confirm', first),
      http.post('*/api/v1/collection/arrivals/:id/discard', first),
    );
    const { user } = renderApp(<HeldPanel />);
    await user.click(await screen.findByRole('button', { name: verb }));
    if (verb === '버리기') {
      const dialog = await screen.findByRole('dialog', { name: '이 파일을 버릴까요?' });
      await user.click(within(dialog).getByRole('button', { name: verb }));
    }
    expect(await screen.findByText('다른 사람이 먼저 정했습니다.')).toBeVisible();
    expect(screen.getByText('확인을 기다리는 파일이 없습니다.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keep the reason that was typed where they could not be discarded', async () => {
    server.use(http.post('*/api/v1/collection/arrivals/:id/discard', () => problem(503, 'unavailable')));
    const { user } = renderApp(<HeldPanel />);
    await user.click(await screen.findByRole('button', { name: '버리기' }));
    const dialog = await screen.findByRole('dialog', { name: '이 파일을 버릴까요?' });
    await user.type(within(dialog).getByRole('textbox', { name: /버리는 이유/ }), '잘못 받음');
    await user.click(within(dialog).getByRole('button', { name: '버리기' }));
    expect(await within(dialog).findByRole('alert')).toBeVisible();
    expect(within(dialog).getByRole('textbox', { name: /버리는 이유/ })).toHaveValue('잘못 받음');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });

  it('leave no trace where there are none and none are asked for', async () => {
    server.use(http.get('*/api/v1/collection/arrivals', () => HttpResponse.json(pageOf([]))));
    renderApp(
      <>
        <HeldPanel hideEmpty />
        <HeldPanel />
      </>,
    );
    expect(await screen.findByText('확인을 기다리는 파일이 없습니다.')).toBeVisible();
    expect(screen.getAllByRole('region', { name: '확인 대기' })).toHaveLength(1);
  });
});
