import { Won } from '@/components/figures/Amount';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import type { Amounts, GridState } from '../grid/state';
import { sumOf, valueOf } from '../grid/state';
import { words } from '../words';
import styles from './targets.module.css';

/** The days on which other amounts would stand. */
export function differences(state: GridState, amounts: Amounts): Amounts {
  return new Map([...amounts].filter(([day, won]) => state.base.has(day) && valueOf(state, day) !== won));
}

/** What would change, day by day, before anything is filled in. */
export function Changes({ state, amounts }: { state: GridState; amounts: Amounts }) {
  const t = useMessages(words);
  const format = useFormat();
  const days = [...amounts.keys()].toSorted();
  if (days.length === 0) return <p>{t.wouldChangeNothing}</p>;
  const after = days.reduce((sum, day) => sum + (amounts.get(day) ?? 0), 0);
  return (
    <>
      <p role="status">
        <b className="strong">{t.wouldChange(days.length)}</b> · {format.shortWon(sumOf(state, days))} →{' '}
        {format.shortWon(after)}
      </p>
      <div className={styles['changes']} role="region" aria-label={t.wouldChange(days.length)} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.dayHead}</th>
              <th scope="col">{t.before}</th>
              <th scope="col">{t.after}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day}>
                <td>{format.day(day)}</td>
                <td className="quiet">
                  <Won value={valueOf(state, day)} />
                </td>
                <td>
                  <Won value={amounts.get(day)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
