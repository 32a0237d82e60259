import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { permissionsOf } from '@/api/account';
import { accountOf, pageOf, renderApp, signedIn } from '@/test/app';
import { eventually, patienceMs } from '@/test/eventually';
import { server } from '@/test/server';
import { Bell } from './Bell';
import { pathOf } from './notices';
import type { Notice } from './notices';

const patience = { timeout: patienceMs };

/** A notice that says only what `change` does. */
function noticeOf(change: Partial<Notice>): Notice {
  return {
    id: 'change:1',
    kind: 'changed',
    at: '2026-11-20T09:30:00+09:00',
    read: false,
    productionId: '0197c1a0-0000-7000-8000-000000000001',
    productionCode: 'MU2611',
    productionName: '봄밤의 왈츠',
    uploadId: null,
    recordDate: null,
    prospect: null,
    alertId: null,
    alertKind: null,
    deliveryId: null,
    deliveryKind: null,
    runId: null,
    task: null,
    action: null,
    by: null,
    title: null,
    text: null,
    receiver: null,
    sourceId: null,
    ...change,
  };
}

const alert = noticeOf({ id: 'alert:1', kind: 'alert', alertKind: 'workbook_missing', title: '자료 미도착' });
const arrived = noticeOf({
  id: 'upload:1',
  kind: 'arrived',
  at: '2026-11-20T09:00:00+09:00',
  read: true,
  uploadId: '0197c1a0-0000-7000-8000-000000000101',
  recordDate: '2026-11-19',
  by: { id: '0197c1a0-0000-7000-8000-000000000407', name: '김담당' },
});

beforeEach(() => {
  signedIn();
});

describe('the bell', () => {
  it('counts what is unread, and lists it with where it leads', async () => {
    server.use(
      http.get('*/api/v1/notices', () => HttpResponse.json({ ...pageOf([alert, arrived]), unread: 1 })),
    );
    const { user } = renderApp(<Bell />);
    await user.click(await screen.findByRole('button', { name: '소식, 읽지 않음 1' }, patience));
    const links = screen.getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/productions/MU2611/alerts',
      `/uploads/${arrived.uploadId ?? ''}`,
    ]);
    expect(links[0]).toHaveTextContent('새 소식');
    expect(links[1]).toHaveTextContent('11/19(목) 자료 반영봄밤의 왈츠 · 김담당 · 11/20(금) 09:00');
    expect(links[1]).not.toHaveTextContent('새 소식');
  });

  it('tells what was expected with a workbook as a probability and an interval', async () => {
    const prospect = { breakEvenProbability: 0.7346, profitP10Krw: -12_000_000, profitP90Krw: 34_000_000 };
    const told = { ...arrived, prospect };
    server.use(http.get('*/api/v1/notices', () => HttpResponse.json({ ...pageOf([told]), unread: 0 })));
    const { user } = renderApp(<Bell />);
    await user.click(await screen.findByRole('button', { name: '소식' }, patience));
    expect(await screen.findByRole('link')).toHaveTextContent(
      '손익분기 도달 확률 73% · 손익 80% 구간 −1,200만 ~ 3,400만',
    );
  });

  it('tells admins what a schedule could not do', async () => {
    const failed = noticeOf({
      id: 'run:1',
      kind: 'run_failed',
      productionId: null,
      productionCode: null,
      productionName: null,
      runId: '0197c1a0-0000-7000-8000-000000000841',
      task: 'backup',
      text: 'no space left on device',
    });
    server.use(http.get('*/api/v1/notices', () => HttpResponse.json({ ...pageOf([failed]), unread: 1 })));
    const { user } = renderApp(<Bell />);
    await user.click(await screen.findByRole('button', { name: '소식, 읽지 않음 1' }, patience));
    const link = screen.getByRole('link');
    expect(link).toHaveAttribute('href', '/office/schedules');
    expect(link).toHaveTextContent('끝내지 못함: 백업11/20(금) 09:30');
  });

  it('marks as read what was seen, and nothing that came since', async () => {
    let put: unknown;
    server.use(
      http.get('*/api/v1/notices', () => HttpResponse.json({ ...pageOf([alert]), unread: 1 })),
      http.put('*/api/v1/notices/read', async ({ request }) => {
        put = await request.json();
        return HttpResponse.json({ ...pageOf([{ ...alert, read: true }]), unread: 0 });
      }),
    );
    const { user } = renderApp(<Bell />);
    await user.click(await screen.findByRole('button', { name: /읽지 않음/ }, patience));
    await user.click(screen.getByRole('button', { name: '모두 읽음' }));
    await eventually(() => expect(put).toEqual({ until: '2026-11-20T09:30:00+09:00' }));
    expect(await screen.findByRole('button', { name: '소식' }, patience)).toBeVisible();
    // The focus stays, so that Escape closes the list.
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('leads nobody where they may not go', () => {
    const reader = permissionsOf(accountOf({ role: 'member', canUpload: false }));
    expect(pathOf(arrived, reader)).toBe('/productions/MU2611');
  });
});
