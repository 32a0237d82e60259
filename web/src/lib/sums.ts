/**
 * Sums and ratios over rows that are shown together. They follow the server's rule for sums over productions: what
 * is unknown does not count, and a sum of nothing known is unknown.
 */

type Maybe = number | null | undefined;

/** The sum of what is known; null when nothing is. */
export function sumOf<Row>(rows: readonly Row[], read: (row: Row) => Maybe): number | null {
  let sum: number | null = null;
  for (const row of rows) {
    const value = read(row);
    if (value !== null && value !== undefined) sum = (sum ?? 0) + value;
  }
  return sum;
}

/** One figure as a part of another; null where one is unknown or there is nothing to divide by. */
export function ratioOf(part: Maybe, whole: Maybe): number | null {
  if (part === null || part === undefined || whole === null || whole === undefined || whole === 0)
    return null;
  return part / whole;
}

/** A difference; null where one side is unknown. */
export function gapOf(one: Maybe, other: Maybe): number | null {
  return one === null || one === undefined || other === null || other === undefined ? null : one - other;
}
