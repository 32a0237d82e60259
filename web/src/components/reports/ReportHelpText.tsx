import { useQueryClient } from '@tanstack/react-query';
import { catalogue, isReport } from '@/api/catalogue';
import { formulaOf, isField, isFigure } from '@/lib/i18n/fields';
import type { FieldName } from '@/lib/i18n/fields';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useLabels } from '@/lib/i18n/useLabels';
import { recordDatesIn } from '@/lib/recordDates';
import { useFormat } from '@/lib/useFormat';
import styles from './ReportHelp.module.css';

const words = defineMessages({
  ko: {
    source: '출처',
    workbooks: '업로드한 파일과 공연 정보, 목표 화면의 값',
    dates: (first: string, last: string) =>
      first === last ? `${last} 기준 자료` : `${first}–${last} 기준 자료`,
    formulas: '숫자의 뜻',
  },
  en: {
    source: 'Source',
    workbooks: 'Uploaded workbooks, production details and targets',
    dates: (first: string, last: string) =>
      first === last ? `Data as of ${last}` : `Data as of ${first}–${last}`,
    formulas: 'What the figures mean',
  },
});

/** The record dates of what was read of a report, oldest first. */
function useRecordDates(report: string): readonly [string, string] | undefined {
  const client = useQueryClient();
  const { day } = useFormat();
  const read = client.getQueryCache().findAll({ queryKey: ['reports', report], type: 'active' });
  const dates = [...new Set(read.flatMap(({ state }) => recordDatesIn(state.data)))].toSorted();
  const [first, last] = [dates[0], dates.at(-1)];
  return first === undefined || last === undefined ? undefined : [day(first), day(last)];
}

/** What figures mean: how each comes about, from where, and of which day; in the words of the catalogue. */
export default function ReportHelpText({
  report,
  table,
  fields,
}: {
  report: string;
  table: string;
  fields: readonly FieldName[] | undefined;
}) {
  const t = useMessages(words);
  const say = usePair();
  const label = useLabels();
  const told = useRecordDates(report);
  if (!isReport(report)) return null;
  const entry = catalogue[report];
  const shown =
    fields ??
    (entry.tables[table]?.columns ?? []).filter((name): name is FieldName => isField(name) && isFigure(name));
  return (
    <div tabIndex={0} role="group" aria-label={t.formulas} className={styles['help']}>
      {fields === undefined && <p>{say(entry.description)}</p>}
      <dl>
        {shown.map((field) => {
          const formula = formulaOf(field);
          return (
            formula !== undefined && (
              <div key={field}>
                <dt>{label.any('column', field)}</dt>
                <dd>{say(formula)}</dd>
              </div>
            )
          );
        })}
        <div>
          <dt>{t.source}</dt>
          <dd>
            {t.workbooks}
            {told !== undefined && ` · ${t.dates(told[0], told[1])}`}
          </dd>
        </div>
      </dl>
    </div>
  );
}
