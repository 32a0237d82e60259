import { ArrowUp, Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useInput } from 'react-admin';
import type { Production } from '@/api/productions';
import { classes } from '@/components/classes';
import { Button } from '@/components/controls/Button';
import { usualGrades } from '@/lib/grades';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import styles from '../office.module.css';
import { words } from '../words';

type Grade = Production['seatGrades'][number];

const other = '';
const mostGrades = 50;
const mostSeats = 1_000_000;
const highestPrice = 1_000_000_000;

/** A whole number that is typed; nothing of an empty field, so that unknown stays unknown. */
function wholeOf(text: string, most: number): number | null {
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? null : Math.min(most, Math.max(0, value));
}

/** The seat grades of a production in order of display: name, price, and the seats of one performance. */
export function SeatGradesInput({ source }: { source: string }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const id = useId();
  const { field, fieldState } = useInput<readonly Grade[] | null>({ source, defaultValue: [] });
  const [grade, setGrade] = useState(usualGrades[0] ?? other);
  const [code, setCode] = useState('');

  // A form without a record begins with an empty text.
  const grades = Array.isArray(field.value) ? (field.value as readonly Grade[]) : [];
  const present = grades.map((one) => one.grade);
  const free = usualGrades.filter((one) => !present.includes(one));
  const chosen = grade !== other && !free.includes(grade) ? (free[0] ?? other) : grade;
  const added = chosen === other ? code.trim() : chosen;
  const total = grades.reduce((sum, { seats }) => sum + (seats ?? 0), 0);
  const change = (index: number, part: Partial<Grade>) =>
    field.onChange(grades.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const up = (index: number) =>
    field.onChange(
      grades.map((one, at) => (at === index - 1 ? grades[index] : at === index ? grades[index - 1] : one)),
    );

  return (
    <div role="group" aria-labelledby={`${id}-title`} className={styles['grades']}>
      <div>
        <span id={`${id}-title`} className="strong">
          {label('production', 'seatGrades')}
        </span>{' '}
        <span className="quiet">{t.gradesHelp}</span>
      </div>
      {/* Each field says its grade and what it holds; the heads are for eyes. */}
      {grades.length > 0 && (
        <div aria-hidden className={classes(styles['gradeRow'], styles['gradeHeads'])}>
          <span>{t.gradeNameHead}</span>
          <span>{t.gradePriceHead}</span>
          <span>{t.gradeSeatsHead}</span>
        </div>
      )}
      {grades.map((one, index) => {
        const usual = label.any('grade', one.grade);
        const name = one.label ?? usual;
        return (
          <div key={one.grade} className={styles['gradeRow']}>
            <input
              className={styles['input']}
              aria-label={t.gradeLabel(usual)}
              placeholder={usual}
              maxLength={100}
              value={one.label ?? ''}
              onBlur={field.onBlur}
              onChange={({ target }) => change(index, { label: target.value === '' ? null : target.value })}
            />
            <input
              className={styles['input']}
              type="number"
              min={0}
              max={highestPrice}
              step={1}
              aria-label={t.gradePrice(usual)}
              value={one.priceKrw ?? ''}
              onBlur={field.onBlur}
              onChange={({ target }) => change(index, { priceKrw: wholeOf(target.value, highestPrice) })}
            />
            <input
              className={styles['input']}
              type="number"
              min={0}
              max={mostSeats}
              step={1}
              aria-label={t.gradeSeats(usual)}
              value={one.seats ?? ''}
              onBlur={field.onBlur}
              onChange={({ target }) => change(index, { seats: wholeOf(target.value, mostSeats) })}
            />
            <span className={styles['gradeActions']}>
              {index > 0 && (
                <Button
                  small
                  kind="quiet"
                  icon={<ArrowUp aria-hidden />}
                  label={t.gradeUp(name)}
                  onClick={() => up(index)}
                />
              )}
              <Button
                small
                kind="quiet"
                icon={<X aria-hidden />}
                label={t.removeGrade(name)}
                onClick={() => field.onChange(grades.filter((_, at) => at !== index))}
              />
            </span>
          </div>
        );
      })}
      {total > 0 && <div className="quiet">{t.total(format.seats(total))}</div>}
      {grades.length < mostGrades && (
        <div className={styles['grade']}>
          <select
            className={styles['input']}
            aria-label={t.grade}
            value={chosen}
            onChange={(event) => setGrade(event.target.value)}
          >
            {free.map((one) => (
              <option key={one} value={one}>
                {label.any('grade', one)}
              </option>
            ))}
            <option value={other}>{t.otherGrade}</option>
          </select>
          {chosen === other && (
            <input
              className={styles['input']}
              aria-label={t.gradeCode}
              value={code}
              maxLength={32}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
          <Button
            small
            icon={<Plus aria-hidden />}
            disabled={added === '' || present.includes(added)}
            onClick={() => {
              field.onChange([...grades, { grade: added, label: null, priceKrw: null, seats: null }]);
              setCode('');
            }}
          >
            {t.addGrade}
          </Button>
        </div>
      )}
      {fieldState.error?.message !== undefined && (
        <p role="alert" className="behind">
          {fieldState.error.message}
        </p>
      )}
    </div>
  );
}
