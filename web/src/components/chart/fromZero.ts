/** Where a scale of values begins: zero is in sight, and where something was paid back it goes below. */
export function fromZero({ min }: { readonly min: number }): number {
  return Math.min(0, min);
}
