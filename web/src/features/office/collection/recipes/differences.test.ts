import { describe, expect, it } from 'vitest';
import { differences, parts } from './differences';

const told = (older: string, newer: string) =>
  differences(older, newer).map(
    ({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`,
  );

describe('differences', () => {
  it('keeps the lines that both have', () => {
    expect(told('a\nb\nc\n', 'a\nx\nc\n')).toEqual([' a', '-b', '+x', ' c']);
    expect(told('a\nc', 'a\nb\nc')).toEqual([' a', '+b', ' c']);
    expect(told('a\nb\nc\nd', 'b\nd\ne')).toEqual(['-a', ' b', '-c', ' d', '+e']);
  });

  it('knows texts that are the same, and empty ones', () => {
    expect(told('a\nb\n', 'a\r\nb')).toEqual([' a', ' b']);
    expect(told('', 'a')).toEqual(['+a']);
    expect(told('a', '')).toEqual(['-a']);
    expect(told('', '')).toEqual([]);
  });

  it('numbers the lines of both texts', () => {
    const lines = differences('a\nb\nc', 'a\nx\ny\nc').map(({ before, after }) => [before, after]);
    expect(lines).toEqual([
      [1, 1],
      [2, undefined],
      [undefined, 2],
      [undefined, 3],
      [3, 4],
    ]);
  });

  it('leaves out what is far from a change', () => {
    const older = Array.from({ length: 20 }, (_, place) => `line ${place}`);
    const newer = older.map((line, place) => (place === 10 ? 'changed' : line));
    const found = parts(differences(older.join('\n'), newer.join('\n')));
    expect(found.map((part) => ('leftOut' in part ? part.leftOut : part.lines.length))).toEqual([7, 8, 6]);
    expect(parts(differences('a', 'a'))).toEqual([{ leftOut: 1 }]);
  });
});
