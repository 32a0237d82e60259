import { RecordDateChip } from '@/components/figures/RecordDateChip';
import type { Day } from '@/lib/days';

/** The record dates of what is shown, newest first: one chip where all are alike, the oldest one besides where not. */
export function RecordDates({ items }: { items: readonly { readonly recordDate: Day | null }[] }) {
  const days = [...new Set(items.map(({ recordDate }) => recordDate))].toSorted((a, b) =>
    (b ?? '').localeCompare(a ?? ''),
  );
  const shown = days.length > 2 ? [days[0] ?? null, days.at(-1) ?? null] : days;
  return shown.map((day) => <RecordDateChip key={day ?? ''} day={day} />);
}
