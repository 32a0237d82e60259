import { File as NodeFile } from 'node:buffer';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { eventually } from '@/test/eventually';
import { productionOf } from '@/test/app';
import { coverageOf } from './coverage';
import { bySheet, cellOf, csvOf } from './findings';
import { doubtsOf, mayApply, rivalsOf } from './doubts';
import { groupFiles, isAsking, isBeingRead, isFaulty, isReady } from './items';
import type { Diagnostic, UploadItem, UploadSummary } from './items';
import { createUploadQueue } from './queue';
import { runOf, uploadOf } from './samples.test-data';
import { effectOf } from './withdrawal';
import { isRepeat } from './repeat';
import { readWorkbookName, withCode } from './workbookName';
import { remedies } from './remedies';
import { words } from './words';
import { labels } from '@/lib/i18n/labels';
import { toDay } from '@/lib/days';

const file = (name: string) => new File(['x'], name);

describe('what is said in English', () => {
  it('tells one from several', () => {
    expect(words.en.errors(1)).toBe('1 error');
    expect(words.en.applyMany(3)).toBe('Apply 3 files');
    expect(words.en.stay(2, 0, 1)).toBe('2 with errors, 1 being read remain');
  });
});

describe('what is said in Korean', () => {
  it('has the particle of the code that may have been meant', () => {
    expect(words.ko.takeNearest('PL2612')).toBe('PL2612로 읽기');
    expect(words.ko.takeNearest('MU2613')).toBe('MU2613으로 읽기');
  });
});

describe('a file name', () => {
  it('tells record date, code and title, however it was encoded', () => {
    expect(readWorkbookName('20261119_PL2612_두 번째 편지.xlsx')).toEqual({
      recordDate: '2026-11-19',
      productionCode: 'PL2612',
      title: '두 번째 편지',
      extension: 'xlsx',
    });
    expect(readWorkbookName('261119_PL2612_x_y.v2.XLS')).toMatchObject({
      recordDate: '2026-11-19',
      title: 'x_y.v2',
      extension: 'xls',
    });
    expect(readWorkbookName('20261119_PL2612_%ED%8E%B8%EC%A7%80.xlsx').title).toBe('편지');
    expect(readWorkbookName('20261119_PL2612_편지.xlsx'.normalize('NFD')).title).toBe('편지');
  });

  it('takes another code and keeps the rest', () => {
    const named = (name: string) => withCode(file(name), 'HUNT-1').name;
    expect(named('20261119_HUNT1_사냥_a.xlsx')).toBe('20261119_HUNT-1_사냥_a.xlsx');
    expect(named('20261119_HUNT1.xlsx')).toBe('20261119_HUNT-1.xlsx');
  });

  it('without a date tells nothing', () => {
    expect(readWorkbookName('매출.xlsx')).toMatchObject({ recordDate: undefined, productionCode: undefined });
    expect(readWorkbookName('20261319_PL2612_x.xlsx').productionCode).toBeUndefined();
    expect(readWorkbookName('20261119_두 번째_x.xlsx').productionCode).toBeUndefined();
  });
});

describe('files that are dropped together', () => {
  it('are one upload each, but CSV files of the same day and code go in pairs', () => {
    const names = groupFiles(
      [
        '20261119_PL2612_daily.csv',
        '20261119_MU2611_a.xlsx',
        '20261119_pl2612_회차.csv',
        '20261118_PL2612_daily.csv',
        '20261119_PL2612_third.csv',
      ].map(file),
    ).map((group) => group.map(({ name }) => name));
    expect(names).toEqual([
      ['20261119_PL2612_daily.csv', '20261119_pl2612_회차.csv'],
      ['20261119_MU2611_a.xlsx'],
      ['20261118_PL2612_daily.csv'],
      ['20261119_PL2612_third.csv'],
    ]);
  });
});

describe('findings', () => {
  const finding = (change: Partial<Diagnostic>): Diagnostic => ({
    code: 'error_cell',
    severity: 'error',
    sheet: 'Daily',
    cell: 'Daily!G64',
    value: '#REF!',
    message: { ko: '수식 오류', en: 'error' },
    ...change,
  });

  it('stand by sheet, errors first, with their cell', () => {
    const order = bySheet([
      finding({ severity: 'warning', code: 'blank_number', cell: 'Daily!A1' }),
      finding({ severity: 'warning', code: 'row_without_date', cell: 'Daily!A9' }),
      finding({ cell: 'Daily!B2' }),
    ]);
    expect(order[0]?.findings.map(({ cell }) => cell)).toEqual(['Daily!B2', 'Daily!A9', 'Daily!A1']);
    const groups = bySheet([
      finding({ severity: 'warning', cell: 'Daily!H12' }),
      finding({}),
      finding({ sheet: null, cell: null }),
    ]);
    expect(groups.map(({ sheet, findings }) => [sheet, findings.map(({ cell }) => cell)])).toEqual([
      ['Daily', ['Daily!G64', 'Daily!H12']],
      [null, [null]],
    ]);
    expect(cellOf(finding({ cell: '회차별판매!AB7' }))).toEqual({ column: 'AB', row: '7' });
    expect(cellOf(finding({ cell: null }))).toBeUndefined();
  });

  it('become a file in which nothing is a formula', () => {
    expect(csvOf([['a', '=1+1', 'x,"y"']])).toBe('\uFEFFa,\'=1+1,"x,""y"""\r\n');
  });
});

describe('a file that something speaks against', () => {
  const warning = (code: string): Diagnostic => ({
    code,
    severity: 'warning',
    sheet: 'Daily',
    cell: null,
    value: null,
    message: { ko: code, en: code },
  });
  const item = (
    id: string,
    change: Parameters<typeof runOf>[0],
    more: Partial<UploadItem> = {},
  ): UploadItem => ({
    id,
    files: [file(`${id}.xlsx`)],
    place: {},
    stage: { kind: 'read', run: runOf(change), repeated: false },
    ...more,
  });

  it('is applied once somebody said that they saw it, figures left out first', () => {
    const codes = ['blank_number', 'revenue_shrank', 'row_without_date', 'sale_after_record_date'];
    const run = { diagnostics: codes.map(warning) };
    expect(doubtsOf(runOf(run))?.findings.map(({ code }) => code)).toEqual([
      'row_without_date',
      'sale_after_record_date',
      'revenue_shrank',
    ]);
    const [doubtful, seen] = [item('a', run), item('b', run, { seen: true })];
    expect(mayApply([doubtful], doubtful)).toBe(false);
    expect(mayApply([seen], seen)).toBe(true);
    const fine = item('c', { diagnostics: [warning('blank_number')] });
    expect(mayApply([fine], fine)).toBe(true);
  });

  it('has no seats in its rows', () => {
    const { facts } = runOf({});
    if (facts === null || facts.performances === null) throw new Error('the sample has no performances');
    const empty = { ...facts, performances: { ...facts.performances, paidSeats: 0 } };
    expect(doubtsOf(runOf({ facts: empty }))).toEqual({ findings: [], noSeats: true, sameFigures: false });
    const none = { ...empty, performances: { ...empty.performances, rows: 0 } };
    expect(doubtsOf(runOf({ facts: none }))).toBeUndefined();
  });

  it('brings the figures of the record date before under a new one', () => {
    const change = {
      complimentarySeats: 0,
      paidSeats: 0,
      performances: 0,
      revenueKrw: 0,
      saleDays: 0,
      seats: 0,
    };
    const same: Parameters<typeof runOf>[0] = { change, becomesCurrent: true, replaces: null };
    expect(doubtsOf(runOf(same))).toEqual({ findings: [], noSeats: false, sameFigures: true });
    // A day on which nothing was sold is a day more; a workbook that is sent again replaces its own.
    expect(doubtsOf(runOf({ ...same, change: { ...change, saleDays: 1 } }))).toBeUndefined();
    expect(doubtsOf(runOf({ ...same, replaces: uploadOf({}) }))).toBeUndefined();
    expect(doubtsOf(runOf({ ...same, becomesCurrent: false }))).toBeUndefined();
    expect(doubtsOf(runOf({ ...same, change: null }))).toBeUndefined();
  });

  it('is not the only one of its production and day', () => {
    const items = [
      item('a', {}),
      item('b', { productionCode: 'pl2612' }),
      item('c', { recordDate: '2026-11-18' }),
      item('d', { status: 'failed' }),
    ];
    expect(items.map((one) => rivalsOf(items, one).map(({ id }) => id))).toEqual([['b'], ['a'], [], []]);
    expect(items.map((one) => mayApply(items, one))).toEqual([false, false, true, false]);
  });

  it('is told by what keeps it: faults, or a question that somebody has to answer', () => {
    const error = (code: string): Diagnostic => ({ ...warning(code), severity: 'error' });
    const failed = (...codes: string[]) => item('f', { status: 'failed', diagnostics: codes.map(error) });
    const refused = (code: string): UploadItem => ({
      ...item('r', {}),
      stage: { kind: 'refused', problem: new ApiProblem(422, { diagnostics: [error(code)] }) },
    });
    const run = runOf({});
    const told = (one: UploadItem) => [isFaulty(one), isAsking(one), isBeingRead(one)];
    expect(told(failed('error_cell'))).toEqual([true, false, false]);
    expect(told(failed('unknown_label', 'error_cell'))).toEqual([true, false, false]);
    expect(told(failed('unknown_label'))).toEqual([false, true, false]);
    expect(told(refused('encrypted_workbook'))).toEqual([false, true, false]);
    expect(told(refused('bad_file_name'))).toEqual([false, true, false]);
    expect(told(refused('not_a_workbook'))).toEqual([true, false, false]);
    const repeated = item('a', {}, { stage: { kind: 'read', run, repeated: true } });
    expect(told(repeated)).toEqual([false, false, false]);
    const confirming = item('c', {}, { stage: { kind: 'confirming', run, share: 0.5 } });
    expect(told(confirming)).toEqual([false, false, false]);
    expect(told(item('t', {}, { stage: { kind: 'trying', share: 0.5 } }))).toEqual([false, false, true]);
  });

  it('is there already', async () => {
    // The one of the test's own document has no bytes to read.
    const named = (bytes: string) => new NodeFile([bytes], 'a.xlsx') as unknown as File;
    const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';
    const live = uploadOf({ files: [{ fileName: 'b.xlsx', sha256, sizeBytes: 1 }] });
    expect(await isRepeat([named('x')], runOf({ replaces: live }))).toBe(true);
    expect(await isRepeat([named('y')], runOf({ replaces: live }))).toBe(false);
    expect(await isRepeat([named('x')], runOf({}))).toBe(false);
    const repeated = item('a', {}, { stage: { kind: 'read', run: runOf({}), repeated: true } });
    expect(isReady(repeated)).toBe(false);
  });

  it('is told what to do about each finding that does not say so itself', () => {
    const says = new Set(['not_a_workbook']);
    const silent = Object.keys(labels.diagnostic).filter(
      (code) => remedies[code] === undefined && !says.has(code),
    );
    expect(silent).toEqual([]);
  });
});

describe('withdrawing', () => {
  const of = (id: string, change: Partial<UploadSummary>) => uploadOf({ id, ...change });
  const current = of('u2', { recordDate: '2026-11-19', current: true });
  const before = of('u1', { recordDate: '2026-11-18', current: false });

  it('brings back the day before, or what was replaced, or nothing', () => {
    expect(effectOf(current, [current, before])).toEqual({ kind: 'earlier', recordDate: '2026-11-18' });
    const replaced = of('u0', { recordDate: '2026-11-19', status: 'superseded', current: false });
    expect(effectOf(current, [current, before, replaced])).toEqual({
      kind: 'replaced',
      by: replaced,
      moves: true,
    });
    expect(effectOf(current, [current])).toEqual({ kind: 'empty' });
  });

  it('of what is not current moves no figure', () => {
    expect(effectOf(before, [current, before])).toEqual({ kind: 'gap' });
    expect(effectOf({ ...before, status: 'superseded' }, [current])).toEqual({ kind: 'none' });
    expect(effectOf({ ...before, status: 'processing' }, [current])).toEqual({ kind: 'stopped' });
  });
});

describe('coverage', () => {
  it('is missing only on days of sale', () => {
    const production = productionOf({ saleStart: '2026-11-18' });
    const [row] = coverageOf(
      [
        {
          category: 'musical',
          productionCode: 'MU2611',
          productionId: production.id,
          productionName: production.name,
          recordDate: '2026-11-20',
          coverage: [
            { day: '2026-11-17', uploaded: false, fileName: null },
            { day: '2026-11-18', uploaded: true, fileName: 'a' },
            { day: '2026-11-19', uploaded: false, fileName: null },
            { day: '2026-11-20', uploaded: true, fileName: 'b' },
            { day: '2026-11-21', uploaded: false, fileName: null },
          ],
        },
      ],
      [production],
      [
        uploadOf({ id: 'u1', productionId: production.id, recordDate: '2026-11-18' }),
        uploadOf({
          id: 'u2',
          productionId: production.id,
          recordDate: '2026-11-20',
          diagnosticCounts: { blank_number: 2 },
        }),
      ],
    );
    expect(row?.cells.map(({ state, uploadId }) => [state, uploadId])).toEqual([
      ['closed', undefined],
      ['in', 'u1'],
      // The workbook of the 20th tells this day too.
      ['passed', undefined],
      ['warned', 'u2'],
      ['missing', undefined],
    ]);
    expect(row?.missing).toBe(1);
  });
});

describe('the queue', () => {
  it('reads two files at a time and confirms what is ready', async () => {
    let together = 0;
    let most = 0;
    const queue = createUploadQueue({
      attempt: async (files) => {
        together += 1;
        most = Math.max(most, together);
        await Promise.resolve();
        together -= 1;
        const [name = ''] = files.map((each) => each.name);
        const recordDate = toDay(`2026-11-1${name.startsWith('bad') ? 9 : name.charAt(0)}`);
        return runOf({ recordDate, status: name.includes('bad') ? 'failed' : 'completed' });
      },
      confirm: async () => Promise.resolve({ ...uploadOf({}), diagnostics: [], recognised: null }),
    });
    // Each is of a day of its own.
    queue.add(['1.xlsx', '2.xlsx', '3.xlsx', 'bad.xlsx'].map(file));
    await eventually(() => expect(queue.items().every(({ stage }) => stage.kind === 'read')).toBe(true));
    expect(most).toBe(2);
    expect(queue.items().filter(isReady)).toHaveLength(3);
    queue.confirmAll();
    await eventually(() =>
      expect(queue.items().map(({ stage }) => stage.kind)).toEqual(['ended', 'ended', 'ended', 'read']),
    );
  });

  it('puts the second half of a CSV pair to the first, and reads both', async () => {
    const attempt = vi.fn(async (files: readonly File[]) => {
      if (files.length === 1) throw new ApiProblem(422, { code: 'invalid' });
      return Promise.resolve(runOf({}));
    });
    const queue = createUploadQueue({ attempt, confirm: () => Promise.reject(new Error('unused')) });
    queue.add([file('20261119_PL2612_daily.csv')]);
    await eventually(() => expect(queue.items()[0]?.stage.kind).toBe('refused'));
    queue.add([file('20261119_PL2612_회차.csv')]);
    await eventually(() => expect(queue.items()[0]?.stage.kind).toBe('read'));
    expect(queue.items()).toHaveLength(1);
  });

  it('gives up what is taken from the list', () => {
    let aborted = false;
    const queue = createUploadQueue({
      attempt: (_, __, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted = true;
            reject(new DOMException('', 'AbortError'));
          });
        }),
      confirm: () => Promise.reject(new Error('unused')),
    });
    const id = queue.add([file('a.xlsx')]);
    queue.remove(id ?? '');
    expect(aborted).toBe(true);
    expect(queue.items()).toEqual([]);
  });
});
