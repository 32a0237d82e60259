import { describe, expect, it } from 'vitest';
import { addDays, daysOf } from '@/lib/days';
import { manShown, manText, readAmount, unitOf } from './amount';
import { fill } from './fill';
import { layoutOf } from './layout';
import { blockOf, pasteInto } from './paste';
import { moved, placeOf, selectedCells } from './selection';
import { spread } from './spread';
import {
  begin,
  changesOf,
  decide,
  kept,
  rebase,
  redo,
  restored,
  revert,
  saved,
  sumOf,
  undo,
  valueOf,
  write,
} from './state';
import { weekdayWeights } from './weights';

const man = 10_000;
/** Thursday 19 November to Wednesday 2 December. */
const days = daysOf({ from: '2026-11-19', to: '2026-12-02' });
const base = new Map(days.map((day) => [day, 2_000 * man]));

describe('amounts', () => {
  it('without a unit are 만원, as the grid shows them', () => {
    expect(readAmount('3,503', 'man')).toBe(3_503 * man);
    expect(readAmount(' 2856.5 ', 'man')).toBe(28_565_000);
    expect(readAmount('1억 2천', 'man')).toBe(120_000_000);
    expect(readAmount('₩35,030,000', 'man')).toBe(35_030_000);
    expect(readAmount('-', 'man')).toBe(0);
    expect(readAmount('', 'man')).toBeNull();
    expect(readAmount('많이', 'man')).toBeUndefined();
    expect(readAmount('-5', 'man')).toBeUndefined();
  });

  it('are won where one of them can be nothing else', () => {
    const list = ['35,030,000', '500000'];
    expect(unitOf(list, 'month')).toBe('won');
    expect(list.map((text) => readAmount(text, 'won'))).toEqual([35_030_000, 500_000]);
  });

  it('of a small theatre are won as well: no day brings 10억', () => {
    expect(unitOf(['800000'], 'day')).toBe('won');
    expect(unitOf(['99,999'], 'day')).toBe('man');
    expect(unitOf(['300000'], 'month')).toBe('man');
  });

  it('are copied without loss, so that they are read back as they were', () => {
    for (const won of [0, 1, 9_999, 28_560_000, 28_565_000, 12_345_678_901]) {
      expect(readAmount(manText(won), 'man')).toBe(won);
    }
    expect(manShown(28_565_000)).toBe('2,857');
  });
});

describe('a total over days', () => {
  it('adds up exactly, in whole 만원 where the total is', () => {
    expect(spread(100 * man, [1, 1, 1])).toEqual([33 * man, 33 * man, 34 * man]);
    expect(spread(10, [0, 0, 0])).toEqual([3, 3, 4]);
    expect(spread(7 * man, [2, 1])).toEqual([5 * man, 2 * man]);
  });

  it('follows what the days of a week were, when the week gets a new amount', () => {
    const [week] = layoutOf(days.slice(4, 6), 'week');
    const state = write(begin(base, '"r1"'), new Map([['2026-11-24', 4_000 * man]]));
    const cell = week?.cells[0];
    if (cell === null || cell === undefined) throw new Error('a week has one cell');
    expect([...fill(state, [[cell, 9_000 * man]])]).toEqual([
      ['2026-11-23', 3_000 * man],
      ['2026-11-24', 6_000 * man],
    ]);
  });
});

describe('the cells', () => {
  it('of days stand under their weekday, and days that are not sold have none', () => {
    const rows = layoutOf(days, 'day');
    expect(rows.map(({ key, weekNumber }) => [key, weekNumber])).toEqual([
      ['2026-11-16', 1],
      ['2026-11-23', 2],
      ['2026-11-30', 3],
    ]);
    expect(rows[0]?.cells.map((cell) => cell?.key ?? null)).toEqual([
      null,
      null,
      null,
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ]);
  });

  it('of months hold all their days', () => {
    expect(layoutOf(days, 'month').map(({ key, days: inside }) => [key, inside.length])).toEqual([
      ['2026-11', 12],
      ['2026-12', 2],
    ]);
  });

  it('are reached by moving, over gaps, and the last one leads out', () => {
    const rows = layoutOf(days, 'day');
    expect(placeOf(rows, '2026-11-20')).toEqual({ row: 0, column: 4 });
    expect(moved(rows, { row: 1, column: 0 }, 'up')).toBeUndefined();
    expect(moved(rows, { row: 0, column: 6 }, 'next')).toEqual({ row: 1, column: 0 });
    expect(moved(rows, { row: 1, column: 0 }, 'previous')).toEqual({ row: 0, column: 6 });
    expect(moved(rows, { row: 2, column: 2 }, 'next')).toBeUndefined();
    expect(moved(rows, { row: 0, column: 5 }, 'rowStart')).toEqual({ row: 0, column: 3 });
  });

  it('are selected as a rectangle', () => {
    const rows = layoutOf(days, 'day');
    const selection = { anchor: { row: 1, column: 1 }, active: { row: 0, column: 3 } };
    expect(selectedCells(rows, selection).map(({ key }) => key)).toEqual([
      '2026-11-19',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
    ]);
  });
});

describe('typing', () => {
  it('marks what differs, and forgets what is typed back', () => {
    let state = begin(base, '"r1"');
    state = write(state, new Map([['2026-11-23', 3_000 * man]]));
    expect(changesOf(state)).toEqual([{ date: '2026-11-23', targetKrw: 3_000 * man }]);
    expect(sumOf(state, ['2026-11-23', '2026-11-24'])).toBe(5_000 * man);
    state = write(state, new Map([['2026-11-23', 2_000 * man]]));
    expect(changesOf(state)).toEqual([]);
  });

  it('is taken back and done again step by step', () => {
    let state = begin(base, '"r1"');
    state = write(state, new Map([['2026-11-23', 1]]));
    state = write(state, new Map([['2026-11-24', 2]]));
    state = undo(state);
    expect(changesOf(state).map(({ date }) => date)).toEqual(['2026-11-23']);
    state = redo(state);
    expect(changesOf(state)).toHaveLength(2);
    state = revert(state);
    expect(changesOf(state)).toEqual([]);
    state = undo(state);
    expect(changesOf(state)).toHaveLength(2);
    expect(undo(undo(undo(state)))).toEqual(expect.objectContaining({ past: [] }));
  });

  it('ignores days that are not sold', () => {
    expect(changesOf(write(begin(base, undefined), new Map([['2027-01-01', 5]])))).toEqual([]);
  });
});

describe('what was typed before a session ended', () => {
  const typed = write(
    begin(base, '"r1"'),
    new Map([
      ['2026-11-23', 3_000 * man],
      ['2026-11-24', 3_100 * man],
    ]),
  );
  const stored: unknown = JSON.parse(JSON.stringify(kept(typed)));

  it('is there again, on top of what is saved now', () => {
    const state = restored(base, '"r1"', stored);
    expect(changesOf(state)).toEqual(changesOf(typed));
    expect(state).toMatchObject({ etag: '"r1"', past: [] });
    expect(state.conflicts.size).toBe(0);
  });

  it('is in conflict with what somebody saved meanwhile', () => {
    const state = restored(new Map(base).set('2026-11-23', 2_900 * man), '"r2"', stored);
    expect([...state.conflicts]).toEqual(['2026-11-23']);
  });

  it('is nothing where it has another form, or its days are not sold any more', () => {
    for (const found of [null, 'x', [['2026-11-23']], [['2020-01-01', 1, 2]]])
      expect(changesOf(restored(base, '"r1"', found))).toEqual([]);
  });
});

describe('what somebody else saved meanwhile', () => {
  const mine = write(
    begin(base, '"r1"'),
    new Map([
      ['2026-11-23', 3_000 * man],
      ['2026-11-24', 3_100 * man],
      ['2026-11-25', 3_200 * man],
    ]),
  );
  const theirs = new Map(base)
    .set('2026-11-23', 2_900 * man)
    .set('2026-11-24', 3_100 * man)
    .set('2026-11-26', 2_800 * man);
  const merged = rebase(mine, theirs, '"r2"');

  it('is a conflict only where both changed the same day to something else', () => {
    expect([...merged.conflicts]).toEqual(['2026-11-23']);
    expect(changesOf(merged).map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-25']);
    expect(valueOf(merged, '2026-11-26')).toBe(2_800 * man);
    expect(merged.etag).toBe('"r2"');
  });

  it('is decided cell by cell', () => {
    const first = decide(merged, '2026-11-23', 'theirs');
    expect(first.conflicts.size).toBe(0);
    expect(valueOf(first, '2026-11-23')).toBe(2_900 * man);
    const second = decide(merged, '2026-11-23', 'mine');
    expect(second.conflicts.size).toBe(0);
    expect(valueOf(second, '2026-11-23')).toBe(3_000 * man);
  });

  it('is decided by typing over it, and stays undecided while other things are read', () => {
    expect(write(merged, new Map([['2026-11-23', 1]])).conflicts.size).toBe(0);
    expect([...rebase(merged, theirs, '"r3"').conflicts]).toEqual(['2026-11-23']);
  });
});

describe('a save', () => {
  it('ends what was sent, and keeps what was typed while it ran', () => {
    const sent = write(begin(base, '"r1"'), new Map([['2026-11-23', 5]]));
    const typed = write(sent, new Map([['2026-11-24', 6]]));
    const after = saved(typed, changesOf(sent), new Map(base).set('2026-11-23', 5), '"r2"');
    expect(changesOf(after)).toEqual([{ date: '2026-11-24', targetKrw: 6 }]);
    expect(after.etag).toBe('"r2"');
  });
});

describe('a block from a spreadsheet', () => {
  const rows = layoutOf(days, 'day');
  const at = (row: number, column: number) => ({ anchor: { row, column }, active: { row, column } });
  const amounts = (result: ReturnType<typeof pasteInto>) =>
    'cells' in result ? result.cells.map(([{ key }, won]) => [key, won]) : result;

  it('is split at tabs and line ends', () => {
    expect(blockOf('1\t2\r\n3\t"4\n5"\r\n')).toEqual([
      ['1', '2'],
      ['3', '4\n5'],
    ]);
  });

  it('goes in from the active cell on, and blanks leave theirs', () => {
    expect(amounts(pasteInto(rows, at(1, 0), '3,503\t\t3,046\n3,284\t2,856\t'))).toEqual([
      ['2026-11-23', 3_503 * man],
      ['2026-11-25', 3_046 * man],
      ['2026-11-30', 3_284 * man],
      ['2026-12-01', 2_856 * man],
    ]);
  });

  it('fills a selection with a single amount', () => {
    const selection = { anchor: { row: 1, column: 0 }, active: { row: 1, column: 2 } };
    expect(amounts(pasteInto(rows, selection, '1,000'))).toEqual([
      ['2026-11-23', 1_000 * man],
      ['2026-11-24', 1_000 * man],
      ['2026-11-25', 1_000 * man],
    ]);
  });

  it('goes to its days when it lists them', () => {
    expect(amounts(pasteInto(rows, at(0, 3), '2026-11-25\t30000000\n2026. 12. 1\t500000'))).toEqual([
      ['2026-11-25', 30_000_000],
      ['2026-12-01', 500_000],
    ]);
    expect(pasteInto(rows, at(0, 3), '2027-01-01\t5')).toMatchObject({ kind: 'day', row: 1 });
  });

  it('of one column runs along the days, as a list has a day in each row', () => {
    expect(amounts(pasteInto(rows, at(0, 6), '1000\n\n1200\n900'))).toEqual([
      ['2026-11-22', 1_000 * man],
      ['2026-11-24', 1_200 * man],
      ['2026-11-25', 900 * man],
    ]);
    expect(pasteInto(rows, at(2, 1), '1\n2\n3')).toMatchObject({ kind: 'outside', row: 3, text: '3' });
  });

  it('of one column goes down where several rows are selected, or the grid itself was copied', () => {
    const mondays = [
      ['2026-11-23', 1_000 * man],
      ['2026-11-30', 1_200 * man],
    ];
    const down = { anchor: { row: 1, column: 0 }, active: { row: 2, column: 0 } };
    expect(amounts(pasteInto(rows, down, '1000\n1200'))).toEqual(mondays);
    expect(amounts(pasteInto(rows, at(1, 0), '1000\n1200', 'day', true))).toEqual(mondays);
    const weeks = layoutOf(days, 'week');
    expect(amounts(pasteInto(weeks, at(0, 0), '1000\n1200', 'week'))).toEqual([
      ['2026-11-16', 1_000 * man],
      ['2026-11-23', 1_200 * man],
    ]);
  });

  it('has the unit that is said, whatever its numbers look like', () => {
    const won = pasteInto(rows, at(1, 0), '월\t화\n35,000\t42,000', 'day', false, 'won');
    expect(won).toMatchObject({ unit: 'won' });
    expect(amounts(won)).toEqual([
      ['2026-11-23', 35_000],
      ['2026-11-24', 42_000],
    ]);
    expect(amounts(pasteInto(rows, at(1, 0), '200000', 'day', false, 'man'))).toEqual([
      ['2026-11-23', 200_000 * man],
    ]);
    expect(amounts(pasteInto(rows, at(0, 3), '2026-11-25\t3000', 'day', false, 'won'))).toEqual([
      ['2026-11-25', 3_000],
    ]);
  });

  it('may begin with a row of headings', () => {
    expect(amounts(pasteInto(rows, at(1, 0), '월\t화\n1,000\t1,100'))).toEqual([
      ['2026-11-23', 1_000 * man],
      ['2026-11-24', 1_100 * man],
    ]);
    expect(amounts(pasteInto(rows, at(0, 3), '날짜\t목표\n2026-11-25\t3000'))).toEqual([
      ['2026-11-25', 3_000 * man],
    ]);
    expect(pasteInto(rows, at(1, 0), '월\t화')).toMatchObject({ kind: 'amount', row: 1, text: '월' });
  });

  it('is refused as a whole, with the cell that does not fit', () => {
    expect(pasteInto(rows, at(1, 5), '1\t2\t3')).toMatchObject({ kind: 'outside', row: 1, column: 3 });
    expect(pasteInto(rows, at(2, 1), '1\t2\t3')).toMatchObject({ kind: 'closed', row: 1, column: 3 });
    expect(pasteInto(rows, at(1, 0), '1\n합계')).toMatchObject({ kind: 'amount', row: 2, text: '합계' });
    expect(pasteInto(rows, at(1, 0), '목표\n1\n많이')).toMatchObject({
      kind: 'amount',
      row: 3,
      text: '많이',
    });
    expect(pasteInto(rows, at(1, 0), ' \n')).toMatchObject({ kind: 'empty' });
  });
});

describe('weights of weekdays', () => {
  it('follow the sales of the last eight weeks', () => {
    const sales = new Map(
      Array.from({ length: 60 }, (_, back) => {
        const day = addDays('2026-11-19', -back);
        return [day, new Date(`${day}T00:00:00Z`).getUTCDay() === 6 ? 200 : 100] as const;
      }),
    );
    expect(weekdayWeights(sales, '2026-11-19')).toEqual([0.88, 0.88, 0.88, 0.88, 0.88, 1.75, 0.88]);
    expect(weekdayWeights(new Map(), '2026-11-19')).toBeUndefined();
  });
});
