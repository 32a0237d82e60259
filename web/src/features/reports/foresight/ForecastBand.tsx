import { Figure, Figures } from '@/components/figures/Figure';
import { Interval, NestedValue } from '@/components/figures/Interval';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useFormat } from '@/lib/useFormat';
import { BreakEvenNote } from './BreakEvenNote';
import styles from './foresight.module.css';
import type { ForecastItem, Run } from './run';
import { words } from './words';

/** The figures that a forecast is read for: the chance of break-even, and the intervals of profit, revenue and seats. */
export function ForecastBand({ item, run, source }: { item: ForecastItem; run: Run; source: string }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const { breakEven, breakEvenReason, revenueReason } = run;
  const why = breakEvenReason === null ? undefined : label('choice', breakEvenReason);
  const likely = breakEven?.p80Date ?? null;
  return (
    <Figures columns={5} source={source}>
      <Figure
        label={t.chance}
        period={breakEven !== null && t.byClosing}
        value={<NestedValue of={item} field="run.breakEven.probabilityByClosing" probable />}
        note={breakEven === null ? why : <BreakEvenNote run={run} />}
        after={
          likely !== null &&
          run.revenueKrw < (breakEven?.breakEvenKrw ?? 0) &&
          t.likelyDay(format.day(likely))
        }
      />
      <Figure
        label={t.profit}
        period={breakEven !== null && t.middle}
        value={<NestedValue of={item} field="run.breakEven.profitKrw.p50" />}
        note={
          breakEven === null ? (
            why
          ) : (
            <>
              {t.interval} <Interval of={item} field="run.breakEven.profitKrw" />
            </>
          )
        }
        after={breakEven?.profitKrw.p50 === null && t.withheld}
      />
      <Figure
        label={t.revenue}
        period={run.finalRevenueKrw !== null && t.middle}
        value={<NestedValue of={item} field="run.finalRevenueKrw.p50" />}
        note={
          run.finalRevenueKrw === null ? (
            revenueReason !== null && label('choice', revenueReason)
          ) : (
            <>
              {t.interval} <Interval of={item} field="run.finalRevenueKrw" />
            </>
          )
        }
        after={
          <>
            {t.soFar} <NestedValue of={item} field="run.revenueKrw" />
          </>
        }
      />
      <Figure
        label={t.occupancy}
        period={t.middle}
        value={<NestedValue of={item} field="run.occupancy.p50" />}
        note={
          <>
            {t.interval} <Interval of={item} field="run.occupancy" />
          </>
        }
        after={
          <>
            {format.seats(run.sellableSeats)} · <Interval of={item} field="run.finalSeats" />
          </>
        }
      />
      <Figure
        label={t.basis}
        value={
          <span className={styles['words']}>
            {item.confidence !== null && label('choice', item.confidence)}
          </span>
        }
        note={t.basisNote(format.day(item.origin), item.pastProductions ?? 0)}
        after={item.reason !== null && label('choice', item.reason)}
      />
    </Figures>
  );
}
