import { File as NodeFile } from 'node:buffer';
import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountOf, pageOf, problem, productionOf, renderRoutes, signedIn } from '@/test/app';
import { axeFindings } from '@/test/axe';
import { server } from '@/test/server';
import { rivalsOf } from './doubts';
import type { Diagnostic, DryRun, UploadItem } from './items';
import { isRepeat } from './repeat';
import { facts, runOf, uploadOf } from './samples.test-data';
import { Page } from './UploadsPage';
import { effectOf } from './withdrawal';

const production = productionOf({
  id: '0197c1a0-0000-7000-8000-000000000002',
  code: 'PL2612',
  name: '두 번째 편지',
  category: 'play',
});

const buyers: NonNullable<DryRun['facts']> = {
  daily: null,
  performances: null,
  agencies: [],
  buyers: [
    { dimension: 'discount', rows: 16, seats: 250, revenueKrw: 26_461_667 },
    { dimension: 'region', rows: 7, seats: 250, revenueKrw: null },
  ],
};

const otherKind: Diagnostic = {
  code: 'other_kind',
  severity: 'warning',
  sheet: '판매리포트',
  cell: null,
  value: null,
  message: { ko: '‘판매리포트’ 시트는 읽지 않았습니다. 따로 올려 주세요.', en: 'It was not read.' },
};

type Sheet = NonNullable<DryRun['recognised']>[number];

function columnOf(change: Partial<Sheet['columns'][number]>): Sheet['columns'][number] {
  return {
    column: 'A',
    label: [null, '날짜'],
    means: 'date',
    of: null,
    agency: null,
    state: null,
    grade: null,
    role: null,
    source: 'vocabulary',
    sum: null,
    sample: [],
    ...change,
  };
}

const recognised: Sheet[] = [
  {
    sheet: '회차별판매',
    role: 'performances',
    headingRows: [4, 5],
    dataRows: { first: 6, last: 61, count: 40 },
    checkRows: [62],
    signature: '9f2c51d07ab3e846',
    columns: [
      columnOf({}),
      columnOf({
        column: 'I',
        label: ['인터파크(입금)', 'R'],
        means: 'seats',
        of: 'agency',
        agency: 'interpark',
        state: 'deposited',
        grade: 'r',
        sum: 5_480,
      }),
      columnOf({
        column: 'J',
        label: ['유료계', '금액'],
        means: 'won',
        of: 'paid',
        state: 'booked',
        source: 'layout',
        sum: 269_330_000,
      }),
      columnOf({ column: 'K', label: [null, '전일비'], means: 'ignored' }),
    ],
  },
];

let texts: string[];
let accounts = 0;

function answerUploads(answer: (text: string) => Response) {
  server.use(
    http.post('*/api/v1/uploads', async ({ request }) => {
      const text = await request.text();
      texts.push(text);
      return answer(text);
    }),
  );
}

function open() {
  // Each person has files of their own: a new one begins with none.
  accounts += 1;
  const account = accountOf({ id: `labelled-${accounts}` });
  signedIn(account, [production]);
  server.use(http.get('*/api/v1/uploads', () => HttpResponse.json(pageOf([uploadOf({})]))));
  return renderRoutes([{ path: '/uploads/:tab?', element: <Page /> }], '/uploads/new?asOf=2026-11-20', {
    account,
  });
}

const drop = async (user: ReturnType<typeof open>['user'], name: string) =>
  user.upload(await screen.findByLabelText('올릴 파일 선택'), [new File([name], name)]);

beforeEach(() => {
  texts = [];
});

describe('a workbook whose name ends in the day', () => {
  const nameless = (more: object) =>
    problem(422, 'invalid', {
      ...more,
      diagnostics: [
        {
          code: 'bad_file_name',
          severity: 'error',
          sheet: null,
          cell: null,
          value: '회차별판매_1118.xlsx',
          message: { ko: '파일 이름을 읽을 수 없습니다.', en: 'The name cannot be read.' },
        },
      ],
    });

  it('has that day filled in and marked as a guess, until another is chosen', async () => {
    answerUploads((text) =>
      text.includes('name="recordDate"')
        ? HttpResponse.json(runOf({}))
        : nameless({ suggestedRecordDate: '2026-11-18' }),
    );
    const { user } = open();
    await drop(user, '회차별판매_1118.xlsx');
    const day = await screen.findByLabelText('기준일');
    expect(day).toHaveValue('2026-11-18');
    expect(day).toHaveAccessibleDescription(/추정.*맞는지 확인하세요/);
    await user.selectOptions(screen.getByRole('combobox', { name: '공연' }), 'PL2612');
    await user.click(screen.getByRole('button', { name: '읽기' }));
    expect(await screen.findByText('반영 가능')).toBeVisible();
    expect(texts.at(-1)).toContain('2026-11-18');
  });

  it('has no guess where the name suggests none', async () => {
    answerUploads(() => nameless({ suggestedRecordDate: null }));
    const { user } = open();
    await drop(user, '회차별판매.xlsx');
    expect(await screen.findByLabelText('기준일')).toBeVisible();
    expect(screen.queryByText('추정')).not.toBeInTheDocument();
  });
});

describe('the heading of a workbook', () => {
  it('is shown with what each column was taken for, and the sum below it', async () => {
    answerUploads(() =>
      HttpResponse.json(
        runOf({
          recognised,
          layoutChanges: { added: [['인터파크(입금)', 'R']], removed: [[null, '전주비']] },
        }),
      ),
    );
    const { user } = open();
    await drop(user, '20261119_PL2612_두 번째 편지.xlsx');
    await user.click(await screen.findByText('읽은 머리글'));
    const strip = screen.getByRole('region', { name: '읽은 머리글 회차별판매' });
    const read = within(strip).getByRole('row', { name: /^뜻/ });
    expect(
      within(read)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['날짜', '인터파크 · 입금 · R석', '유료 · 예매 · 금액 (양식)', '읽지 않음']);
    const sums = within(strip).getByRole('row', { name: /^합계/ });
    // What has no sum is blank, and no zero.
    expect(
      within(sums)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['', '5,480', '2억 6,933만', '']);
    expect(screen.getByText(/머리글 4–5행 · 자료 6–61행 40개/)).toBeInTheDocument();
    const details = strip.closest('details');
    expect(details).toHaveTextContent('새 이름 인터파크(입금) › R없어진 이름 전주비');
    expect(details === null ? [] : await axeFindings(details)).toEqual([]);
  });

  it('is no part of a marked workbook', async () => {
    answerUploads(() => HttpResponse.json(runOf({})));
    const { user } = open();
    await drop(user, '20261119_PL2612_두 번째 편지.xlsx');
    expect(await screen.findByText('반영 가능')).toBeVisible();
    expect(screen.queryByText('읽은 머리글')).not.toBeInTheDocument();
  });
});

describe('a report on the buyers', () => {
  it('is marked as one, and tells the sums of its lists instead of sales', async () => {
    answerUploads(() =>
      HttpResponse.json(runOf({ kind: 'buyers', facts: buyers, change: null, recognised: [] })),
    );
    const { user } = open();
    await drop(user, '20261119_PL2612_판매리포트.xlsx');
    const report = await screen.findByRole('region', { name: '미리보기' });
    expect(await within(report).findByText('관객')).toBeVisible();
    expect(within(report).getByText('할인 권종').parentElement).toHaveTextContent('250석16개 항목 · 2,646만');
    expect(within(report).getByText('지역').parentElement).toHaveTextContent('250석7개 항목');
    expect(within(report).queryByText('누적 매출')).not.toBeInTheDocument();
    expect(within(report).queryByText('읽기 실패')).not.toBeInTheDocument();
  });

  it('beside sales in one workbook is read when somebody says so', async () => {
    answerUploads((text) =>
      HttpResponse.json(
        text.includes('name="kind"')
          ? runOf({ kind: 'buyers', facts: buyers, change: null, recognised: [] })
          : runOf({ diagnostics: [otherKind], diagnosticCounts: { other_kind: 1 } }),
      ),
    );
    const { user } = open();
    await drop(user, '20261119_PL2612_두 번째 편지.xlsx');
    const report = await screen.findByRole('region', { name: '미리보기' });
    expect(await within(report).findByText('판매')).toBeVisible();
    await user.click(await within(report).findByRole('button', { name: '관객 리포트로 읽기' }));
    expect(await within(report).findByText('관객')).toBeVisible();
    expect(texts.at(-1)).toContain('buyers');
  });

  it('is no rival of the sales of its day, and withdrawing it brings back none of them', () => {
    const item = (id: string, kind: DryRun['kind']): UploadItem => ({
      id,
      files: [],
      place: {},
      stage: { kind: 'read', run: runOf({ kind }), repeated: false },
    });
    const report = item('report', 'buyers');
    expect(rivalsOf([item('sales', 'sales'), report], report)).toEqual([]);
    expect(rivalsOf([item('other', 'buyers'), report], report)).toHaveLength(1);
    const upload = uploadOf({ kind: 'buyers' });
    expect(effectOf(upload, [upload, uploadOf({ id: 'other', recordDate: '2026-11-18' })])).toEqual({
      kind: 'empty',
    });
  });
});

describe('the same bytes', () => {
  it('are another upload once a decision made them tell something else', async () => {
    // The one of the test's own document has no bytes to read.
    const file = new NodeFile(['x'], 'a.xlsx') as unknown as File;
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    const replaces = uploadOf({ files: [{ fileName: 'a.xlsx', sha256, sizeBytes: 1 }] });
    expect(await isRepeat([file], runOf({ replaces }))).toBe(true);
    const told = {
      ...facts,
      agencies: [{ agency: 'nol', name: 'NOL 티켓', days: null, performances: null }],
    };
    expect(await isRepeat([file], runOf({ replaces, facts: told }))).toBe(false);
  });
});
