import { useState } from 'react';
import { useProductions } from '@/api/productions';
import { Chip } from '@/components/figures/Chip';
import { Button } from '@/components/controls/Button';
import { Field, TextField } from '@/components/forms/Field';
import { addDays, isDay } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useToday } from '@/lib/useToday';
import { aboutOf, suggestedDay } from '../items';
import type { Place, UploadItem } from '../items';
import { words } from '../words';
import styles from './uploads.module.css';

/** Asks which production and day a file is about, where its name does not say it. */
export function PlaceForm({ item, onPlace }: { item: UploadItem; onPlace: (place: Place) => void }) {
  const t = useMessages(words);
  const productions = useProductions().filter(({ active }) => active);
  const about = aboutOf(item);
  const today = useToday();
  const [code, setCode] = useState(about.productionCode ?? '');
  const suggested = suggestedDay(item);
  const [day, setDay] = useState<string>(about.recordDate ?? suggested ?? addDays(today, -1));
  const guessed = suggested !== undefined && day === suggested;
  return (
    <form
      className={styles['place']}
      onSubmit={(event) => {
        event.preventDefault();
        if (code !== '' && isDay(day)) onPlace({ ...item.place, productionCode: code, recordDate: day });
      }}
    >
      <p>
        <b className="strong">{t.placeTitle}</b> {t.placeHelp}
      </p>
      <div className={styles['placeFields']}>
        <Field label={t.production}>
          {(control) => (
            <select
              {...control}
              required
              className={styles['select']}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            >
              <option value="">–</option>
              {productions.map((production) => (
                <option key={production.id} value={production.code}>
                  {production.name} ({production.code})
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t.recordDate}
          type="date"
          max={today}
          value={day}
          help={
            guessed && (
              <>
                <Chip tone="warning">{t.suggested}</Chip> {t.suggestedHelp}
              </>
            )
          }
          onChange={setDay}
        />
        <Button type="submit" disabled={code === '' || !isDay(day)}>
          {t.read}
        </Button>
      </div>
    </form>
  );
}
