/** Why files wait for somebody's yes, in words. */
import type { Arrival } from '@/api/collection';
import { useLanguage } from '@/lib/i18n/useLanguage';

/** Why files wait, as the Korean answer says it. */
const reasonsInEnglish: Readonly<Record<string, string>> = {
  revenue_shrank: 'Revenue is lower than on the previous record date.',
  seats_shrank: 'There are fewer seats than on the previous record date.',
  sheets_disagree: 'The totals of the two sheets do not match.',
  no_data_rows: 'A sheet has no figures.',
  uncalculated_workbook: 'The workbook’s formulas were not calculated.',
  same_figures: 'All figures match an earlier record date. Check that the date is right.',
  replaces_manual: 'It would replace a manual upload.',
  withdrawn_before: 'This file was withdrawn before.',
  always: 'Every file from this source needs approval.',
};

/** Why one waits, or would wait, in the chosen language; the server says it in Korean. */
export function useHeldReasons({ heldFor, heldForWords }: Arrival): readonly string[] {
  return useLanguage() === 'ko' ? heldForWords : heldFor.map((code) => reasonsInEnglish[code] ?? code);
}
