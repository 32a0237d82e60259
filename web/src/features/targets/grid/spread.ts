/** A total over parts, so that the parts add up to it exactly. */

const man = 10_000;

/**
 * Spreads `total` by weights (evenly when they are all 0). Shares that are cut short leave a rest, which goes to
 * those that lost most, the later first. Whole 만원 stay whole 만원.
 */
export function spread(total: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const unit = total % man === 0 ? man : 1;
  const units = BigInt(total / unit);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const shares = (sum === 0 ? weights.map(() => 1) : weights).map(BigInt);
  const whole = shares.reduce((all, share) => all + share, 0n);
  const parts = shares.map((share, index) => ({
    index,
    units: (units * share) / whole,
    lost: (units * share) % whole,
  }));
  let rest = units - parts.reduce((all, part) => all + part.units, 0n);
  const order = parts.toSorted((a, b) => (a.lost === b.lost ? b.index - a.index : a.lost < b.lost ? 1 : -1));
  for (const part of order) {
    if (rest === 0n) break;
    part.units += 1n;
    rest -= 1n;
  }
  return parts.map((part) => Number(part.units) * unit);
}
