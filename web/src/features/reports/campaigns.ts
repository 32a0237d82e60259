/** Where campaigns stand above a chart of periods. */
import type { Grain } from '@/components/reports/periods';
import { mondayOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import type { Campaign } from './api/campaigns';

/** A campaign in the lane: the row, the first period that it touches, how many, and how far its text may reach. */
export interface LanePlace {
  readonly campaign: Campaign;
  readonly row: number;
  readonly start: number;
  readonly length: number;
  readonly room: number;
}

/** Rows of the lane; what finds no place in them is counted. */
export const laneRows = 3;

/** A text needs about this part of the lane to be read. */
const readable = 0.1;

/**
 * Places campaigns above the periods that are shown, each in the first row that has room for its text. Those outside
 * of the periods are left out, and those that find no row are counted as hidden.
 */
export function placed(
  campaigns: readonly Campaign[],
  periods: readonly string[],
  grain: Exclude<Grain, 'month'>,
): { readonly places: readonly LanePlace[]; readonly hidden: number } {
  const of = (day: Day) => (grain === 'week' ? mondayOf(day) : day);
  const text = Math.max(1, Math.ceil(periods.length * readable));
  const rows: { start: number; end: number; index: number }[][] = [];
  const found: { campaign: Campaign; row: number; start: number; length: number }[] = [];
  let hidden = 0;
  for (const campaign of campaigns) {
    const start = periods.findIndex((period) => period >= of(campaign.from));
    const end = periods.findLastIndex((period) => period <= of(campaign.to));
    if (start < 0 || end < start) continue;
    let row = 0;
    const fits = () => {
      const last = rows[row]?.at(-1);
      return last === undefined || (last.end < start && last.start + text <= start);
    };
    while (row < laneRows && !fits()) row += 1;
    if (row === laneRows) {
      hidden += 1;
      continue;
    }
    (rows[row] ??= []).push({ start, end, index: found.length });
    found.push({ campaign, row, start, length: end - start + 1 });
  }
  const places = found.map((place, index) => {
    const list = rows[place.row] ?? [];
    const next = list[list.findIndex((one) => one.index === index) + 1];
    return { ...place, room: (next?.start ?? periods.length) - place.start };
  });
  return { places, hidden };
}
