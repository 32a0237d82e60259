import { sourceOf } from '@/api/reports';
import { FieldValue } from '@/components/figures/FieldValue';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { Sparkline } from '@/components/figures/Sparkline';
import { addDays, monthOf, weekdayText, weekOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { comingDays, daysBefore, lowPerformances } from '../overview';
import type { CompleteDay, Overview, Standing } from '../overview';
import { words } from '../words';
import styles from './home.module.css';

/** Days and weeks are often exceeded, so their full width is more than the goal. */
const wide = 1.3;

/** The four figures that one opens the page for. */
export function HomeBand({ overview }: { overview: Overview }) {
  const t = useMessages(words);
  const format = useFormat();
  const { overall, asOf } = overview;
  const yesterday = addDays(asOf, -1);
  const low = lowPerformances(overview.items).length;

  return (
    <Figures source={sourceOf('overview', { asOf })}>
      <LastDay overview={overview} complete={overview.completeDay} />
      <Figure
        label={t.thisWeek}
        period={format.range({ from: weekOf(yesterday).from, to: yesterday })}
        value={<FieldValue of={overall} field="weekRevenueKrw" />}
        note={<Due of={overall} period="week" />}
        after={
          overall.weekChangeRatio !== null && (
            <>
              {t.sameWeekdays} <FieldValue of={overall} field="weekChangeRatio" />
            </>
          )
        }
      >
        <Bullet
          value={overall.weekDueRatio}
          plan={overall.weekDueRatio === null ? null : 1}
          scale={wide}
          label={`${t.thisWeek} ${t.ofDue}`}
        />
      </Figure>
      <Figure
        label={t.monthToDate}
        period={format.range({ from: monthOf(yesterday).from, to: yesterday })}
        value={<FieldValue of={overall} field="monthRevenueKrw" />}
        note={<Due of={overall} period="month" />}
        after={
          overall.monthTargetKrw !== null && (
            <>
              {t.monthTarget} <FieldValue of={overall} field="monthTargetKrw" />
            </>
          )
        }
      >
        <Bullet
          value={overall.monthDueRatio}
          plan={overall.monthDueRatio === null ? null : 1}
          scale={wide}
          label={`${t.monthToDate} ${t.ofDue}`}
        />
      </Figure>
      <Figure
        label={t.coming}
        period={overall.sevenDayPerformances > 0 && t.performances(overall.sevenDayPerformances)}
        value={<FieldValue of={overall} field="sevenDayOccupancy" />}
        note={
          overall.sevenDayPerformances === 0 ? (
            t.noPerformances
          ) : (
            <>
              {t.lowPerformances} <span className={low > 0 ? 'behind strong' : 'strong'}>{low}</span> ·{' '}
              {format.range(comingDays(asOf))}
            </>
          )
        }
      >
        <Bullet value={overall.sevenDayOccupancy} plan={overview.lowThreshold} label={t.coming} />
      </Figure>
    </Figures>
  );
}

/** How much of what is due up to the record dates was sold. */
function Due({ of, period }: { of: Standing; period: 'week' | 'month' }) {
  const t = useMessages(words);
  if (of[`${period}DueRatio`] === null) return t.noTarget;
  return (
    <>
      {t.dueTarget} <FieldValue of={of} field={`${period}DueTargetKrw`} />{' '}
      <span className="strong">
        <FieldValue of={of} field={`${period}DueRatio`} />
      </span>
    </>
  );
}

/** The last day that all productions on sale have told, and how many have told yesterday. */
function LastDay({ overview, complete }: { overview: Overview; complete: CompleteDay }) {
  const t = useMessages(words);
  const format = useFormat();
  const { arrived, due, overall, asOf } = overview;
  const yesterday = addDays(asOf, -1);
  const weekday = (day: Day) => weekdayText(day, format.language);
  return (
    <Figure
      label={complete?.day === yesterday ? t.yesterday : t.lastWholeDay}
      period={complete !== null && format.day(complete.day)}
      value={<FieldValue of={complete} field="revenueKrw" />}
      note={
        complete !== null &&
        complete.changeRatio !== null && (
          <>
            {t.thanWeekday(weekday(complete.day))} <FieldValue of={complete} field="changeRatio" />
          </>
        )
      }
      after={due > 0 && t.arrived(format.day(yesterday), due, arrived)}
    >
      <div className={styles['form']}>
        <Sparkline values={daysBefore(overall)} label={t.spark} />
      </div>
    </Figure>
  );
}
