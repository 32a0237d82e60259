/** Differences between two texts, line by line. */

/** A line of either text, or of both. */
export interface LineChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
  /** Its place in the older and in the newer text, from 1. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** A run of lines that are told, or how many are left out between two of them. */
export type Part = { readonly lines: readonly LineChange[] } | { readonly leftOut: number };

/** Lines around a change that are told with it. */
const around = 3;

/** Every line of both texts: the longest common ones stay, the others were removed or added. */
export function differences(older: string, newer: string): readonly LineChange[] {
  const before = linesOf(older);
  const after = linesOf(newer);
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const middle = between(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    start,
  );
  const same = (from: number, to: number, offset: number): LineChange[] =>
    before.slice(from, to).map((text, place) => ({
      kind: 'same',
      text,
      before: from + place + 1,
      after: from + place + offset + 1,
    }));
  return [
    ...same(0, start, 0),
    ...middle,
    ...same(before.length - end, before.length, after.length - before.length),
  ];
}

/** The changes with the lines around them; what lies between is counted. */
export function parts(changes: readonly LineChange[]): readonly Part[] {
  const isTold = changes.map((_, place) =>
    changes.slice(Math.max(0, place - around), place + around + 1).some(({ kind }) => kind !== 'same'),
  );
  const found: ({ lines: LineChange[] } | { leftOut: number })[] = [];
  changes.forEach((change, place) => {
    const last = found.at(-1);
    if (isTold[place] === true) {
      if (last !== undefined && 'lines' in last) last.lines.push(change);
      else found.push({ lines: [change] });
    } else if (last !== undefined && 'leftOut' in last) {
      last.leftOut += 1;
    } else {
      found.push({ leftOut: 1 });
    }
  });
  return found;
}

function linesOf(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  // The break at the end is no line.
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const length = one.findIndex((line, place) => line !== other[place]);
  return length === -1 ? one.length : length;
}

function commonEnd(one: readonly string[], other: readonly string[]): number {
  return commonStart([...one].reverse(), [...other].reverse());
}

/** By the table of longest common subsequences. A recipe has at most some thousand lines, of which few change. */
function between(before: readonly string[], after: readonly string[], offset: number): LineChange[] {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, young] = [before[i], after[j]];
    if (old !== undefined && old === young) {
      changes.push({ kind: 'same', text: old, before: offset + i + 1, after: offset + j + 1 });
      i += 1;
      j += 1;
    } else if (old !== undefined && (young === undefined || at(i + 1, j) >= at(i, j + 1))) {
      changes.push({ kind: 'removed', text: old, before: offset + i + 1, after: undefined });
      i += 1;
    } else {
      changes.push({ kind: 'added', text: young ?? '', before: undefined, after: offset + j + 1 });
      j += 1;
    }
  }
  return changes;
}
