import { useState } from 'react';
import { useInput } from 'react-admin';
import { Segmented } from '@/components/controls/Segmented';
import { Field, TextField } from '@/components/forms/Field';
import { useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { anyRuleText } from '../rules';
import { cronOf, cronText, parseCron, repeatOf, shortWeekday, weekOrder } from './cron';
import type { Repeat } from './cron';
import styles from './sending.module.css';
import { words } from './words';

/** The rule of times, as the form checks it before the server does. */
const isCron = (text: unknown) =>
  typeof text === 'string' && parseCron(text) !== undefined ? undefined : 'malformed';

const standard: Repeat = { every: 'day', time: '09:00' };

/** When a schedule comes: by a few choices, or as a cron expression; either is said in words. */
export function CronInput({ source }: { source: string }) {
  const t = useMessages(words);
  const language = useLanguage();
  const { field, fieldState } = useInput({ source, defaultValue: cronOf(standard), validate: isCron });
  const text = typeof field.value === 'string' ? field.value : '';
  const cron = parseCron(text);
  const offered = cron === undefined ? undefined : repeatOf(cron);
  const [written, setWritten] = useState(offered === undefined);
  const every = written || offered === undefined ? 'custom' : offered.every;
  const set = (repeat: Repeat) => field.onChange(cronOf(repeat));

  function choose(next: typeof every) {
    setWritten(next === 'custom');
    const time = offered?.time ?? standard.time;
    if (next === 'day') set({ every: 'day', time });
    if (next === 'week') set({ every: 'week', time, weekdays: [1] });
    if (next === 'month') set({ every: 'month', time, day: 1 });
  }

  const { error } = fieldState;
  const refusal =
    cron === undefined ? t.cronWrong : error === undefined ? undefined : anyRuleText(language, 'invalid');
  return (
    <div className="stack">
      <div className={styles['times']}>
        <Segmented
          label={t.repeat}
          options={[
            { value: 'day', text: t.daily },
            { value: 'week', text: t.weekly },
            { value: 'month', text: t.monthly },
            { value: 'custom', text: t.custom },
          ]}
          value={every}
          onChange={choose}
        />
        {every !== 'custom' && offered?.every === 'week' && (
          <Weekdays
            chosen={offered.weekdays}
            onChange={(weekdays) => set({ every: 'week', time: offered.time, weekdays })}
          />
        )}
        {every !== 'custom' && offered?.every === 'month' && (
          <Field label={t.dayOfMonth} help={offered.day > 28 ? t.dayOfMonthHelp : undefined}>
            {(control) => (
              <select
                {...control}
                className={styles['select']}
                value={offered.day}
                onChange={(event) =>
                  set({ every: 'month', time: offered.time, day: Number(event.target.value) })
                }
              >
                {Array.from({ length: 31 }, (_, place) => (
                  <option key={place} value={place + 1}>
                    {place + 1}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        {every !== 'custom' && offered !== undefined && (
          <TextField
            label={t.time}
            type="time"
            value={offered.time}
            onChange={(time) => {
              if (time !== '') set({ ...offered, time });
            }}
          />
        )}
        {every === 'custom' && (
          <TextField
            label={t.cron}
            value={text}
            spellCheck={false}
            autoComplete="off"
            help={t.cronHelp}
            error={refusal}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      </div>
      {cron !== undefined && (
        <p aria-live="polite">
          <span className="strong">{t.cronIs(cronText(cron, language))}</span>{' '}
          <code className="quiet">{text}</code>
        </p>
      )}
      {every !== 'custom' && refusal !== undefined && (
        <p role="alert" className="behind">
          {refusal}
        </p>
      )}
    </div>
  );
}

/** Chooses weekdays, Monday first; one stays. */
function Weekdays({
  chosen,
  onChange,
}: {
  chosen: readonly number[];
  onChange: (weekdays: readonly number[]) => void;
}) {
  const t = useMessages(words);
  const language = useLanguage();
  return (
    <div role="group" aria-label={t.weekdays} className={styles['weekdays']}>
      {weekOrder.map((weekday) => {
        const isChosen = chosen.includes(weekday);
        return (
          <button
            key={weekday}
            type="button"
            aria-pressed={isChosen}
            className={styles['weekday']}
            onClick={() => {
              const next = isChosen ? chosen.filter((other) => other !== weekday) : [...chosen, weekday];
              if (next.length > 0 && next.length < weekOrder.length) onChange(next);
            }}
          >
            {shortWeekday(weekday, language)}
          </button>
        );
      })}
    </div>
  );
}
