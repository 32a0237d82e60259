import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { followChanges } from '@/api/liveUpdates';
import { Ongoing } from '@/components/layout/Ongoing';
import { accountOf, pageOf, problem, productionOf, renderRoutes, signedIn } from '@/test/app';
import { FakeEventSource } from '@/test/eventSource';
import { patienceMs } from '@/test/eventually';
import { server } from '@/test/server';
import type { Diagnostic, UploadSummary } from './items';
import { facts, runOf, uploadOf } from './samples.test-data';
import { Page } from './UploadsPage';

const production = productionOf({
  id: '0197c1a0-0000-7000-8000-000000000002',
  code: 'PL2612',
  name: '두 번째 편지',
  category: 'play',
  saleStart: '2026-09-21',
});
const refError: Diagnostic = {
  code: 'error_cell',
  severity: 'error',
  sheet: '회차별판매',
  cell: '회차별판매!J44',
  value: '#REF!',
  message: { ko: '수식 오류(#REF!)가 있습니다.', en: 'The cell holds the error #REF!' },
};
const blank: Diagnostic = {
  ...refError,
  code: 'blank_number',
  severity: 'warning',
  cell: '회차별판매!Q18',
  value: null,
  message: { ko: '빈 칸을 0으로 읽었습니다.', en: 'The blank cell was read as 0.' },
};

/** What the browser was given to save, by name and content. */
const saved = vi.hoisted(() => vi.fn<(fileName: string, text: string) => void>());
vi.mock('@/lib/saveFile', () => ({ saveText: saved }));

/** What was sent to `POST /uploads`: whether it was a dry run, and whether the server was asked to wait. */
let sent: { dryRun: boolean; wait: string | null; text: string }[];
let accountNumber = 0;

function answerUploads(answer: (text: string, dryRun: boolean) => Response) {
  server.use(
    http.post('*/api/v1/uploads', async ({ request }) => {
      const text = await request.text();
      const dryRun = text.includes('name="dryRun"');
      sent.push({ dryRun, wait: request.headers.get('prefer'), text });
      return answer(text, dryRun);
    }),
  );
}

function open(where = '/uploads/new', change = {}, uploads: readonly UploadSummary[] = [uploadOf({})]) {
  // Each person has files of their own: a new one begins with none.
  accountNumber += 1;
  const account = accountOf({ id: `account-${accountNumber}`, ...change });
  signedIn(account, [production]);
  server.use(
    http.get('*/api/v1/uploads', () => HttpResponse.json(pageOf(uploads))),
    http.get('*/api/v1/reports/upload-coverage', () =>
      HttpResponse.json({
        report: 'upload-coverage',
        asOf: '2026-11-19',
        days: 29,
        items: [
          {
            category: 'play',
            productionCode: 'PL2612',
            productionId: production.id,
            productionName: production.name,
            recordDate: '2026-11-18',
            coverage: [
              { day: '2026-11-18', uploaded: true, fileName: 'a.xlsx' },
              { day: '2026-11-19', uploaded: false, fileName: null },
            ],
          },
        ],
      }),
    ),
  );
  const element = (
    <>
      <Page />
      <Ongoing />
    </>
  );
  return renderRoutes([{ path: '/uploads/:tab?', element }], `${where}?asOf=2026-11-20`, { account });
}

const workbook = (name = '20261119_PL2612_두 번째 편지.xlsx') => new File([name], name);
const drop = async (user: ReturnType<typeof open>['user'], ...files: File[]) =>
  user.upload(await screen.findByLabelText('올릴 파일 선택'), files);

beforeEach(() => {
  sent = [];
});

describe('a new upload', () => {
  it('is read first, shows what it changes, and is sent again to be applied', async () => {
    answerUploads((_, dryRun) =>
      dryRun
        ? HttpResponse.json(runOf({}))
        : HttpResponse.json({ ...uploadOf({}), diagnostics: [] }, { status: 201 }),
    );
    const { user } = open();
    await drop(user, workbook());
    expect(await screen.findByText('반영 가능')).toBeVisible();
    const report = screen.getByRole('region', { name: '미리보기' });
    expect(within(report).getByText('누적 매출').parentElement).toHaveTextContent(
      '2억 6,933만2억 6,374만 → +559만',
    );
    expect(within(report).getByText(/반영하면 이 자료가 보입니다/)).toBeVisible();
    expect(sent).toMatchObject([{ dryRun: true, wait: null }]);
    const files = screen.getByRole('region', { name: /올린 파일/ });
    await user.click(within(files).getByRole('button', { name: '반영' }));
    expect(await within(report).findByText('반영했습니다.')).toBeVisible();
    expect(sent).toMatchObject([{ dryRun: true }, { dryRun: false, wait: 'wait=30' }]);
  });

  it('with errors lists them by sheet and cell, and cannot be applied', async () => {
    answerUploads(() =>
      HttpResponse.json(
        runOf({
          status: 'failed',
          diagnostics: [refError, blank],
          diagnosticCounts: { error_cell: 1, blank_number: 1 },
        }),
      ),
    );
    const { user, router } = open();
    await drop(user, workbook());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '오류 1건을 고쳐야 반영할 수 있습니다. 현재 자료(기준일 11/19)는 그대로입니다.',
    );
    const sheet = screen.getByRole('region', { name: '회차별판매' });
    expect(within(sheet).getAllByRole('listitem')).toHaveLength(2);
    expect(sheet).toHaveTextContent('J44#REF!');
    expect(sheet).toHaveTextContent('Q18(빈칸)');
    expect(sheet).toHaveTextContent('수식이 가리키던 칸을 되살리거나');
    expect(screen.getByRole('button', { name: '반영' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: '경고 1' }));
    expect(within(screen.getByRole('region', { name: '회차별판매' })).getAllByRole('listitem')).toHaveLength(
      1,
    );
    expect(router.state.location.search).toContain('findings=warning');
  });

  it('asks only what a label means that nobody knows, and reads the file again once it is decided', async () => {
    const finding: Diagnostic = {
      ...refError,
      code: 'unknown_label',
      cell: '회차별판매!J5',
      value: '테라스',
      message: { ko: '‘테라스’이(가) 무엇인지 정해 주세요.', en: "Please say what 'Terrace' means." },
    };
    const column = (letter: string, label: [string | null, string | null], means: string) => ({
      column: letter,
      label,
      means,
      of: null,
      agency: null,
      state: null,
      grade: null,
      role: null,
      source: means === 'unknown' ? 'none' : 'vocabulary',
      sum: null,
      sample: ['12'],
    });
    const recognised = [
      {
        sheet: '회차별판매',
        role: 'performances',
        headingRows: [4, 5],
        dataRows: null,
        checkRows: [],
        signature: '9f2c51d07ab3e846',
        columns: [column('I', ['인터파크', 'R'], 'seats'), column('J', ['인터파크', '테라스석'], 'unknown')],
      },
    ];
    let kept: unknown;
    answerUploads(() =>
      HttpResponse.json(
        kept === undefined
          ? runOf({
              status: 'failed',
              recognised,
              diagnostics: [finding],
              diagnosticCounts: { unknown_label: 1 },
            })
          : runOf({ recognised }),
      ),
    );
    server.use(
      http.get('*/api/v1/productions/:id/layout', () =>
        HttpResponse.json(
          {
            sheets: { days: '판매' },
            labels: [{ sheet: 'days', label: [null, '전일비'], means: 'ignored' }],
            revision: 3,
            updatedBy: null,
            updatedAt: null,
          },
          { headers: { etag: '"r3"' } },
        ),
      ),
      http.put('*/api/v1/productions/:id/layout', async ({ request }) => {
        kept = { tag: request.headers.get('if-match'), body: await request.json() };
        return HttpResponse.json({ sheets: {}, labels: [], revision: 4, updatedBy: null, updatedAt: null });
      }),
    );
    const { user } = open();
    await drop(user, workbook());
    const form = await screen.findByRole('form', { name: '처음 보는 항목이 있습니다.' });
    expect(within(form).getAllByRole('listitem')).toHaveLength(1);
    const save = within(form).getByRole('button', { name: '양식 저장하고 다시 확인' });
    expect(save).toBeDisabled();
    await user.selectOptions(
      within(form).getByRole('combobox', { name: '‘인터파크 › 테라스석’의 뜻' }),
      '등급',
    );
    expect(within(form).getByRole('textbox')).toHaveValue('테라스');
    await user.clear(within(form).getByRole('textbox'));
    expect(save).toBeDisabled();
    await user.type(within(form).getByRole('textbox'), 'terrace');
    await user.click(save);
    expect(await screen.findByText('반영 가능')).toBeVisible();
    expect(screen.queryByRole('form', { name: '처음 보는 항목이 있습니다.' })).toBeNull();
    expect(kept).toEqual({
      tag: '"r3"',
      body: {
        sheets: { days: '판매' },
        labels: [
          { sheet: 'days', label: [null, '전일비'], means: 'ignored' },
          { sheet: 'performances', label: ['인터파크', '테라스석'], means: 'grade', grade: 'terrace' },
        ],
      },
    });
  });

  it('of the very bytes that are there already says so, and offers what is there', async () => {
    const name = '20261119_PL2612_두 번째 편지.xlsx';
    const sha256 = 'a2c9cd75c104199f30cacceb79e68f0f223d2d4e986bdeac589767a11e84f5f8';
    const replaces = uploadOf({ id: 'there', files: [{ fileName: name, sha256, sizeBytes: 35 }] });
    answerUploads(() => HttpResponse.json(runOf({ replaces })));
    const { user } = open();
    // jsdom's files do not tell their bytes.
    const bytes = new TextEncoder().encode(name);
    const file = Object.assign(workbook(name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
    await drop(user, file);
    expect(await screen.findByText('이미 반영된 파일입니다.')).toBeVisible();
    const report = screen.getByRole('region', { name: '미리보기' });
    expect(within(report).getByText(/담당자\)$/)).toBeVisible();
    expect(within(report).getByRole('link', { name: '기록에서 보기' })).toHaveAttribute(
      'href',
      '/uploads/there',
    );
    expect(within(report).queryByRole('button', { name: '반영' })).not.toBeInTheDocument();
  });

  it('that is locked asks for its password until it is right', async () => {
    const locked = (code: string) =>
      problem(422, 'upload-refused', {
        diagnostics: [{ ...refError, code, sheet: null, cell: null, value: null }],
      });
    answerUploads((text) => {
      if (!text.includes('name="password"')) return locked('encrypted_workbook');
      return text.includes('열쇠') ? HttpResponse.json(runOf({})) : locked('wrong_password');
    });
    const { user } = open();
    await drop(user, workbook());
    const field = () => screen.findByLabelText('파일 암호');
    await user.type(await field(), '자물쇠');
    await user.click(screen.getByRole('button', { name: '열기' }));
    expect(await screen.findByText('암호가 맞지 않습니다.')).toBeVisible();
    await user.clear(await field());
    await user.type(await field(), '열쇠');
    await user.click(screen.getByRole('button', { name: '열기' }));
    expect(await screen.findByText('반영 가능')).toBeVisible();
  });

  it('without sale days says so, and never draws them as none', async () => {
    answerUploads(() => HttpResponse.json(runOf({ facts: { ...facts, daily: null } })));
    const { user } = open();
    await drop(user, workbook());
    const files = await screen.findByRole('region', { name: /올린 파일/ });
    expect(await within(files).findByText('누적 +559만')).toBeVisible();
    const report = screen.getByRole('region', { name: '미리보기' });
    expect(within(report).getByText('판매일').parentElement).toHaveTextContent('이 파일에 없음');
    expect(within(report).queryByText('읽기 실패')).toBeNull();
  });

  it('tells what stays by what keeps it: faults, a question, or that it is being read', async () => {
    const asked = (code: string) => ({ ...refError, code, sheet: null, cell: null, value: null });
    answerUploads((text) => {
      if (text.includes('good')) return HttpResponse.json(runOf({}));
      if (text.includes('bad'))
        return HttpResponse.json(runOf({ status: 'failed', diagnostics: [refError] }));
      return text.includes('none')
        ? problem(404, 'not-found')
        : problem(422, 'upload-refused', { diagnostics: [asked('encrypted_workbook')] });
    });
    const { user } = open();
    await drop(
      user,
      workbook('20261119_PL2612_good.xlsx'),
      workbook('20261118_PL2612_bad.xlsx'),
      workbook('20261117_PL2612_locked.xlsx'),
      workbook('20261116_PL9999_none.xlsx'),
    );
    expect(
      await screen.findByText('오류가 있는 1개, 정할 것이 있는 2개는 남습니다', {}, { timeout: patienceMs }),
    ).toBeVisible();
  });

  it('takes nothing over that was typed for another file', async () => {
    answerUploads(() =>
      problem(422, 'upload-refused', {
        diagnostics: [{ ...refError, code: 'encrypted_workbook', sheet: null, cell: null, value: null }],
      }),
    );
    const { user } = open();
    await drop(user, workbook('20261119_PL2612_a.xlsx'), workbook('20261118_PL2612_b.xlsx'));
    await user.type(await screen.findByLabelText('파일 암호'), '자물쇠');
    await user.click(await screen.findByRole('button', { name: /20261118_PL2612_b\.xlsx/, pressed: false }));
    expect(await screen.findByLabelText('파일 암호')).toHaveValue('');
  });

  it('of many files applies those that can be', async () => {
    answerUploads((text, dryRun) =>
      dryRun
        ? HttpResponse.json(
            runOf(
              text.includes('bad')
                ? { status: 'failed', diagnostics: [refError] }
                : { recordDate: text.includes('20261118') ? '2026-11-18' : '2026-11-19' },
            ),
          )
        : HttpResponse.json({ ...uploadOf({}), diagnostics: [] }, { status: 201 }),
    );
    const { user } = open();
    await drop(user, workbook('20261118_PL2612_a.xlsx'), workbook(), workbook('20261117_PL2612_bad.xlsx'));
    await user.click(await screen.findByRole('button', { name: '반영 가능한 2개 반영' }));
    await waitFor(() => expect(screen.getAllByText('반영됨').length).toBeGreaterThanOrEqual(2));
    expect(sent.filter(({ dryRun }) => !dryRun)).toHaveLength(2);
  });

  it('with figures left out shows these before the totals, and is applied once somebody saw it', async () => {
    const leftOut: Diagnostic = {
      ...blank,
      code: 'row_without_date',
      cell: '회차별판매!F41',
      value: '109',
      message: { ko: '날짜가 없는 행에 숫자가 있어 읽지 않았습니다.', en: 'Left out.' },
    };
    answerUploads((_, dryRun) =>
      dryRun
        ? HttpResponse.json(runOf({ diagnostics: [blank, leftOut] }))
        : HttpResponse.json({ ...uploadOf({}), diagnostics: [] }, { status: 201 }),
    );
    const { user } = open();
    await drop(user, workbook());
    const panel = await screen.findByRole('region', { name: '먼저 확인하세요' });
    expect(panel).toHaveTextContent('읽지 않은 숫자가 있습니다');
    expect(panel).toHaveTextContent('회차별판매!F41');
    expect(panel).not.toHaveTextContent('빈 칸을 0으로');
    const totals = within(screen.getByRole('region', { name: '미리보기' })).getByText('누적 매출');
    expect(panel.compareDocumentPosition(totals) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    for (const button of screen.getAllByRole('button', { name: '반영' })) expect(button).toBeDisabled();
    expect(screen.getByText('확인이 필요한 1개는 하나씩 열어 확인하세요')).toBeVisible();
    await user.click(within(panel).getByRole('checkbox', { name: /알고 있습니다/ }));
    const report = screen.getByRole('region', { name: '미리보기' });
    await user.click(within(report).getByRole('button', { name: '반영' }));
    expect(await within(report).findByText('반영했습니다.')).toBeVisible();
  });

  it('of a day that another file is about as well waits until one is chosen', async () => {
    answerUploads(() => HttpResponse.json(runOf({})));
    const { user } = open();
    await drop(user, workbook('20261119_PL2612_a.xlsx'), workbook('20261119_pl2612_b.xlsx'));
    expect(await screen.findAllByText('같은 날 파일 2개')).toHaveLength(2);
    for (const button of screen.getAllByRole('button', { name: '반영' })) expect(button).toBeDisabled();
    await user.click(screen.getByRole('button', { name: '이 파일만 남기기' }));
    expect(await screen.findByText('반영 가능')).toBeVisible();
    for (const button of screen.getAllByRole('button', { name: '반영' })) expect(button).toBeEnabled();
  });

  it('that was applied can be taken back for a while', async () => {
    const withdrawn: string[] = [];
    answerUploads((_, dryRun) =>
      dryRun
        ? HttpResponse.json(runOf({}))
        : HttpResponse.json({ ...uploadOf({ id: 'u7' }), diagnostics: [] }, { status: 201 }),
    );
    const { user } = open();
    server.use(
      http.delete('*/api/v1/uploads/:id', ({ params }) => {
        withdrawn.push(String(params['id']));
        return HttpResponse.json({ ...uploadOf({ id: 'u7', status: 'withdrawn' }), diagnostics: [] });
      }),
    );
    await drop(user, workbook());
    const report = await screen.findByRole('region', { name: '미리보기' });
    await user.click(await within(report).findByRole('button', { name: '반영' }));
    expect(await screen.findByText(/두 번째 편지 11\/19.* 자료를 반영했습니다/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: '되돌리기' }));
    await waitFor(() => expect(withdrawn).toEqual(['u7']));
    expect(await screen.findByText('파일 1개의 반영을 되돌렸습니다')).toBeVisible();
    expect(screen.getByText('되돌림')).toBeVisible();
  });

  it('whose code is near to another is offered as that before a production is created', async () => {
    answerUploads(() =>
      sent.length > 1
        ? HttpResponse.json(runOf({}))
        : problem(404, 'not-found', { productionCode: 'PL2621', nearestCode: 'PL2612' }),
    );
    const { user } = open();
    await drop(user, workbook('20261119_PL2621_x.xlsx'));
    expect(await screen.findByText(/PL2612\(두 번째 편지\)인가요\?/)).toBeVisible();
    const names = screen.getAllByRole('button').map((button) => button.textContent);
    expect(names.indexOf('PL2612로 읽기')).toBeLessThan(names.indexOf('공연 만들기'));
    await user.click(screen.getByRole('button', { name: 'PL2612로 읽기' }));
    expect(await screen.findByText('반영 가능')).toBeVisible();
    expect(screen.getByText('20261119_PL2612_x.xlsx')).toBeVisible();
  });

  it('of an unknown production offers to create it from its name', async () => {
    let exists = false;
    const created: unknown[] = [];
    const names: (string | null)[] = [];
    answerUploads(() => (exists ? HttpResponse.json(runOf({ change: null })) : problem(404, 'not-found')));
    server.use(
      http.post('*/api/v1/productions', async ({ request }) => {
        created.push(await request.json());
        names.push(request.headers.get('idempotency-key'));
        exists = true;
        return HttpResponse.json(productionOf({ code: 'CO2700', name: '새벽의 노래' }), { status: 201 });
      }),
    );
    const { user } = open();
    await drop(user, workbook('20261119_CO2700_새벽의 노래.xlsx'));
    expect(await screen.findByText('CO2700 공연이 없습니다.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '공연 만들기' }));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByRole('textbox', { name: '공연명' })).toHaveValue('새벽의 노래');
    await user.click(within(dialog).getByRole('button', { name: '공연 만들기' }));
    expect(await screen.findByText('반영 가능')).toBeVisible();
    expect(names).toEqual([expect.any(String)]);
    expect(created).toMatchObject([{ code: 'CO2700', name: '새벽의 노래', category: 'concert' }]);
  });

  it('of an unknown production says whom to ask when one may not create it', async () => {
    answerUploads(() => problem(404, 'not-found'));
    const { user } = open('/uploads/new', { role: 'member', canManageProductions: false });
    await drop(user, workbook('20261119_CO2700_새벽의 노래.xlsx'));
    expect(await screen.findByText(/공연을 만들 수 있는 사람에게 요청하세요/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '공연 만들기' })).not.toBeInTheDocument();
  });

  it('whose name says nothing asks for production and day', async () => {
    answerUploads((text) =>
      text.includes('PL2612')
        ? HttpResponse.json(runOf({}))
        : problem(422, 'invalid', {
            diagnostics: [
              { ...refError, code: 'bad_file_name', sheet: null, cell: null, value: '매출.xlsx' },
            ],
          }),
    );
    const { user } = open();
    await drop(user, workbook('매출.xlsx'));
    await user.selectOptions(await screen.findByRole('combobox', { name: '공연' }), 'PL2612');
    await user.click(screen.getByRole('button', { name: '읽기' }));
    expect(await screen.findByText('반영 가능')).toBeVisible();
    expect(sent.at(-1)?.text).toContain('name="recordDate"');
  });

  it('is for those who may upload', async () => {
    open('/uploads/new', { role: 'member', canUpload: false });
    expect(await screen.findByText(/업로드 권한이 있는 사람만/)).toBeVisible();
    expect(screen.queryByLabelText('올릴 파일 선택')).not.toBeInTheDocument();
  });
});

describe('the coverage', () => {
  it('takes a file for the day that is missing', async () => {
    answerUploads(() => HttpResponse.json(runOf({})));
    const { user } = open('/uploads/coverage');
    const missing = await screen.findByRole('gridcell', { name: /11월 19일 목요일, 누락, 업로드/ });
    await user.click(missing);
    await user.upload(screen.getByTestId('gap-file'), workbook('매출.xlsx'));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.text).toMatch(/name="productionCode"\s+PL2612/);
    expect(sent[0]?.text).toMatch(/name="recordDate"\s+2026-11-19/);
    expect(await screen.findByText('반영 가능')).toBeVisible();
  });

  it('is walked by arrows', async () => {
    const { user } = open('/uploads/coverage');
    (await screen.findByRole('gridcell', { name: /11월 19일/ })).focus();
    await user.keyboard('{ArrowLeft}');
    expect(screen.getByRole('gridcell', { name: /11월 18일.*반영됨/ })).toHaveFocus();
  });
});

const source = { id: '0197c1a0-0000-7000-8000-000000000501', name: '받은 파일' };

describe('what was collected', () => {
  it('is of its source in the history, also beside whoever said yes to it', async () => {
    open('/uploads/history', {}, [
      uploadOf({ id: 'u1', uploadedBy: null, source: { ...source, id: null } }),
      uploadOf({ id: 'u2', source }),
    ]);
    const table = await screen.findByRole('table', { name: '기록' });
    expect(within(table).getByText('소스: 받은 파일')).toBeVisible();
    expect(within(table).getByText('담당자 · 소스: 받은 파일')).toBeVisible();
  });

  it.each([
    [null, '소스 ‘받은 파일’에서 수집 · 2020-11-20 13:41 올림'],
    [uploadOf({}).uploadedBy, '소스 ‘받은 파일’에서 수집 · 담당자 님이 2020-11-20 13:41 올림'],
  ])('names its source on its page (%#)', async (uploadedBy, text) => {
    server.use(
      http.get('*/api/v1/uploads/u9', () =>
        HttpResponse.json({
          ...uploadOf({ id: 'u9', uploadedBy, source, uploadedAt: '2020-11-20T13:41:00+09:00' }),
          diagnostics: [],
          recognised: null,
        }),
      ),
    );
    open('/uploads/u9');
    expect(await screen.findByText(new RegExp(text))).toBeVisible();
  });

  it('is named by its source where a file would take its place', async () => {
    // Other facts than those of the file: it is no repeat.
    const replaces = uploadOf({ uploadedBy: null, source, facts: null });
    answerUploads(() => HttpResponse.json(runOf({ replaces })));
    const { user } = open();
    await drop(user, workbook());
    expect(
      await screen.findByText(/같은 기준일에 소스 ‘받은 파일’에서 .*에 올린 자료를 대신합니다/),
    ).toBeVisible();
  });
});

describe('the tabs of the uploads', () => {
  it.each([
    ['/uploads', '새 업로드'],
    ['/uploads/coverage', '누락 현황'],
    ['/uploads/history', '기록'],
    ['/uploads/u9', '기록'],
  ])('mark on %s where one is', async (where, name) => {
    server.use(
      http.get('*/api/v1/uploads/u9', () =>
        HttpResponse.json({ ...uploadOf({ id: 'u9' }), diagnostics: [], recognised: null }),
      ),
    );
    open(where);
    const tabs = await screen.findByRole('navigation', { name: '업로드 화면' });
    expect(within(tabs).getByRole('link', { current: 'page' })).toHaveTextContent(name);
  });
});

describe('the history', () => {
  it('is saved with the revenue that it shows, also of files without sale days', async () => {
    const { user } = open('/uploads/history', {}, [uploadOf({ facts: { ...facts, daily: null } })]);
    const table = await screen.findByRole('table', { name: '기록' });
    expect(within(table).getByTitle('269,330,000원')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'CSV' }));
    await waitFor(() =>
      expect(saved).toHaveBeenCalledWith('기록.csv', expect.stringContaining(',269330000\r\n')),
    );
  });

  it('withdraws after it said what will be shown', async () => {
    const before = uploadOf({ id: 'u1', recordDate: '2026-11-18', current: false, fileName: 'before.xlsx' });
    const withdrawn: string[] = [];
    server.use(
      http.delete('*/api/v1/uploads/:id', ({ params }) => {
        withdrawn.push(String(params['id']));
        return HttpResponse.json({ ...uploadOf({ status: 'withdrawn' }), diagnostics: [] });
      }),
    );
    const { user } = open('/uploads/history', {}, [uploadOf({}), before]);
    await user.click(
      await screen.findByRole('button', { name: '20261119_PL2612_두 번째 편지.xlsx 더 보기' }),
    );
    expect(screen.getByRole('menuitem', { name: '원본 내려받기' })).toHaveAttribute(
      'href',
      `/api/v1/uploads/${uploadOf({}).id}/file`,
    );
    await user.click(screen.getByRole('menuitem', { name: '철회' }));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('11/19(목) 자료를 철회하면 11/18(수) 자료가 보입니다.'),
    ).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: '철회' }));
    await waitFor(() => expect(withdrawn).toEqual([uploadOf({}).id]));
  });
});

describe('an upload of a production that has very many', () => {
  // The days before, so many that they are told on two pages; the last of them is what the upload took the place of.
  const before = Array.from({ length: 200 }, (_, index) =>
    uploadOf({ id: `u${index}`, recordDate: '2026-11-18', current: false, fileName: `day-${index}.xlsx` }),
  );
  const replaced = uploadOf({
    id: 'replaced',
    status: 'superseded',
    current: false,
    fileName: 'replaced.xlsx',
    files: [{ fileName: 'replaced.xlsx', sha256: 'cd', sizeBytes: 31_000 }],
    uploadedAt: '2020-11-20T09:12:00+09:00',
  });

  /** Answers the list page by page; the question before a withdrawal is answered by `answer` first. */
  function paged(answer: () => Response | undefined = () => undefined) {
    const all = [...before, replaced];
    server.use(
      http.get('*/api/v1/uploads', ({ request }) => {
        const { searchParams: asked } = new URL(request.url);
        if (Number(asked.get('perPage')) < 200) return HttpResponse.json(pageOf([uploadOf({})]));
        const page = Number(asked.get('page'));
        const items = all.slice((page - 1) * 200, page * 200);
        return answer() ?? HttpResponse.json({ items, page, perPage: 200, total: all.length });
      }),
    );
  }

  async function ask(user: ReturnType<typeof open>['user']) {
    const table = await screen.findByRole('table', { name: '기록' });
    await user.click(within(table).getByRole('button', { name: /더 보기$/ }));
    await user.click(screen.getByRole('menuitem', { name: '철회' }));
    return await screen.findByRole('dialog');
  }

  it('is saved with all of them', async () => {
    const { user } = open('/uploads/history');
    paged();
    await screen.findByRole('table', { name: '기록' });
    await user.click(screen.getByRole('button', { name: 'CSV' }));
    await waitFor(() =>
      expect(saved).toHaveBeenCalledWith('기록.csv', expect.stringContaining('replaced.xlsx')),
    );
    // A line for each, and one of headings.
    expect(saved.mock.lastCall?.[1].trim().split('\r\n')).toHaveLength(202);
  });

  it('goes back to the one that it replaced, however far down that is', async () => {
    const { user } = open('/uploads/history');
    paged();
    const dialog = await ask(user);
    expect(await within(dialog).findByText(/^철회하면 같은 날 .*09:12에 올린 자료로/)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: '철회' })).toBeEnabled();
  });

  it('is withdrawn without reading by oneself what the event of it makes stale', async () => {
    const { user, client } = open('/uploads/history');
    paged();
    server.use(
      http.delete('*/api/v1/uploads/:id', () =>
        HttpResponse.json({ ...uploadOf({ status: 'withdrawn' }), diagnostics: [] }),
      ),
    );
    const stop = followChanges(client);
    act(() => FakeEventSource.last.accept());
    const dialog = await ask(user);
    const read = vi.spyOn(client, 'invalidateQueries');
    await waitFor(() => expect(within(dialog).getByRole('button', { name: '철회' })).toBeEnabled());
    await user.click(within(dialog).getByRole('button', { name: '철회' }));
    expect(await screen.findByText('11/19(목) 자료를 철회했습니다')).toBeVisible();
    expect(read).not.toHaveBeenCalled();
    act(() => FakeEventSource.last.fail(false));
    stop();
  });

  it('is withdrawn by nobody who does not know what follows', async () => {
    let fails = true;
    const { user } = open('/uploads/history');
    paged(() => (fails ? problem(503, 'unavailable') : undefined));
    const dialog = await ask(user);
    const retry = await within(dialog).findByRole('button', { name: '다시 시도' });
    expect(within(dialog).getByRole('button', { name: '철회' })).toBeDisabled();
    fails = false;
    await user.click(retry);
    expect(await within(dialog).findByText(/에 올린 자료로 돌아갑니다/)).toBeVisible();
    expect(within(dialog).getByRole('button', { name: '철회' })).toBeEnabled();
  });
});

describe('one upload', () => {
  it('shows its findings and its original', async () => {
    server.use(
      http.get('*/api/v1/uploads/u9', () =>
        HttpResponse.json({
          ...uploadOf({ id: 'u9', status: 'failed', current: false, facts: null }),
          diagnostics: [refError],
          diagnosticCounts: { error_cell: 1 },
        }),
      ),
    );
    open('/uploads/u9');
    expect(await screen.findByRole('alert')).toHaveTextContent('실패 오류 1건을 고쳐야 반영할 수 있습니다.');
    expect(screen.getByRole('link', { name: /내려받기/ })).toHaveAttribute('href', '/api/v1/uploads/u9/file');
    expect(screen.queryByRole('button', { name: '철회' })).not.toBeInTheDocument();
  });

  it('that is not there says so', async () => {
    server.use(http.get('*/api/v1/uploads/nothing', () => problem(404, 'not-found')));
    open('/uploads/nothing');
    expect(await screen.findByText(/찾을 수 없는 업로드입니다/)).toBeVisible();
  });
});
