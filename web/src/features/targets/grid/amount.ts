/**
 * Amounts as people put them into the grid. It shows 만원, so a bare number means 만원; lists from a spreadsheet are
 * often in won, which shows by numbers that no target of a day in 만원 reaches.
 */
import { grouped, roundDecimal } from '@/lib/decimal';
import { parseMoney } from '@/lib/money';
import type { Grain } from './layout';

/** What a number without a unit stands for. */
export type Unit = 'man' | 'won';

/** From here on a bare number is won: as 만원 it would be 10억 on one day, 100억 in a week or a month. */
const surelyWon = { day: 100_000, week: 1_000_000, month: 1_000_000 } as const;

/** The greatest target of a day that the server takes. */
const greatest = 1_000_000_000_000;

const bare = /^(?:\d[\d,]*(?:\.\d+)?|\.\d+)$/;

const cleaned = (text: string): string => text.normalize('NFKC').trim();

/** The unit of bare numbers that belong together: one that can only be won makes all of them won. */
export function unitOf(texts: readonly string[], grain: Grain): Unit {
  const great = texts.some((text) => {
    const number = cleaned(text);
    return bare.test(number) && Number(number.replaceAll(',', '')) >= surelyWon[grain];
  });
  return great ? 'won' : 'man';
}

/**
 * Whole won that a text stands for; `null` for a blank, `undefined` for what is no target. A lone dash is how
 * spreadsheets write 0.
 */
export function readAmount(text: string, unit: Unit): number | null | undefined {
  const amount = cleaned(text);
  if (amount === '') return null;
  if (/^[-−–]$/.test(amount)) return 0;
  const won = parseMoney(bare.test(amount) && unit === 'man' ? `${amount}만` : amount);
  return won === null || won === undefined || won < 0 || won > greatest ? undefined : won;
}

/** An amount in 만원 without separators and without loss, as it is edited and copied: `2856`, `2856.5`. */
export function manText(won: number): string {
  const digits = String(won).padStart(5, '0');
  const fraction = digits.slice(-4).replace(/0+$/, '');
  const text = digits.slice(0, -4) + (fraction === '' ? '' : `.${fraction}`);
  // Without its unit such a number would be read back as won.
  return Number(text) >= surelyWon.day ? `${text}만` : text;
}

/** An amount in 만원 as a cell shows it: `2,856`. */
export function manShown(won: number): string {
  return grouped(roundDecimal(won, -4, 0).digits);
}
