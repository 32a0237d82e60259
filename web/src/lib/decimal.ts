/**
 * Rounding of the decimal digits that the API sends. A ratio such as 0.0285 is no exact binary fraction, so binary
 * rounding would sometimes tell 2.8 % where the digits say 2.9 %; here only the shortest decimal form counts.
 */

/** A number as an integer divided by a power of ten. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

function toDecimal(value: number): Decimal {
  const [mantissa = '0', exponent = '0'] = String(value).toLowerCase().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return scale >= 0 ? { units, scale } : { units: units * 10n ** BigInt(-scale), scale: 0 };
}

/**
 * `value` × 10^`shift`, rounded half away from zero to `places` decimals, as a sign and plain digits. A value that
 * rounds to nothing has no sign.
 */
export function roundDecimal(
  value: number,
  shift: number,
  places: number,
): { sign: -1 | 0 | 1; digits: string } {
  const { units, scale } = toDecimal(value);
  const magnitude = units < 0n ? -units : units;
  const exponent = shift + places - scale;
  let rounded: bigint;
  if (exponent >= 0) {
    rounded = magnitude * 10n ** BigInt(exponent);
  } else {
    const divisor = 10n ** BigInt(-exponent);
    rounded = (2n * magnitude + divisor) / (2n * divisor);
  }
  const text = rounded.toString().padStart(places + 1, '0');
  const digits = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
  return { sign: rounded === 0n ? 0 : units < 0n ? -1 : 1, digits };
}

/** Puts separators between thousands: `1234567.8` becomes `1,234,567.8`. */
export function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
