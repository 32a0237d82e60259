/** How columns of nothing are drawn: zero is a thin line, and only what nobody knows is blank. */
export const zeroLine = { barMinHeight: 1 } as const;

/**
 * Whether a column of a stack is left out of sight: it adds nothing to others that stand there, and its line would
 * look as if it did.
 */
export function isHiddenZero(value: number | null, stack: readonly (number | null)[]): boolean {
  return value === 0 && stack.some((other) => other !== null && other !== 0);
}
