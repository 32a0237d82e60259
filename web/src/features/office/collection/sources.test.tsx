import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageOf, problem, productionOf, renderRoutes, signedIn } from '@/test/app';
import { eventually } from '@/test/eventually';
import { server } from '@/test/server';
import { Page } from '../OfficePage';

const sourceId = '0197c1a0-0000-7000-8000-000000000801';
const runId = '0197c1a0-0000-7000-8000-000000000811';

const source = {
  id: sourceId,
  name: '받은 파일',
  kind: 'url',
  productionId: null,
  recordDate: 'file_name',
  schedule: null,
  active: false,
  confirm: 'serious',
  passwordSecret: null,
  config: {
    url: 'https://docs.google.com/spreadsheets/d/abc/edit',
    effectiveUrl: 'https://docs.google.com/spreadsheets/d/abc/export?format=xlsx',
    fileName: null,
    secretHeader: null,
  },
  state: 'paused',
  code: null,
  message: null,
  until: null,
  lastRun: null,
  lastSuccessAt: null,
  nextRunAt: null,
  createdAt: '2026-11-30T09:00:00+09:00',
  updatedAt: '2026-11-30T09:00:00+09:00',
  revision: 1,
};
const arrival = {
  id: '0197c1a0-0000-7000-8000-000000000821',
  sourceId,
  sourceName: '받은 파일',
  runId,
  fileName: '20261119_MU2611_봄밤의 왈츠.xlsx',
  files: [],
  state: 'held',
  code: null,
  productionId: productionOf().id,
  productionCode: 'MU2611',
  recordDate: '2026-11-19',
  uploadId: null,
  heldFor: ['seats_shrank'],
  heldForWords: ['누적 좌석이 지난 기준일보다 줄었습니다.'],
  diagnostics: [],
  diagnosticCounts: {},
  dryRun: {
    kind: 'sales',
    diagnostics: [
      {
        severity: 'error',
        code: 'not_a_number',
        sheet: '회차별판매',
        cell: '회차별판매!F37',
        value: '109명',
        message: { ko: '숫자가 아닙니다.', en: 'Not a number.' },
      },
    ],
    facts: null,
    replaces: null,
    becomesCurrent: true,
    change: null,
  },
  at: '2026-11-20T09:00:00+09:00',
  decidedBy: null,
  decidedAt: null,
  reason: null,
};
const run = {
  id: runId,
  sourceId,
  sourceName: '받은 파일',
  kind: 'url',
  dryRun: true,
  trigger: 'manual',
  slot: '2026-11-20T09:00:00+09:00',
  recordDate: null,
  state: 'succeeded',
  code: null,
  message: null,
  requestedBy: null,
  recipe: null,
  attempts: 1,
  nextAttemptAt: null,
  startedAt: '2026-11-20T09:00:00+09:00',
  finishedAt: '2026-11-20T09:00:05+09:00',
  arrivals: [arrival],
  steps: [],
  ignored: ['~$잠금.xlsx'],
  blockedHosts: [],
};
const options = {
  folders: [{ name: 'inbox', reachable: true }],
  hosts: ['docs.google.com'],
  secrets: [{ name: 'FILE_TOKEN', present: false, usedBy: [] }],
  browser: { available: false, version: null, reason: 'no chromium' },
  recipes: [],
};

let made: unknown;
let madeOnce: string | null = null;
let calls: string[] = [];

function open(address = '/office/collection') {
  return renderRoutes([{ path: '/office/*', element: <Page /> }], address);
}

/** Opens the form of a new source of a kind. */
async function begin(kind: RegExp) {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: '소스 만들기' }));
  const kinds = await screen.findByRole('dialog', { name: '어디에서 가져올까요?' });
  await user.click(within(kinds).getByRole('button', { name: kind }));
  const form = await screen.findByRole('dialog', { name: /^소스 만들기: / });
  return { user, form };
}

beforeEach(() => {
  made = undefined;
  calls = [];
  signedIn(undefined, [productionOf()]);
  server.use(
    http.get('*/api/v1/collection/options', () => HttpResponse.json(options)),
    http.get('*/api/v1/collection/recipes', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/collection/sources', () => HttpResponse.json({ items: [source] })),
    http.post('*/api/v1/collection/sources', async ({ request }) => {
      made = await request.json();
      madeOnce = request.headers.get('idempotency-key');
      return HttpResponse.json(source, { status: 201 });
    }),
    http.post('*/api/v1/collection/sources/:id/:act', ({ params }) => {
      calls.push(String(params['act']));
      return params['act'] === 'test'
        ? HttpResponse.json(run, { status: 202 })
        : HttpResponse.json({ ...source, active: true, state: 'ready' });
    }),
    http.get('*/api/v1/collection/runs', () => HttpResponse.json(pageOf([run]))),
    http.get('*/api/v1/collection/runs/:id', () => HttpResponse.json(run)),
  );
});

describe('a new source', () => {
  it('is asked for by kind, made switched off, and switched on by who has seen its test', async () => {
    const { user, form } = await begin(/^주소/);
    await user.type(await within(form).findByRole('textbox', { name: '이름' }), '받은 파일');
    expect(within(form).getByText(/허용된 호스트: docs\.google\.com/)).toBeVisible();
    await user.type(within(form).getByRole('textbox', { name: '주소' }), source.config.url);
    await user.click(within(form).getByRole('button', { name: '저장하고 시험으로' }));

    const trial = await screen.findByRole('dialog', { name: '받은 파일 시험' });
    expect(made).toMatchObject({ kind: 'url', active: false, config: { url: source.config.url } });
    expect(madeOnce).not.toBeNull();
    expect(within(trial).getByText(/export\?format=xlsx/)).toBeVisible();
    expect(within(trial).queryByRole('button', { name: '켜기' })).not.toBeInTheDocument();
    await user.click(within(trial).getByRole('button', { name: '시험' }));
    expect(await within(trial).findByText(arrival.fileName)).toBeVisible();
    expect(within(trial).getByText('누적 좌석이 지난 기준일보다 줄었습니다.')).toBeVisible();
    expect(within(trial).getByText(/회차별판매!F37 · 숫자가 아닙니다\. · 109명/)).toBeVisible();
    expect(within(trial).getByText('~$잠금.xlsx')).toBeVisible();
    await user.click(within(trial).getByRole('button', { name: '켜기' }));
    await eventually(() => expect(calls).toEqual(['test', 'resume']));
    await eventually(() => expect(trial).not.toBeInTheDocument());
  });

  it('takes only the day of the file name while no production is chosen', async () => {
    const { user, form } = await begin(/^폴더/);
    const rule = await within(form).findByRole('combobox', { name: '기준일' });
    expect(within(rule).getByRole('option', { name: '실행한 날' })).toBeDisabled();
    const production = within(form).getByRole('combobox', { name: '공연' });
    await within(production).findByRole('option', { name: /봄밤의 왈츠/ });
    await user.selectOptions(production, productionOf().id);
    await user.selectOptions(rule, 'today');
    expect(rule).toHaveValue('today');
    await user.selectOptions(production, '');
    expect(rule).toHaveValue('file_name');
  });

  it('tells what is not allowed, and at which field', async () => {
    server.use(
      http.post('*/api/v1/collection/sources', () =>
        problem(422, 'invalid', {
          errors: [
            { pointer: '/config', code: 'taken', message: 'taken' },
            { pointer: '/schedule', code: 'no_times', message: 'times' },
          ],
        }),
      ),
    );
    const { user, form } = await begin(/^폴더/);
    await within(form).findByRole('textbox', { name: '이름' });
    await user.click(within(form).getByRole('button', { name: '저장하고 시험으로' }));
    expect(await within(form).findByText('다른 소스가 쓰는 폴더입니다')).toBeVisible();
    expect(within(form).getByText(/간격이 15분/)).toBeVisible();
    server.use(http.post('*/api/v1/collection/sources', () => problem(422, 'folder_not_allowed')));
    await user.click(within(form).getByRole('button', { name: '저장하고 시험으로' }));
    expect(await within(form).findByText(/서버 설정\(COLLECT_FOLDERS\)에 없는 폴더/)).toBeVisible();
  });

  it('says that a site needs a recipe and a browser', async () => {
    const { form } = await begin(/^사이트/);
    expect(await within(form).findByText('레시피가 없습니다. 레시피에서 먼저 만드세요.')).toBeVisible();
    expect(within(form).getByText(/브라우저가 없어/)).toBeVisible();
  });
});

describe('sources', () => {
  it('say why they cannot run now', async () => {
    server.use(http.post('*/api/v1/collection/sources/:id/run', () => problem(409, 'source_stopped')));
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: '지금 실행' }));
    expect(await screen.findByText(/중지된 소스입니다/)).toBeVisible();
  });

  it('that are blocked go on by themselves, and say until when', async () => {
    const blocked = {
      ...source,
      active: true,
      state: 'blocked',
      code: 'blocked',
      message: { ko: '사이트가 접속을 막았습니다.', en: 'The site refuses us.' },
      until: '2026-12-01T09:30:00+09:00',
    };
    server.use(http.get('*/api/v1/collection/sources', () => HttpResponse.json({ items: [blocked] })));
    open();
    expect(await screen.findByText('사이트가 접속을 막았습니다.')).toBeVisible();
    expect(screen.getByText(/09:30까지/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '다시 시작' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: '일시 중지' })).toBeVisible();
  });
});

describe('runs', () => {
  it('open with what they brought', async () => {
    const { user } = open('/office/collection?part=runs');
    await user.click(await screen.findByRole('button', { name: '받은 파일' }));
    const dialog = await screen.findByRole('dialog', { name: '받은 파일' });
    expect(await within(dialog).findByText(arrival.fileName)).toBeVisible();
    expect(within(dialog).getByText(/^MU2611 · 기준일 /)).toBeVisible();
  });

  it('that are under way do not say yet that nothing came', async () => {
    server.use(
      http.get('*/api/v1/collection/runs/:id', () =>
        HttpResponse.json({ ...run, state: 'running', finishedAt: null, arrivals: [] }),
      ),
    );
    const { user } = open('/office/collection?part=runs');
    await user.click(await screen.findByRole('button', { name: '받은 파일' }));
    const dialog = await screen.findByRole('dialog', { name: '받은 파일' });
    expect(await within(dialog).findByText(/^가져오는 중입니다/)).toBeVisible();
    expect(within(dialog).queryByText('가져온 파일이 없습니다.')).toBeNull();
  });
});
