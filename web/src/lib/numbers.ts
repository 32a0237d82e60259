/**
 * How numbers are written. Every figure on a page goes through here, so that money, ratios and signs look alike
 * everywhere. What nobody knows (`null`) is an en dash; a minus is U+2212, as wide as a plus.
 */
import { grouped, roundDecimal } from './decimal';
import type { Language } from './i18n/language';

/** What stands where there is no figure. */
export const unknown = '–';

export const minus = '−';

/** A run of digits with the unit behind it, which is drawn smaller. */
export interface NumberPart {
  readonly digits: string;
  readonly unit: string;
}

/** What a number may bear in front: nothing but a minus, or a plus as well where it is a difference. */
export interface SignOption {
  readonly signed?: boolean | undefined;
}

type Maybe = number | null | undefined;

/** What is no number counts as unknown, so that one broken figure does not take its panel with it. */
export function absent(value: Maybe): value is null | undefined {
  return !Number.isFinite(value ?? Number.NaN);
}

function signOf(sign: -1 | 0 | 1, signed: boolean | undefined): string {
  if (sign < 0) return minus;
  return signed === true && sign > 0 ? '+' : '';
}

/**
 * Short money in parts: 1억 2,345만, to the nearest 만. English has no 만; it gets millions with two decimals, which
 * is the same precision.
 */
export function shortWonParts(value: number, language: Language, { signed }: SignOption = {}): NumberPart[] {
  if (absent(value)) return [{ digits: unknown, unit: '' }];
  if (language === 'en') {
    const { sign, digits } = roundDecimal(value, -6, 2);
    return [{ digits: signOf(sign, signed) + grouped(digits), unit: 'M' }];
  }
  const { sign, digits } = roundDecimal(value, -4, 0);
  const tenThousands = BigInt(digits);
  const eok = tenThousands / 10_000n;
  const man = tenThousands % 10_000n;
  const parts: NumberPart[] = [];
  if (eok > 0n) parts.push({ digits: grouped(eok.toString()), unit: '억' });
  if (man > 0n || eok === 0n) parts.push({ digits: grouped(man.toString()), unit: '만' });
  return parts.map((part, index) =>
    index === 0 ? { ...part, digits: signOf(sign, signed) + part.digits } : part,
  );
}

/** The sign of short money as it is written: 0 where it rounds to nothing, and where it is a dash. */
export function shortWonSign(value: Maybe, language: Language): -1 | 0 | 1 {
  if (absent(value)) return 0;
  return roundDecimal(value, language === 'en' ? -6 : -4, language === 'en' ? 2 : 0).sign;
}

/** Short money as text: `1억 2,345만`, `2,345만`, `0만`. */
export function shortWon(value: Maybe, language: Language, option?: SignOption): string {
  if (absent(value)) return unknown;
  return shortWonParts(value, language, option)
    .map(({ digits, unit }) => digits + unit)
    .join(' ');
}

/** Exact money: `123,450,000원`. */
export function exactWon(value: Maybe, language: Language, option: SignOption = {}): string {
  if (absent(value)) return unknown;
  const { sign, digits } = roundDecimal(value, 0, 0);
  const amount = signOf(sign, option.signed) + grouped(digits);
  return language === 'en' ? `₩${amount}` : `${amount}원`;
}

/** Money on an axis: `1.2억`, `3,000만`, `0`. */
export function axisWon(value: number, language: Language): string {
  if (absent(value)) return unknown;
  if (value === 0) return '0';
  if (language === 'en') return `${trimmed(value, -6, 1)}M`;
  return Math.abs(value) >= 100_000_000 ? `${trimmed(value, -8, 1)}억` : `${trimmed(value, -4, 0)}만`;
}

function trimmed(value: number, shift: number, places: number): string {
  const { sign, digits } = roundDecimal(value, shift, places);
  return signOf(sign, false) + grouped(digits.replace(/\.0+$/, ''));
}

/** A ratio as per cent: `72.3%`. In heat maps `places` is 0. */
export function percent(value: Maybe, places = 1, option: SignOption = {}): string {
  if (absent(value)) return unknown;
  const { sign, digits } = roundDecimal(value, 2, places);
  return `${signOf(sign, option.signed)}${grouped(digits)}%`;
}

/**
 * A probability in whole per cents: `76%`. What is nearly impossible or nearly certain is told no more finely than it
 * is known: `< 1%`, `> 99%`.
 */
export function chance(value: Maybe): string {
  if (absent(value)) return unknown;
  if (value < 0.01) return '< 1%';
  if (value > 0.99) return '> 99%';
  return percent(value, 0);
}

/** The sign of a ratio as `percent`, `points` and `rate` write it; a dash has none. */
export function ratioSign(value: Maybe, places = 1): -1 | 0 | 1 {
  if (absent(value)) return 0;
  return roundDecimal(value, 2, places).sign;
}

/** Whether a ratio, as it is written, reaches another: 0.9996 is `100.0%` and reaches 1, a dash nothing. */
export function reaches(value: Maybe, goal: Maybe, places = 1): boolean {
  if (absent(value) || absent(goal)) return false;
  const written = (ratio: number) => {
    const { sign, digits } = roundDecimal(ratio, 2, places);
    return sign * Number(digits);
  };
  return written(value) >= written(goal);
}

/** A difference of ratios in points: `+5.5%p`. */
export function points(value: Maybe, places = 1): string {
  if (absent(value)) return unknown;
  const { sign, digits } = roundDecimal(value, 2, places);
  return `${signOf(sign, true)}${grouped(digits)}%p`;
}

/** A rate of change with an arrow instead of a sign: `▼ 1.4%`; without change no arrow. */
export function rate(value: Maybe, places = 1): string {
  if (absent(value)) return unknown;
  const { sign, digits } = roundDecimal(value, 2, places);
  const arrow = sign > 0 ? '▲ ' : sign < 0 ? '▼ ' : '';
  return `${arrow}${grouped(digits)}%`;
}

/** A whole number with separators: `5,303`. */
export function count(value: Maybe, option: SignOption = {}): string {
  if (absent(value)) return unknown;
  const { sign, digits } = roundDecimal(value, 0, 0);
  return signOf(sign, option.signed) + grouped(digits);
}

/** A number without a unit, to a tenth where it is not whole: `−99.9`, `1,000`. */
export function plainNumber(value: number): string {
  return trimmed(value, 0, 1);
}

/** Seats: `413석`. */
export function seats(value: Maybe, language: Language, option?: SignOption): string {
  if (absent(value)) return unknown;
  const number = count(value, option);
  if (language === 'ko') return `${number}석`;
  return Math.abs(Math.round(value)) === 1 ? `${number} seat` : `${number} seats`;
}

/** Size of a file or a disk: `31 kB`, `1.1 MB`, `24.5 GB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_500) return `${trimmed(bytes, -3, 0)} kB`;
  if (bytes < 999_950_000) return `${trimmed(bytes, -6, 1)} MB`;
  return `${trimmed(bytes, -9, 1)} GB`;
}
