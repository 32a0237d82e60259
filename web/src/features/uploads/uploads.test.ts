import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { productionOf } from '@/test/app';
import { coverageOf } from './coverage';
import { bySheet, cellOf, csvOf } from './findings';
import { groupFiles, isReady } from './items';
import type { Diagnostic, UploadSummary } from './items';
import { createUploadQueue } from './queue';
import { runOf, uploadOf } from './samples.test-data';
import { effectOf } from './withdrawal';
import { readWorkbookName } from './workbookName';

const file = (name: string) => new File(['x'], name);

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
        '20261119_PL2612_회차.csv',
        '20261118_PL2612_daily.csv',
        '20261119_PL2612_third.csv',
      ].map(file),
    ).map((group) => group.map(({ name }) => name));
    expect(names).toEqual([
      ['20261119_PL2612_daily.csv', '20261119_PL2612_회차.csv'],
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
      ['missing', undefined],
      ['warned', 'u2'],
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
        await new Promise((resolve) => setTimeout(resolve, 5));
        together -= 1;
        return runOf({ status: files[0]?.name.includes('bad') === true ? 'failed' : 'completed' });
      },
      confirm: async () => Promise.resolve({ ...uploadOf({}), diagnostics: [] }),
    });
    queue.add(['1.xlsx', '2.xlsx', '3.xlsx', 'bad.xlsx'].map(file));
    await vi.waitFor(() => expect(queue.items().every(({ stage }) => stage.kind === 'read')).toBe(true));
    expect(most).toBe(2);
    expect(queue.items().filter(isReady)).toHaveLength(3);
    queue.confirmAll();
    await vi.waitFor(() =>
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
    await vi.waitFor(() => expect(queue.items()[0]?.stage.kind).toBe('refused'));
    queue.add([file('20261119_PL2612_회차.csv')]);
    await vi.waitFor(() => expect(queue.items()[0]?.stage.kind).toBe('read'));
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
