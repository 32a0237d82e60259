import type { Production } from '@/api/productions';
import { Attainment, Unknown, Won } from '@/components/figures/Amount';
import { Figure, Figures } from '@/components/figures/Figure';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { knownOf } from '../grid/known';
import type { Sales } from '../grid/known';
import type { GridState } from '../grid/state';
import { sumOf } from '../grid/state';
import { words } from '../words';
import styles from './targets.module.css';

/** What all targets come to, how far they are met, and whether they reach the break-even. */
export function TargetFigures({
  production,
  state,
  days,
  sales,
  recordDate,
}: {
  production: Production;
  state: GridState;
  days: readonly Day[];
  sales: Sales;
  recordDate: Day | null;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const total = sumOf(state, days);
  const unsaved = total - days.reduce((sum, day) => sum + (state.base.get(day) ?? 0), 0);
  const past = recordDate === null ? [] : days.filter((day) => day <= recordDate);
  const known = knownOf(state, sales, past);
  const [first, last] = [past[0], past.at(-1)];
  const { breakEvenKrw } = production;
  const gap = breakEvenKrw === null ? null : total - breakEvenKrw;
  return (
    <Figures columns={4}>
      <Figure
        label={t.total}
        value={<Won value={total} />}
        note={
          state.drafts.size === 0 ? (
            t.unchanged
          ) : (
            <>
              {t.unsaved}{' '}
              <span className={styles['unsaved']}>
                <Won value={unsaved} signed />
              </span>
            </>
          )
        }
      />
      <Figure
        label={t.soFarTarget}
        value={recordDate === null ? <Unknown /> : <Won value={sumOf(state, past)} />}
        note={first === undefined || last === undefined ? t.noData : format.range({ from: first, to: last })}
      />
      <Figure
        label={t.soFarActual}
        value={<Won value={known?.actual ?? null} />}
        note={
          known === null ? (
            t.noData
          ) : (
            <>
              {t.ofTarget} <Attainment value={known.ratio} />
            </>
          )
        }
      />
      <Figure
        label={t.breakEven}
        value={<Won value={breakEvenKrw} />}
        note={
          gap === null ? (
            t.noBreakEven
          ) : (
            <span className={gap < 0 ? 'behind' : 'ahead'}>
              {gap < 0 ? t.below(format.shortWon(-gap)) : t.above(format.shortWon(gap))}
            </span>
          )
        }
      />
    </Figures>
  );
}
