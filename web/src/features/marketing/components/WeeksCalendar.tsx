import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useHolidays } from '@/api/holidays';
import { monthlyNotesQuery, notesQuery } from '@/api/notes';
import type { Production } from '@/api/productions';
import { reportQuery, sourceOf } from '@/api/reports';
import type { CalendarBand } from '@/components/calendar/MonthGrid';
import { MonthCalendar } from '@/components/calendar/MonthCalendar';
import { MonthStepper } from '@/components/calendar/MonthStepper';
import { useMonth } from '@/components/calendar/useMonth';
import { useMarks, usePerformances } from '@/components/calendar/usePerformances';
import { Button } from '@/components/controls/Button';
import { FieldValue } from '@/components/figures/FieldValue';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { SaveBar } from '@/components/forms/SaveBar';
import type { TextDrafts } from '@/components/forms/useTextDrafts';
import { CampaignList } from '@/components/reports/CampaignList';
import { campaignKindNames } from '@/components/reports/campaigns';
import { useScope } from '@/components/reports/useScope';
import { ErrorState } from '@/components/states/ErrorState';
import { classes } from '@/components/classes';
import { isDay, mondayOf, shortDay, weekOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { usePair } from '@/lib/i18n/pair';
import { useFormat } from '@/lib/useFormat';
import { useParam } from '@/lib/urlState';
import { noteFields } from '../api/weeks';
import type { useWeeks } from '../hooks/useWeeks';
import { words } from '../words';
import { WeekNote } from './WeekFields';
import styles from './WeeksCalendar.module.css';

/** The month with weeks of marketing above the performances, and the notes of one week at the right. */
export function WeeksCalendar({
  weeks: { read, error, retry },
  drafts,
  editable,
  productions,
}: {
  weeks: ReturnType<typeof useWeeks>;
  drafts: TextDrafts;
  editable: boolean;
  productions: readonly Production[];
}) {
  const t = useMessages(words);
  const say = usePair();
  const format = useFormat();
  const { named, ready, shown, asOf } = useScope();
  const { month, days } = useMonth();
  const [weekText, setWeek] = useParam('week');
  const chosen = weekText === 'none' ? undefined : mondayOf(isDay(weekText) ? weekText : asOf);
  const { performances, query } = usePerformances(productions, days, asOf);
  const marks = useMarks(productions);
  const holidays = useHolidays(days.from, days.to);
  const notes = useQuery(notesQuery(days));
  const monthNotes = useQuery(monthlyNotesQuery);
  const enabled = ready && shown.length > 0;
  const weeklyQuery = { ...named, ...days, grain: 'week' } as const;
  const weekly = useQuery({ ...reportQuery('target-vs-actual', weeklyQuery), enabled });
  const sums = weekly.data?.overall ?? [];

  const noteMap = useMemo(
    () => new Map((notes.data?.value.notes ?? []).map(({ date, note }) => [date, note])),
    [notes.data],
  );
  const bands = useMemo(
    () => [
      ...read.flatMap(({ production, weeks }) =>
        weeks.flatMap((week): CalendarBand[] => {
          const texts = noteFields.map((field) => week[field]).filter((text) => text !== null && text !== '');
          if (texts.length === 0) return [];
          return [
            {
              key: `${production.code} ${week.weekStart}`,
              from: week.weekStart,
              to: week.weekEnd,
              name: production.name,
              category: production.category,
              text: texts.join(' · '),
            },
          ];
        }),
      ),
      ...read.flatMap(({ production, weeks }) => {
        // A campaign of several weeks is told by each of them.
        const once = new Map(
          weeks.flatMap(({ campaigns }) => campaigns.map((one) => [one.id, one] as const)),
        );
        return [...once.values()].map(({ id, from, to, kind, text }): CalendarBand => ({
          key: `${production.code} ${id}`,
          from,
          to,
          name: production.name,
          category: production.category,
          text: `${say(campaignKindNames[kind])} · ${text}`,
        }));
      }),
    ],
    [read, say],
  );
  const openWeek = (monday: Day) => setWeek(mondayOf(monday) === mondayOf(asOf) ? null : mondayOf(monday));
  const monthNote = monthNotes.data?.value.notes.find((note) => note.month === month)?.note;

  const weekHead = (monday: Day) => {
    const sum = sums.find(({ period }) => period === monday);
    return (
      <button
        type="button"
        className={classes(styles['weekHead'], chosen === monday && styles['chosen'])}
        aria-pressed={chosen === monday}
        data-report={sourceOf('target-vs-actual', weeklyQuery)}
        onClick={() => openWeek(monday)}
      >
        <span className="spoken">{t.openWeek(format.range(weekOf(monday)))}</span>
        <span className={monday === mondayOf(asOf) ? 'strong' : 'quiet'}>
          {monday === mondayOf(asOf) ? t.thisWeek : `${shortDay(monday)}–`}
        </span>
        {sum === undefined || sum.revenueKrw === null ? (
          <span className="quiet">{t.unknown}</span>
        ) : (
          <>
            <strong>
              <FieldValue of={sum} field="revenueKrw" />
            </strong>
            <FieldValue of={sum} field="dueRatio" />
          </>
        )}
      </button>
    );
  };
  const problem = error ?? query.error;
  return (
    <div className={classes(styles['layout'], chosen !== undefined && styles['railed'])}>
      <section aria-label={t.calendar} className={styles['panel']}>
        <header className={styles['head']}>
          <MonthStepper />
          {monthNote !== undefined && <Chip tone="warning">{t.monthNote(monthNote)}</Chip>}
          <span className="grow" />
          <ul className="row wrapped caption second">
            {productions.slice(0, 6).map(({ code, name, category }) => (
              <li key={code} className="row">
                <CategoryMark category={category} />
                {name}
              </li>
            ))}
          </ul>
        </header>
        {problem !== null && <ErrorState error={problem} onRetry={retry} />}
        <MonthCalendar
          month={month}
          performances={performances}
          bands={bands}
          notes={noteMap}
          marks={marks}
          holidays={holidays}
          week={weekHead}
          onWeek={openWeek}
        />
      </section>
      {chosen !== undefined && (
        <aside
          aria-labelledby="week-notes"
          data-report={sourceOf('marketing-effect', named)}
          className={styles['rail']}
        >
          <header className={styles['head']}>
            <h2 id="week-notes">{chosen === mondayOf(asOf) ? t.thisWeek : format.range(weekOf(chosen))}</h2>
            {chosen === mondayOf(asOf) && (
              <span className="caption quiet">{format.range(weekOf(chosen))}</span>
            )}
            <span className="grow" />
            <Button small kind="quiet" icon={<X />} label={t.close} onClick={() => setWeek('none')} />
          </header>
          <div className={styles['fields']}>
            {read.every(({ weeks }) => weeks.every(({ weekStart }) => mondayOf(weekStart) !== chosen)) && (
              <p className="quiet">{t.nothingThisWeek}</p>
            )}
            {read.flatMap((of) =>
              of.weeks
                .filter(({ weekStart }) => mondayOf(weekStart) === chosen)
                .map((week) => {
                  return (
                    <section key={of.production.id} aria-label={of.production.name}>
                      <div className="row wrapped">
                        <div className="row">
                          <CategoryMark category={of.production.category} />
                          <h3>{of.production.name}</h3>
                        </div>
                        <span className="caption quiet nowrap">{t.weekNumber(week.weekNumber)}</span>
                        <span className="grow" />
                        {week.changeRatio !== null && (
                          <span className="caption nowrap" title={t.change}>
                            <FieldValue
                              of={{ ...week, productionCode: of.production.code }}
                              field="changeRatio"
                            />
                            {!week.comparable && week.comparedDays !== null && (
                              <span className="quiet"> {t.days(week.comparedDays)}</span>
                            )}
                          </span>
                        )}
                      </div>
                      {week.revenueKrw !== null && (
                        <p className="caption quiet">
                          {t.weekRevenue}{' '}
                          <FieldValue
                            of={{ ...week, productionCode: of.production.code }}
                            field="revenueKrw"
                          />
                        </p>
                      )}
                      {noteFields.map((field) => (
                        <WeekNote
                          key={field}
                          of={of}
                          week={week}
                          field={field}
                          drafts={drafts}
                          editable={editable}
                          shown
                        />
                      ))}
                      <CampaignList campaigns={week.campaigns} />
                    </section>
                  );
                }),
            )}
          </div>
          {editable && <SaveBar drafts={drafts} />}
        </aside>
      )}
    </div>
  );
}
