import { DraftField } from '@/components/forms/DraftField';
import type { TextDrafts } from '@/components/forms/useTextDrafts';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { cellOf } from '../api/weeks';
import type { NoteField } from '../api/weeks';
import type { MarketingWeek, ProductionWeeks } from '../hooks/useWeeks';
import { words } from '../words';

/** One note of a week: a field for those who may change it, its text for the others. */
export function WeekNote({
  of,
  week,
  field,
  drafts,
  editable,
  shown = false,
}: {
  of: ProductionWeeks;
  week: MarketingWeek;
  field: NoteField;
  drafts: TextDrafts;
  editable: boolean;
  /** Whether its name stands above. */
  shown?: boolean;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const saved = week[field] ?? '';
  const name = label('column', field);
  const { production } = of;
  if (!editable) {
    return shown ? (
      <p>
        <span className="caption quiet">{name}</span> {saved}
      </p>
    ) : (
      saved
    );
  }
  const cell = cellOf(week.weekStart, field);
  const placeholders = {
    salesMarketing: t.salesPlaceholder,
    promotion: t.promotionPlaceholder,
    other: t.otherPlaceholder,
  };
  return (
    <DraftField
      label={
        shown ? name : t.note(production.name, format.range({ from: week.weekStart, to: week.weekEnd }), name)
      }
      shown={shown}
      value={saved}
      draft={drafts.draft(production.id, cell)}
      placeholder={shown ? placeholders[field] : t.addNote}
      {...(shown ? {} : { column: field })}
      onChange={(value) => drafts.change(production.id, undefined, cell, saved, value)}
    />
  );
}
