import { useQuery, useQueryClient } from '@tanstack/react-query';
import { History, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { usePermissions } from '@/api/account';
import { useHolidays } from '@/api/holidays';
import { staleAfter } from '@/api/keys';
import { changedByOneself } from '@/api/liveUpdates';
import { monthlyNotesQuery, notesQuery } from '@/api/notes';
import { MonthCalendar } from '@/components/calendar/MonthCalendar';
import type { CalendarPerformance } from '@/components/calendar/MonthGrid';
import { MonthStepper } from '@/components/calendar/MonthStepper';
import { useMonth } from '@/components/calendar/useMonth';
import { useMarks, usePerformances } from '@/components/calendar/usePerformances';
import { Button } from '@/components/controls/Button';
import { ProductionPicker } from '@/components/controls/ProductionPicker';
import { UnsavedGuard } from '@/components/controls/UnsavedGuard';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { ConflictDialog } from '@/components/forms/ConflictDialog';
import { DraftField } from '@/components/forms/DraftField';
import { HistoryDialog } from '@/components/forms/HistoryDialog';
import { SaveBar } from '@/components/forms/SaveBar';
import { useTextDrafts } from '@/components/forms/useTextDrafts';
import { DayField } from '@/components/forms/DayField';
import { AppLink } from '@/components/layout/AppLink';
import { PageHeader } from '@/components/layout/PageHeader';
import { Panel } from '@/components/layout/Panel';
import { useScope } from '@/components/reports/useScope';
import { ErrorState } from '@/components/states/ErrorState';
import { firstOfMonth, inSeoul, isDay, longDay, monthOf, toDay } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { entryNames } from '@/lib/navigation';
import { percent } from '@/lib/numbers';
import { performancePath } from '@/lib/performances';
import { useFormat } from '@/lib/useFormat';
import { useParam } from '@/lib/urlState';
import { notesHistoryQuery, presentNotes, writeNotes } from './api/notes';
import type { NoteKind } from './api/notes';
import styles from './CalendarPage.module.css';
import { words } from './words';

/** How many productions the legend names. */
const inLegend = 6;

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
  const place = useRef<HTMLLIElement>(null);
  const [pressed, setPressed] = useState(0);
  useEffect(() => {
    // What was pressed is shown beside the month, or below it: there one goes on.
    if (pressed === 0) return;
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.querySelector<HTMLElement>('textarea, a')?.focus({ preventScroll: true });
  }, [pressed, chosen]);
  const client = useQueryClient();
  const notes = useQuery(notesQuery(days));
  const months = useQuery(monthlyNotesQuery);
  const { performances, query } = usePerformances(shown, days, asOf);
  const marks = useMarks(shown);
  const holidays = useHolidays(days.from, days.to);
  const drafts = useTextDrafts({
    name: 'calendar',
    write: async (document, texts, etag) => {
      const written = await writeNotes(client, document, texts, etag);
      changedByOneself(client, staleAfter.note);
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
      <UnsavedGuard changes={drafts.count} onLeave={drafts.leave} />
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
            <ul className="row wrapped caption second" aria-label={t.legend}>
              {shown.slice(0, inLegend).map(({ code, name, category }) => (
                <li key={code} className="row">
                  <CategoryMark category={category} />
                  <span className="clipped">{name}</span>
                </li>
              ))}
              {shown.length > inLegend && <li>{t.more(shown.length - inLegend)}</li>}
            </ul>
            <span className="caption quiet">{t.performances(performances.length)}</span>
          </header>
          {problem !== null && <ErrorState error={problem} onRetry={() => void notes.refetch()} />}
          <MonthCalendar
            month={month}
            performances={performances}
            notes={saved}
            marks={marks}
            holidays={holidays}
            onDay={(day) => {
              setDay(day);
              setPressed(pressed + 1);
            }}
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
                  <li key={day} ref={day === chosen ? place : null} data-chosen={day === chosen || undefined}>
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
                    {day === chosen && <DayPerformances day={day} performances={performances} />}
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

/** What is played on a day; on a phone the month has no room for it. */
function DayPerformances({ day, performances }: { day: Day; performances: readonly CalendarPerformance[] }) {
  const t = useMessages(words);
  const played = performances
    .filter(({ startsAt }) => inSeoul(startsAt).day === day)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  if (played.length === 0) return <p className="caption quiet">{t.noPerformances}</p>;
  return (
    <ul className={styles['played']}>
      {played.map((performance) => {
        const { productionCode, productionName, category, startsAt, occupancy, low } = performance;
        return (
          <li key={`${productionCode} ${startsAt}`}>
            <AppLink to={performancePath(productionCode, performance)} className="row">
              <span className="second">{inSeoul(startsAt).time}</span>
              <CategoryMark category={category} />
              <span className="grow clipped">{productionName}</span>
              {occupancy !== null && (
                <span className={low ? 'behind strong' : 'strong'}>{percent(occupancy, 0)}</span>
              )}
            </AppLink>
          </li>
        );
      })}
    </ul>
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
