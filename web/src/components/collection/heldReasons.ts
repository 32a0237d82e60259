/** Why files wait for somebody's yes, in words. */
import type { Arrival } from '@/api/collection';
import { useLanguage } from '@/lib/i18n/useLanguage';

/** Why files wait, as the Korean answer says it. */
const reasonsInEnglish: Readonly<Record<string, string>> = {
  revenue_shrank: 'Revenue is less than at the record date before.',
  seats_shrank: 'There are fewer seats than at the record date before.',
  sheets_disagree: 'The sums of the two sheets disagree.',
  no_data_rows: 'A sheet has no figures.',
  uncalculated_workbook: 'Formulas of the workbook were not calculated.',
  same_figures: 'All figures are those of an earlier record date. See whether the date is right.',
  replaces_manual: 'It would replace what a person uploaded.',
  withdrawn_before: 'It is a file that a person withdrew.',
  always: 'Every file of this source waits.',
};

/** Why one waits, or would wait, in the chosen language; the server says it in Korean. */
export function useHeldReasons({ heldFor, heldForWords }: Arrival): readonly string[] {
  return useLanguage() === 'ko' ? heldForWords : heldFor.map((code) => reasonsInEnglish[code] ?? code);
}
