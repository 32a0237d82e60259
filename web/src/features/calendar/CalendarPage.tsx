import { useQuery, useQueryClient } from '@tanstack/react-query';
import { History, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { usePermissions } from '@/api/account';
import { keys } from '@/api/keys';
import { monthlyNotesQuery, notesQuery } from '@/api/notes';
import { MonthCalendar } from '@/components/calendar/MonthCalendar';
import { MonthStepper } from '@/components/calendar/MonthStepper';
import { useMonth } from '@/components/calendar/useMonth';
import { useMarks, usePerformances } from '@/components/calendar/usePerformances';
import { Button } from '@/components/controls/Button';
import { ProductionPicker } from '@/components/controls/ProductionPicker';
import { UnsavedGuard } from '@/components/controls/UnsavedGuard';
import { ConflictDialog } from '@/components/forms/ConflictDialog';
import { DraftField } from '@/components/forms/DraftField';
import { HistoryDialog } from '@/components/forms/HistoryDialog';
import { SaveBar } from '@/components/forms/SaveBar';
import { useTextDrafts } from '@/components/forms/useTextDrafts';
import { DayField } from '@/components/forms/DayField';
import { PageHeader } from '@/components/layout/PageHeader';
import { Panel } from '@/components/layout/Panel';
import { useScope } from '@/components/reports/useScope';
import { ErrorState } from '@/components/states/ErrorState';
import { firstOfMonth, isDay, longDay, monthOf, toDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { entryNames } from '@/lib/navigation';
import { useFormat } from '@/lib/useFormat';
import { useParam } from '@/lib/urlState';
import { notesHistoryQuery, presentNotes, writeNotes } from './api/notes';
import type { NoteKind } from './api/notes';
import styles from './CalendarPage.module.css';
import { words } from './words';

/** The company's calendar: notes of days and months beside the performances of everything that is on. */
export function Page() {
  const t = useMessages(words);
  const format = useFormat();
  const language = useLanguage();
  const { calendar: title } = useMessages(entryNames);
  const { manageProductions: editable } = usePermissions();
  const { shown, asOf } = useScope();
  const { month, days } = useMonth();
  const [dayText, setDay] = useParam('day');
  const chosen = isDay(dayText) ? dayText : undefined;
  const [history, setHistory] = useState<NoteKind>();
  const client = useQueryClient();
  const notes = useQuery(notesQuery(days));
  const months = useQuery(monthlyNotesQuery);
  const { performances, query } = usePerformances(shown, days, asOf);
  const marks = useMarks(shown);
  const drafts = useTextDrafts({
    write: async (document, texts, etag) => {
      const written = await writeNotes(document, texts, etag);
      await client.invalidateQueries({ queryKey: keys.notes });
      return written;
    },
    read: presentNotes,
  });

  const saved = useMemo(
    () => new Map((notes.data?.value.notes ?? []).map(({ date, note }) => [date, note])),
    [notes.data],
  );
  const inMonth = monthOf(firstOfMonth(month));
  const listed = [
    ...new Set([
      ...[...saved.keys()].filter((day) => day >= inMonth.from && day <= inMonth.to),
      // What is not saved stays in sight, whatever day or month is looked at.
      ...drafts.cells('days').map(toDay),
      ...(chosen === undefined ? [] : [chosen]),
    ]),
  ].toSorted();
  const monthNote = months.data?.value.notes.find((note) => note.month === month)?.note ?? '';
  const dayNote = (day: Day) => saved.get(day) ?? '';
  const problem = notes.error ?? months.error ?? query.error;

  return (
    <>
      <UnsavedGuard changes={drafts.count} />
      <PageHeader
        title={title}
        subtitle={editable ? t.subtitle : t.readOnly}
        actions={
          <>
            <ProductionPicker />
            {editable && (
              <Button icon={<Plus />} onClick={() => setDay(chosen === undefined ? asOf : null)}>
                {t.add}
              </Button>
            )}
          </>
        }
      />
      <div className={styles['layout']}>
        <section aria-label={t.month} className={styles['panel']}>
          <header className={styles['head']}>
            <MonthStepper />
            <span className="grow" />
            <span className="caption quiet">{t.performances(performances.length)}</span>
          </header>
          {problem !== null && <ErrorState error={problem} onRetry={() => void notes.refetch()} />}
          <MonthCalendar
            month={month}
            performances={performances}
            notes={saved}
            marks={marks}
            {...(editable ? { onDay: (day: Day) => setDay(day) } : {})}
          />
        </section>
        <div className={styles['rail']}>
          <Panel
            title={t.monthNoteOf(format.month(month))}
            padded
            actions={
              <Button
                small
                kind="quiet"
                icon={<History />}
                label={t.monthHistory}
                onClick={() => setHistory('months')}
              />
            }
          >
            {editable && months.data !== undefined ? (
              <DraftField
                label={t.monthNote}
                shown
                placeholder={t.placeholder}
                value={monthNote}
                draft={drafts.draft('months', month)}
                onChange={(value) => drafts.change('months', months.data.etag, month, monthNote, value)}
              />
            ) : (
              <p className={monthNote === '' ? 'quiet' : ''}>
                {monthNote === '' ? t.noMonthNote : monthNote}
              </p>
            )}
          </Panel>
          <Panel
            title={t.notes}
            actions={
              <Button
                small
                kind="quiet"
                icon={<History />}
                label={t.dayHistory}
                onClick={() => setHistory('days')}
              />
            }
          >
            <div className={styles['notes']}>
              {editable && chosen !== undefined && (
                <DayField
                  label={t.day}
                  value={chosen}
                  onChange={(value) => setDay(value, { replace: true })}
                />
              )}
              {listed.length === 0 && (
                <p className="quiet">
                  {t.noNotes} {editable && t.hint}
                </p>
              )}
              <ul className={styles['list']}>
                {listed.map((day) => (
                  <li key={day} data-chosen={day === chosen || undefined}>
                    {editable && notes.data !== undefined ? (
                      <DraftField
                        key={day}
                        label={t.noteOf(longDay(day, language))}
                        shown
                        placeholder={t.placeholder}
                        value={dayNote(day)}
                        draft={drafts.draft('days', day)}
                        onChange={(value) => drafts.change('days', notes.data.etag, day, dayNote(day), value)}
                      />
                    ) : (
                      <p>
                        <span className="quiet">{format.day(day)}</span> {dayNote(day)}
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </div>
            {editable && <SaveBar drafts={drafts} onSaved={() => setDay(null, { replace: true })} />}
          </Panel>
        </div>
      </div>
      {history !== undefined && <NotesHistory kind={history} onClose={() => setHistory(undefined)} />}
      {drafts.conflicts.length > 0 && (
        <ConflictDialog
          conflicts={drafts.conflicts}
          name={({ document, cell }) =>
            document === 'months' ? t.monthNoteOf(format.month(cell)) : t.noteOf(format.day(toDay(cell)))
          }
          onDecide={(mine) => void drafts.decide(mine)}
          onClose={drafts.postpone}
        />
      )}
    </>
  );
}

function NotesHistory({ kind, onClose }: { kind: NoteKind; onClose: () => void }) {
  const t = useMessages(words);
  const query = useQuery(notesHistoryQuery(kind));
  return (
    <HistoryDialog
      title={kind === 'months' ? t.monthHistory : t.dayHistory}
      query={query}
      onClose={onClose}
    />
  );
}
