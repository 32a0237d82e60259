/**
 * Reads money as people type it: `120000000`, `12,000만`, `1억 2천`, `1.5억`, `3천만 원`. Answers whole won, `null`
 * for an empty text, and `undefined` for what is no amount, so that a form can tell the two apart.
 */
export function parseMoney(text: string): number | null | undefined {
  let rest = text
    .normalize('NFKC')
    .replace(/[\s,_]/g, '')
    .replace(/^[₩\\]/, '')
    .replace(/원$/, '');
  if (rest === '') return text.trim() === '' ? null : undefined;
  const negative = /^[-−]/.test(rest);
  rest = rest.replace(/^[-−+]/, '').replace(/^₩/, '');

  const match = /^(?:([\d.]+)억)?(?:(?!$)([\d.천백]+?)만)?(?:([\d.천백]+))?$/.exec(rest);
  if (rest === '' || match === null) return undefined;
  const [, eok, man, tail] = match;

  let total = 0n; // in ten-thousandths of a won, so that decimals stay exact
  if (eok !== undefined) {
    const value = units(eok, 100_000_000n);
    if (value === undefined) return undefined;
    total += value;
  }
  if (man !== undefined) {
    const value = compound(man, 10_000n);
    if (value === undefined) return undefined;
    total += value;
  }
  if (tail !== undefined) {
    // After 억 people leave 만 out: 1억 2천 is 1억 2천만. With hundreds alone nobody could tell which is meant.
    if (eok !== undefined && man === undefined && tail.includes('백') && !tail.includes('천'))
      return undefined;
    const elliptic = eok !== undefined && man === undefined && tail.includes('천');
    const value = compound(tail, elliptic ? 10_000n : 1n);
    if (value === undefined) return undefined;
    total += value;
  }
  if (total % fine !== 0n) return undefined;
  const won = Number(total / fine);
  if (!Number.isSafeInteger(won)) return undefined;
  return negative && won !== 0 ? -won : won;
}

const fine = 10_000n;

/** Digits with at most four decimals, times `unit`. */
function units(digits: string, unit: bigint): bigint | undefined {
  const match = /^(\d+)(?:\.(\d{1,8}))?$/.exec(digits);
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  const scaled = BigInt(whole + fraction) * unit * fine;
  const divisor = 10n ** BigInt(fraction.length);
  return scaled % divisor === 0n ? scaled / divisor : undefined;
}

/** `2천`, `3천5백`, `12000`: thousands and hundreds before the rest, times `unit`. */
function compound(text: string, unit: bigint): bigint | undefined {
  const match = /^(?:([\d.]+)천)?(?:([\d.]+)백)?([\d.]+)?$/.exec(text);
  if (match === null || text === '') return undefined;
  const [, thousands, hundreds, ones] = match;
  let total = 0n;
  for (const [digits, each] of [
    [thousands, 1_000n],
    [hundreds, 100n],
    [ones, 1n],
  ] as const) {
    if (digits === undefined) continue;
    const value = units(digits, each * unit);
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}
