import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accountOf, pageOf, productionOf, renderApp, signedIn } from '@/test/app';
import { eventually, patienceMs } from '@/test/eventually';
import { server } from '@/test/server';
import { AlertsTab } from './components/AlertsTab';

const production = productionOf();
const patience = { timeout: patienceMs };
const alert = {
  id: '0197c1a0-0000-7000-8000-000000000801',
  kind: 'low_performance',
  productionId: production.id,
  productionCode: production.code,
  productionName: production.name,
  title: '예매 저조 회차: 봄밤의 왈츠',
  text: '11/25(수) 19:30 31.0%',
  foundAt: '2026-11-20T09:30:00+09:00',
};
const mute = {
  kind: 'unusual_day',
  until: '2026-11-27T09:00:00+09:00',
  by: { id: '0197c1a0-0000-7000-8000-000000000401', name: '소유자' },
};

/** What was put, and what is answered to it. */
let put: { readonly mutes: readonly { readonly kind: string; readonly until: string | null }[] }[] = [];
let mutes: unknown[] = [];

beforeEach(() => {
  put = [];
  mutes = [mute];
  signedIn(accountOf(), [production]);
  server.use(
    http.get('*/api/v1/alerts', () => HttpResponse.json(pageOf([alert]))),
    http.get('*/api/v1/productions/:id/alert-mutes', () => HttpResponse.json({ mutes })),
    http.put('*/api/v1/productions/:id/alert-mutes', async ({ request }) => {
      put.push((await request.json()) as (typeof put)[number]);
      mutes = [];
      return HttpResponse.json({ mutes });
    }),
  );
});

const kindOf = async (name: string) => {
  const items = await screen.findAllByRole('listitem', {}, patience);
  const found = items.find((item) => item.textContent.startsWith(name));
  if (found === undefined) throw new Error(`${name} is not listed`);
  return found;
};

describe('alerts of a production', () => {
  it('say what was told, and which kinds are muted by whom', async () => {
    renderApp(<AlertsTab production={production} />);
    expect(await screen.findByText('예매 저조 회차: 봄밤의 왈츠', {}, patience)).toBeVisible();
    const muted = await screen.findByText(/11\/27\(금\) 09:00까지 끔/, {}, patience);
    expect(muted).toHaveAttribute('title', '소유자 님이 껐습니다');
  });

  it('are muted for as long as one chooses', async () => {
    vi.setSystemTime(new Date('2026-11-20T00:00:00Z'));
    const { user } = renderApp(<AlertsTab production={production} />);
    const kind = await kindOf('자료 미도착');
    await user.click(within(kind).getByRole('button', { name: '잠시 끄기' }));
    await user.click(within(kind).getByRole('menuitem', { name: '일주일' }));
    await eventually(() => expect(put).toHaveLength(1));
    expect(put[0]?.mutes[0]?.kind).toBe('workbook_missing');
    expect(put[0]?.mutes[0]?.until).toMatch(/^2026-11-27T00:00/);
    vi.useRealTimers();
  });

  it('are told again before a mute ends', async () => {
    const { user } = renderApp(<AlertsTab production={production} />);
    const kind = await kindOf('평소와 다른 판매');
    await user.click(within(kind).getByRole('button', { name: '다시 알리기' }));
    await eventually(() => expect(put).toEqual([{ mutes: [{ kind: 'unusual_day', until: null }] }]));
    expect(await within(kind).findByText('알림', {}, patience)).toBeVisible();
  });

  it('are muted by nobody who may not manage productions', async () => {
    const member = accountOf({ role: 'member', canManageProductions: false });
    renderApp(<AlertsTab production={production} />, '/', { account: member });
    const kind = await kindOf('자료 미도착');
    expect(within(kind).queryByRole('button')).not.toBeInTheDocument();
  });
});
