/** A change that is tried out: what somebody types, what the server is asked, and what it answers. */
import { useMutation } from '@tanstack/react-query';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import type { ApiProblem } from '@/api/problem';
import { isDay, isInstant } from '@/lib/days';
import type { Day } from '@/lib/days';

/** What the server is asked. */
export type NewTrial = components['schemas']['NewTrial'];

/** What is expected without the change and with it. */
export type WhatIf = components['schemas']['WhatIf'];

/** A new price of a part of the seats, in per cent as they are typed. */
export interface TypedPrice {
  readonly id: number;
  readonly change: string;
  readonly share: string;
}

/** A change as it is typed; empty is as it is. */
export interface TypedTrial {
  readonly prices: readonly TypedPrice[];
  readonly priceElasticity: string;
  readonly further: boolean;
  readonly furtherDay: string;
  readonly furtherTime: string;
  readonly furtherSeats: string;
  readonly displacement: string;
  readonly complimentarySeats: string;
  readonly complimentaryElasticity: string;
  readonly costKrw: number | null;
}

/** Nothing is changed yet. */
export const unchanged: TypedTrial = {
  prices: [{ id: 0, change: '', share: '100' }],
  priceElasticity: '0',
  further: false,
  furtherDay: '',
  furtherTime: '19:30',
  furtherSeats: '',
  displacement: '0',
  complimentarySeats: '',
  complimentaryElasticity: '0',
  costKrw: null,
};

/** A field that cannot be read; `change` and `share` carry the price that they are of. */
export type WrongField =
  | 'priceElasticity'
  | 'furtherDay'
  | 'furtherTime'
  | 'furtherSeats'
  | 'displacement'
  | 'complimentarySeats'
  | 'complimentaryElasticity'
  | `change${number}`
  | `share${number}`
  | 'shares';

/** The numbers that the server takes in a field. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Whether there are no halves. */
  readonly whole?: true;
}

const elasticities: Range = { from: -10, to: 10 };
const shares: Range = { from: 0, to: 100 };
const changes: Range = { from: -99.9, to: 1_000 };
const ranges = {
  priceElasticity: elasticities,
  complimentaryElasticity: elasticities,
  displacement: shares,
  furtherSeats: { from: 1, to: 100_000, whole: true },
  complimentarySeats: { from: -100_000, to: 100_000, whole: true },
} satisfies Readonly<Record<string, Range>>;

/** A field of a number. */
export type Ranged = keyof typeof ranges | `change${number}` | `share${number}`;

/** What a number of a field may be. */
export function rangeOf(field: Ranged): Range {
  if (field in ranges) return ranges[field as keyof typeof ranges];
  return field.startsWith('change') ? changes : shares;
}

/** What is asked, or which fields cannot be read. */
export type ReadTrial =
  | { readonly trial: NewTrial; readonly wrong?: undefined }
  | { readonly trial?: undefined; readonly wrong: ReadonlySet<WrongField> };

/** A number with at most four decimals as people type it, with either minus; undefined for anything else. */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll(',', '').replace(/%$/, '').trim();
  return /^[-+]?\d+(?:\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}

/** Per cents as a ratio, without the rests of binary division. */
const ratioOf = (perCent: number): number => Number((perCent / 100).toFixed(6));

/** Reads what was typed; what is left empty stays as it is and is not asked. */
export function readTrial(typed: TypedTrial, productionId: string, asOf: Day): ReadTrial {
  const wrong = new Set<WrongField>();
  const within = (field: Ranged, text: string): number => {
    const { from, to, whole } = rangeOf(field);
    const value = readNumber(text);
    const fits = value !== undefined && value >= from && value <= to;
    const good = fits && (whole !== true || Number.isInteger(value));
    if (!good) wrong.add(field);
    return good ? value : 0;
  };
  const elasticity = (field: 'priceElasticity' | 'complimentaryElasticity') =>
    typed[field].trim() === '' ? 0 : within(field, typed[field]);

  const prices = typed.prices
    .filter(({ change }) => change.trim() !== '')
    .map(({ id, change, share }) => ({
      changeRatio: ratioOf(within(`change${id}`, change)),
      revenueShare: ratioOf(within(`share${id}`, share)),
    }));
  if (prices.reduce((sum, { revenueShare }) => sum + revenueShare, 0) > 1 + 1e-9) wrong.add('shares');
  const priceElasticity = elasticity('priceElasticity');
  const complimentaryElasticity = elasticity('complimentaryElasticity');
  const complimentarySeats =
    typed.complimentarySeats.trim() === '' ? 0 : within('complimentarySeats', typed.complimentarySeats);

  let furtherPerformance: NewTrial['furtherPerformance'];
  if (typed.further) {
    const startsAt = `${typed.furtherDay}T${typed.furtherTime}:00+09:00`;
    if (!isDay(typed.furtherDay)) wrong.add('furtherDay');
    if (!/^\d{2}:\d{2}$/.test(typed.furtherTime)) wrong.add('furtherTime');
    const sellableSeats = within('furtherSeats', typed.furtherSeats);
    const displacementShare =
      typed.displacement.trim() === '' ? 0 : ratioOf(within('displacement', typed.displacement));
    if (isInstant(startsAt)) furtherPerformance = { startsAt, sellableSeats, displacementShare };
  }
  if (wrong.size > 0) return { wrong };
  return {
    trial: {
      productionId,
      asOf,
      ...(prices.length === 0 ? {} : { prices, priceElasticity }),
      ...(furtherPerformance === undefined ? {} : { furtherPerformance }),
      ...(complimentarySeats === 0 ? {} : { complimentarySeats, complimentaryElasticity }),
      ...(typed.costKrw === null || typed.costKrw === 0 ? {} : { costKrw: typed.costKrw }),
    },
  };
}

/** Whether a trial changes anything. */
export function changesAnything({
  prices = [],
  furtherPerformance,
  complimentarySeats = 0,
  costKrw = 0,
}: NewTrial): boolean {
  return (
    prices.some(({ changeRatio }) => changeRatio !== 0) ||
    (furtherPerformance ?? null) !== null ||
    complimentarySeats !== 0 ||
    costKrw !== 0
  );
}

/** Tries a change out. The server keeps nothing of it, and neither does the cache. */
export function useWhatIf() {
  return useMutation<WhatIf, ApiProblem, NewTrial>({
    mutationFn: async (trial) => await body(api.POST('/api/v1/reports/what-if', { body: trial })),
    gcTime: 0,
  });
}
