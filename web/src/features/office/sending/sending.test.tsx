import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { accountOf, problem, productionOf, renderRoutes, signedIn } from '@/test/app';
import { eventually, patienceMs } from '@/test/eventually';
import { server } from '@/test/server';
import { Page } from '../OfficePage';
import { destinationValues } from './DestinationFields';
import { linesOf } from './mrkdwn';
import { withProductions } from './ScheduleFields';

const slackId = '0197c1a0-0000-7000-8000-000000000721';
const runId = '0197c1a0-0000-7000-8000-000000000711';
const deliveryId = '0197c1a0-0000-7000-8000-000000000731';

const slack = {
  id: slackId,
  name: '회사 Slack',
  kind: 'slack',
  addresses: [],
  allProductions: true,
  hasAddress: true,
  hasSecret: false,
  productionIds: [],
  takesAlerts: true,
  takesSnapshots: false,
};
const mail = {
  ...slack,
  id: '0197c1a0-0000-7000-8000-000000000722',
  name: '매니저 메일',
  kind: 'mail',
  addresses: ['member@example.com'],
};
const schedule = {
  name: 'weekly-plays',
  kind: 'weekly-plays',
  cron: '0 10 * * 2',
  allProductions: true,
  productionIds: [],
  destinationIds: [slackId],
  attachXlsx: false,
  lastRun: null,
  nextRuns: ['2026-12-01T10:00:00+09:00'],
  pausedAt: null,
};
const delivery = {
  id: deliveryId,
  kind: 'weekly-plays',
  channel: 'slack',
  receiver: '회사 Slack',
  address: null,
  destinationId: slackId,
  productionId: null,
  runId,
  slot: '2026-12-01T10:00:00+09:00',
  subject: '주간 보고 12/1(화)',
  text: '주간 보고 12/1(화)\n지난주 매출 1,250,000원',
  state: 'failed',
  reason: 'timed_out',
  lastError: 'there was no answer in time',
  failures: 3,
  mayHaveArrivedTwice: false,
  nextAttemptAt: null,
  createdAt: '2026-12-01T10:00:03+09:00',
  finishedAt: '2026-12-01T16:00:04+09:00',
};
const attachments = [{ fileName: 'plays-weekly-overview_2026-12-01.xlsx', sizeBytes: 31_400 }];
const parts = [
  {
    text: '주간 보고',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: '주간 보고 12/1(화)' } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*봄밤의 왈츠* &lt;!channel&gt;\n> 5.7% 늘었습니다' },
      },
    ],
  },
];

function page(items: readonly unknown[]) {
  return HttpResponse.json({ items, page: 1, perPage: 50, total: items.length });
}

function open(address: string) {
  return renderRoutes([{ path: '/office/*', element: <Page /> }], address);
}

const patience = { timeout: patienceMs };

/** What the office sends, by method and path. */
let sent: { readonly call: string; readonly body: unknown }[] = [];

async function note(request: Request): Promise<void> {
  const text = await request.text();
  const call = `${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`;
  sent.push({ call, body: text === '' ? undefined : JSON.parse(text) });
}

beforeEach(() => {
  sent = [];
  signedIn(accountOf(), [productionOf()]);
  server.use(
    http.get('*/api/v1/destinations', () => HttpResponse.json({ items: [slack, mail] })),
    http.get('*/api/v1/destinations/:id', () => HttpResponse.json(slack, { headers: { ETag: '"r1"' } })),
    http.get('*/api/v1/schedules', () => HttpResponse.json({ items: [schedule] })),
    http.get('*/api/v1/schedules/runs', () => page([])),
    http.get('*/api/v1/schedules/:name', () => HttpResponse.json(schedule, { headers: { ETag: '"r1"' } })),
    http.get('*/api/v1/deliveries', () => page([delivery])),
    http.get('*/api/v1/deliveries/:id', () =>
      HttpResponse.json({ ...delivery, html: null, parts, attachments }),
    ),
    http.post('*/api/v1/*', async ({ request }) => {
      await note(request.clone());
    }),
    http.patch('*/api/v1/*', async ({ request }) => {
      await note(request.clone());
    }),
  );
});

describe('schedules', () => {
  it('tell in words when they come, and to whom they go', async () => {
    open('/office/schedules');
    const row = await screen.findByRole('row', { name: /연극·뮤지컬 주간/ }, patience);
    expect(row).toHaveTextContent('매주 화요일 10:00');
    expect(row).toHaveTextContent('12/1(화) 10:00');
    await eventually(() => expect(row).toHaveTextContent('회사 Slack'));
  });

  it('run only after it was told where they send', async () => {
    server.use(
      http.post('*/api/v1/schedules/:name/run', async ({ request }) => {
        await note(request);
        return HttpResponse.json({}, { status: 202 });
      }),
    );
    const { user } = open('/office/schedules');
    await user.click(await screen.findByRole('button', { name: '지금 실행' }, patience));
    expect(sent).toEqual([]);
    const dialog = screen.getByRole('dialog', { name: 'weekly-plays 지금 실행', hidden: true });
    expect(dialog).toHaveTextContent('회사 Slack에 바로 보냅니다');
    await user.click(within(dialog).getByRole('button', { name: '지금 실행', hidden: true }));
    await eventually(() =>
      expect(sent.map(({ call }) => call)).toEqual(['POST /schedules/weekly-plays/run']),
    );
  });

  it('are changed by choices that make the cron expression', async () => {
    server.use(
      http.patch('*/api/v1/schedules/:name', async ({ request }) => {
        await note(request);
        return HttpResponse.json({ ...schedule, cron: '0 10 * * 2,4' }, { headers: { ETag: '"r2"' } });
      }),
    );
    const { user } = open('/office/schedules/weekly-plays');
    await user.click(await screen.findByRole('button', { name: '목' }, patience));
    expect(screen.getByText('매주 화·목요일 10:00 (서울)')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '저장' }));
    await eventually(() =>
      expect(sent).toEqual([{ call: 'PATCH /schedules/weekly-plays', body: { cron: '0 10 * * 2,4' } }]),
    );
  });
});

describe('destinations', () => {
  it('never show an address that is secret, and leave it as it is', async () => {
    server.use(
      http.patch('*/api/v1/destinations/:id', async ({ request }) => {
        await note(request);
        return HttpResponse.json({ ...slack, name: '본사 Slack' }, { headers: { ETag: '"r2"' } });
      }),
    );
    const { user } = open(`/office/destinations/${slackId}`);
    const name = await screen.findByLabelText(/^이름/, {}, patience);
    expect(screen.getByLabelText('웹훅 주소')).toHaveValue('');
    expect(screen.getByText('지금 등록된 주소가 있습니다. 바꾸려면 새 주소를 쓰세요')).toBeVisible();
    await user.clear(name);
    await user.type(name, '본사 Slack');
    await user.click(screen.getByRole('button', { name: '저장' }));
    await eventually(() =>
      expect(sent).toEqual([{ call: `PATCH /destinations/${slackId}`, body: { name: '본사 Slack' } }]),
    );
  });

  it('say that an address may not be sent to, at its field', async () => {
    server.use(
      http.post('*/api/v1/destinations', () =>
        problem(422, 'invalid', {
          errors: [{ pointer: '/url', code: 'not_allowed', expected: 'an address that may be sent to' }],
        }),
      ),
    );
    const { user } = open('/office/destinations/create');
    await user.type(await screen.findByLabelText(/^이름/, {}, patience), '시험');
    await user.type(screen.getByLabelText('웹훅 주소'), 'https://evil.example/hook');
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByText('보낼 수 없는 주소입니다', {}, patience)).toBeVisible();
  });

  test('a form sends only what its kind has', () => {
    const filled = {
      name: '매니저',
      kind: 'mail',
      url: 'https://hooks.slack.com/x',
      secret: 'whsec_x',
      addresses: ['a@example.com ', '', ' b@example.com'],
      allProductions: false,
      productionIds: ['1'],
      takesAlerts: true,
      takesSnapshots: true,
    };
    expect(JSON.parse(JSON.stringify(destinationValues(filled)))).toEqual({
      name: '매니저',
      kind: 'mail',
      addresses: ['a@example.com', 'b@example.com'],
      allProductions: false,
      productionIds: ['1'],
      takesAlerts: true,
    });
    expect(destinationValues({ kind: 'slack', clearUrl: true, url: 'x' })['url']).toBeNull();
    expect(withProductions({ allProductions: true, productionIds: ['1'] })).toEqual({ allProductions: true });
  });
});

describe('deliveries', () => {
  it('say why they failed, and are sent again', async () => {
    server.use(
      http.post('*/api/v1/deliveries/:id/retry', async ({ request }) => {
        await note(request);
        return HttpResponse.json({ ...delivery, state: 'pending' });
      }),
    );
    const { user } = open('/office/deliveries');
    const row = await screen.findByRole('row', { name: /주간 보고/ }, patience);
    expect(row).toHaveTextContent('제때 답이 없습니다');
    await user.click(within(row).getByRole('button', { name: '다시 보내기' }));
    await eventually(() =>
      expect(sent.map(({ call }) => call)).toEqual([`POST /deliveries/${deliveryId}/retry`]),
    );
  });

  it('show exactly what is sent, of which nothing is markup that people typed', async () => {
    const { user } = open(`/office/deliveries/${deliveryId}/show`);
    const post = await screen.findByRole('article', {}, patience);
    expect(within(post).getByText('봄밤의 왈츠').tagName).toBe('STRONG');
    expect(post).toHaveTextContent('<!channel>');
    await user.click(screen.getByRole('button', { name: '글' }));
    expect(screen.getByText(/지난주 매출 1,250,000원/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '원문' }));
    expect(screen.getByText(/"&lt;|&lt;!channel&gt;/)).toBeVisible();
  });
});

describe('messages', () => {
  beforeEach(() => {
    server.use(
      http.get('*/api/v1/messages/:name/preview', ({ params }) =>
        HttpResponse.json({
          asOf: '2026-12-01',
          commentary: { added: 0, byModel: false, dropped: [] },
          html: '<p>메일</p>',
          isEmpty: params['name'] === 'daily-concerts',
          kind: params['name'],
          slack: parts,
          subject: '일일 브리핑',
          text: '일일 브리핑',
        }),
      ),
      http.post('*/api/v1/messages/:name/send', async ({ request }) => {
        await note(request);
        return HttpResponse.json({ items: [delivery] }, { status: 202 });
      }),
    );
  });

  it('are sent to what one chooses, and lead to their deliveries', async () => {
    const { user, router } = open('/office/messages?kind=weekly-plays&asOf=2026-12-01');
    await screen.findByRole('article', {}, patience);
    await user.click(screen.getByRole('button', { name: '보내기' }));
    const dialog = screen.getByRole('dialog', { hidden: true });
    const usual = await within(dialog).findByRole('checkbox', { name: /회사 Slack/, hidden: true }, patience);
    // Where its schedule sends it is chosen at first.
    await eventually(() => expect(usual).toBeChecked());
    await user.click(usual);
    expect(within(dialog).getByRole('button', { name: '보내기', hidden: true })).toBeDisabled();
    expect(within(dialog).queryByRole('checkbox', { name: /첨부/, hidden: true })).toBeNull();
    await user.click(within(dialog).getByRole('checkbox', { name: /매니저 메일/, hidden: true }));
    await user.click(within(dialog).getByRole('checkbox', { name: /첨부/, hidden: true }));
    await user.click(within(dialog).getByRole('button', { name: '보내기', hidden: true }));
    await eventually(() => expect(router.state.location.pathname).toBe('/office/deliveries'));
    expect(sent).toEqual([
      {
        call: 'POST /messages/weekly-plays/send',
        body: { asOf: '2026-12-01', destinationIds: [mail.id], attachXlsx: true },
      },
    ]);
    expect(router.state.location.search).toContain(runId);
  });

  it('whose answer was lost are not sent twice by a second press', async () => {
    const keys: (string | null)[] = [];
    server.use(
      http.post('*/api/v1/messages/:name/send', ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        if (keys.length === 1) return HttpResponse.error();
        return HttpResponse.json({ items: [delivery] }, { status: 202 });
      }),
    );
    const { user, router } = open('/office/messages?kind=weekly-plays&asOf=2026-12-01');
    await screen.findByRole('article', {}, patience);
    await user.click(screen.getByRole('button', { name: '보내기' }));
    const dialog = screen.getByRole('dialog', { hidden: true });
    const usual = await within(dialog).findByRole('checkbox', { name: /회사 Slack/, hidden: true }, patience);
    await eventually(() => expect(usual).toBeChecked());
    const send = within(dialog).getByRole('button', { name: '보내기', hidden: true });
    await user.click(send);
    await within(dialog).findByRole('alert', { hidden: true }, patience);
    await user.click(send);
    await eventually(() => expect(router.state.location.pathname).toBe('/office/deliveries'));
    expect(keys).toEqual([expect.any(String), keys[0]]);
  });

  it('say where there is nothing to send', async () => {
    open('/office/messages?kind=daily-concerts');
    expect(await screen.findByText(/들어갈 공연이 없어/, {}, patience)).toBeVisible();
  });
});

test('what Slack shows in bold and as a quotation is read from its way of writing', () => {
  expect(linesOf('*굵게* &amp; 보통\n> 인용')).toEqual([
    {
      quoted: false,
      pieces: [
        { text: '굵게', strong: true },
        { text: ' & 보통', strong: false },
      ],
    },
    { quoted: true, pieces: [{ text: '인용', strong: false }] },
  ]);
});
