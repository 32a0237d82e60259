/** Where a column stands in a small picture: its upper edge and its height. */
export interface ColumnPlace {
  readonly y: number;
  readonly height: number;
}

/** As tall as a column of nothing is: zero is drawn, and only what nobody knows is blank. */
const line = 1;

/**
 * Places columns between the least and the greatest of the values, zero included: sales stand on the zero line,
 * refunds hang below it.
 */
export function columnScale(
  values: readonly (number | null)[],
  height: number,
): (value: number) => ColumnPlace {
  const known = values.map((value) => value ?? 0);
  const top = Math.max(0, ...known);
  const bottom = Math.min(0, ...known);
  const whole = top - bottom;
  const at = (value: number) => (whole === 0 ? height : ((top - value) / whole) * height);
  const zero = at(0);
  return (value) => {
    const tall = Math.max(line, Math.abs(at(value) - zero));
    return { y: value < 0 ? Math.min(zero, height - tall) : Math.max(0, zero - tall), height: tall };
  };
}
