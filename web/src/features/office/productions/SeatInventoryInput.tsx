import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import { useInput } from 'react-admin';
import { Button } from '@/components/controls/Button';
import { inGradeOrder, usualGrades } from '@/lib/grades';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import styles from '../office.module.css';
import { words } from '../words';

type Inventory = Readonly<Record<string, number>>;

const other = '';

/** The seats of a house by grade: one line per grade, and a choice to add another, also one that is not usual. */
export function SeatInventoryInput({ source }: { source: string }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const id = useId();
  const { field, fieldState } = useInput<Inventory | null>({ source });
  const [grade, setGrade] = useState(usualGrades[0] ?? other);
  const [code, setCode] = useState('');

  const inventory: Inventory = (field.value as Inventory | null) ?? {};
  const grades = inGradeOrder(Object.keys(inventory));
  const free = usualGrades.filter((one) => !grades.includes(one));
  const chosen = grade !== other && !free.includes(grade) ? (free[0] ?? other) : grade;
  const added = chosen === other ? code.trim() : chosen;
  const change = (next: Inventory) => field.onChange(Object.keys(next).length === 0 ? null : next);
  const total = Object.values(inventory).reduce((sum, seats) => sum + seats, 0);

  return (
    <div role="group" aria-labelledby={`${id}-title`} className={styles['grades']}>
      <div>
        <span id={`${id}-title`} className="strong">
          {label('production', 'seatInventory')}
        </span>{' '}
        <span className="quiet">{t.inventoryHelp}</span>
      </div>
      {grades.map((one) => {
        const name = label.any('grade', one);
        return (
          <div key={one} className={styles['grade']}>
            <label htmlFor={`${id}-${one}`}>{name}</label>
            <input
              id={`${id}-${one}`}
              className={styles['input']}
              type="number"
              min={0}
              max={10_000_000}
              step={1}
              value={inventory[one] ?? 0}
              onBlur={field.onBlur}
              onChange={(event) =>
                change({ ...inventory, [one]: Math.max(0, Math.trunc(event.target.valueAsNumber || 0)) })
              }
            />
            <Button
              small
              kind="quiet"
              icon={<X aria-hidden />}
              label={t.removeGrade(name)}
              onClick={() =>
                change(Object.fromEntries(Object.entries(inventory).filter(([key]) => key !== one)))
              }
            />
          </div>
        );
      })}
      {grades.length > 0 && <div className="quiet">{t.total(format.seats(total))}</div>}
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
            style={{ textAlign: 'left' }}
            aria-label={t.gradeCode}
            value={code}
            maxLength={32}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
        <Button
          small
          icon={<Plus aria-hidden />}
          disabled={added === '' || grades.includes(added)}
          onClick={() => {
            change({ ...inventory, [added]: 0 });
            setCode('');
          }}
        >
          {t.addGrade}
        </Button>
      </div>
      {fieldState.error?.message !== undefined && (
        <p role="alert" className="behind">
          {fieldState.error.message}
        </p>
      )}
    </div>
  );
}
