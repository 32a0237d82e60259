import type { Line } from './linesOption';

/** Whether small pictures can be compared by height, or each shows its own form however small its figures are. */
export type MultiplesScale = 'common' | 'own';

/** Figures that the scale of a picture reaches over. */
export function scaledBy(line: Line, lines: readonly Line[], scale: MultiplesScale): readonly number[] {
  const values = scale === 'own' ? line.values : lines.flatMap((other) => other.values);
  return values.filter((value) => value !== null);
}

/** Whether anything is known of a line: else it has no picture. */
export function isKnown({ values }: Line): boolean {
  return values.some((value) => value !== null);
}
