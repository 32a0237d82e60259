import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountOf, problem, productionOf, renderApp, signedIn } from '@/test/app';
import { eventually } from '@/test/eventually';
import { server } from '@/test/server';
import { KopisPanel } from './components/KopisPanel';

const show = {
  kopisId: 'PF900001',
  name: '달빛 정원',
  place: '가온예술극장',
  area: '서울특별시',
  from: '2026-10-01',
  to: '2026-12-31',
  genre: 'GGGA',
  openRun: false,
};
const other = { ...show, kopisId: 'PF900002', name: '달빛 정원 앙코르', place: null };
const reasons = [
  { what: 'name', score: 0.8, own: '달빛 정원', theirs: '달빛 정원 앙코르' },
  { what: 'place', score: 0, own: '가온예술극장', theirs: null },
];
const match = {
  kopisIds: ['PF900001'],
  genre: 'GGGA',
  shows: [show],
  confirmedBy: null,
  confirmedAt: null,
  revision: 3,
};

let sent: { body: unknown; basis: string | null }[] = [];

beforeEach(() => {
  sent = [];
  signedIn(undefined, [productionOf()]);
  server.use(
    http.get('*/api/v1/productions/:id/kopis', () => HttpResponse.json(match, { headers: { ETag: '"r3"' } })),
    http.put('*/api/v1/productions/:id/kopis', async ({ request }) => {
      const body = (await request.json()) as { kopisIds: string[]; genre: string };
      sent.push({ body, basis: request.headers.get('if-match') });
      return HttpResponse.json({ ...match, ...body, revision: 4 }, { headers: { ETag: '"r4"' } });
    }),
    http.get('*/api/v1/productions/:id/kopis/suggestions', () =>
      HttpResponse.json({ suggestions: [{ ...other, score: 0.72, reasons }], complete: false }),
    ),
  );
});

const panel = <KopisPanel productionId={productionOf().id} />;

describe('the shows of KOPIS that a production is', () => {
  it('are named by people, from suggestions with their reasons', async () => {
    const { user } = renderApp(panel);
    await user.click(await screen.findByRole('button', { name: '후보 보기' }));
    const offered = await screen.findByRole('region', { name: '후보' });
    expect(within(offered).getByText(/이름 80/)).toBeVisible();
    expect(within(offered).getByText(/KOPIS에 묻지 못해/)).toBeVisible();
    expect(sent).toEqual([]);
    await user.click(within(offered).getByRole('button', { name: '달빛 정원 앙코르 지정' }));
    await eventually(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toEqual({
      body: { kopisIds: ['PF900001', 'PF900002'], genre: 'GGGA' },
      basis: '"r3"',
    });
  });

  it('are named by their number, of which the form is told', async () => {
    const { user } = renderApp(panel);
    const field = await screen.findByRole('textbox', { name: /KOPIS 공연 번호/ });
    await user.type(field, '900003');
    await user.click(screen.getByRole('button', { name: '지정' }));
    expect(screen.getByRole('alert')).toHaveTextContent('PF와 숫자');
    await user.clear(field);
    await user.type(field, 'pf900003');
    await user.click(screen.getByRole('button', { name: '지정' }));
    await eventually(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({ kopisIds: ['PF900001', 'PF900003'], genre: 'GGGA' });
  });

  it('are compared with a genre that one may choose', async () => {
    const { user } = renderApp(panel);
    await user.selectOptions(await screen.findByRole('combobox', { name: '견줄 장르' }), 'AAAA');
    await eventually(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({ kopisIds: ['PF900001'], genre: 'AAAA' });
  });

  it('are only read by who may not manage productions', async () => {
    const member = accountOf({ role: 'member', canManageProductions: false });
    renderApp(panel, '/', { account: member });
    expect(await screen.findByText('달빛 정원')).toBeVisible();
    expect(screen.getByRole('combobox', { name: '견줄 장르' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: '후보 보기' })).not.toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: /KOPIS 공연 번호/ })).not.toBeInTheDocument();
  });

  it('are read again where somebody else said so first', async () => {
    let reads = 0;
    server.use(
      http.get('*/api/v1/productions/:id/kopis', () => {
        reads += 1;
        return HttpResponse.json(match, { headers: { ETag: `"r${reads}"` } });
      }),
      http.put('*/api/v1/productions/:id/kopis', () => problem(412, 'outdated', { present: match })),
    );
    const { user } = renderApp(panel);
    await user.click(await screen.findByRole('button', { name: '달빛 정원 지정 해제' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('다른 사람이 먼저 저장했습니다.');
    await eventually(() => expect(reads).toBe(2));
  });
});
