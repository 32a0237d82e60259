import { TriangleAlert } from 'lucide-react';
import { Button } from '@/components/controls/Button';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import type { GridState } from '../grid/state';
import { valueOf } from '../grid/state';
import { words } from '../words';
import styles from './targets.module.css';

/** The days that were typed here and saved elsewhere, both amounts side by side, each to be decided. */
export function Conflicts({
  state,
  onDecide,
}: {
  state: GridState;
  onDecide: (days: readonly Day[], winner: 'theirs' | 'mine') => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const days = [...state.conflicts].toSorted();
  if (days.length === 0) return null;
  return (
    <div role="alert" className={styles['conflicts']}>
      <div className="row wrapped">
        <TriangleAlert aria-hidden className="behind" />
        <span>
          <b className="strong">{t.conflicts(days.length)}</b> {t.conflictHelp}
        </span>
        {days.length > 1 && (
          <>
            <span className="grow" />
            <Button small onClick={() => onDecide(days, 'theirs')}>
              {t.allTheirs}
            </Button>
            <Button small onClick={() => onDecide(days, 'mine')}>
              {t.allMine}
            </Button>
          </>
        )}
      </div>
      <ul>
        {days.map((day) => {
          const when = format.day(day);
          const theirs = format.shortWon(state.base.get(day));
          const mine = format.shortWon(valueOf(state, day));
          return (
            <li key={day}>
              <span>{t.conflict(when, theirs, mine)}</span>
              <Button small aria-label={t.theirsOf(when)} onClick={() => onDecide([day], 'theirs')}>
                {t.theirs}
              </Button>
              <Button small aria-label={t.mineOf(when)} onClick={() => onDecide([day], 'mine')}>
                {t.mine}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
