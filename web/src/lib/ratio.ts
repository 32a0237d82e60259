/**
 * Ratios of sums that a page adds up itself, by the rules of the reports: exact, rounded once, half away from zero,
 * to four places, and unknown where there is nothing to divide by. So a figure here looks like the server's own.
 */

const places = 10_000n;

function rounded(part: bigint, whole: bigint): number {
  const negative = part < 0n !== whole < 0n;
  const [a, b] = [part < 0n ? -part : part, whole < 0n ? -whole : whole];
  const digits = (2n * a * places + b) / (2n * b);
  return Number(negative ? -digits : digits) / Number(places);
}

/** `part` ÷ `whole` of whole numbers; null where one is unknown or `whole` is 0. */
export function ratio(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole === 0) return null;
  return rounded(BigInt(part), BigInt(whole));
}

/** The change from `before` to `now` as a ratio of `before`. */
export function changeRatio(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : ratio(now - before, before);
}

/** The mean of ratios that have four places themselves; null of none. */
export function meanRatio(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + BigInt(Math.round(value * Number(places))), 0n);
  return rounded(sum, BigInt(values.length) * places);
}

/** The sum of what is known; null when nothing is. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
}
