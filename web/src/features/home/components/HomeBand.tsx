import { Attainment, Percent, Rate, Unknown, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { Sparkline } from '@/components/figures/Sparkline';
import { addDays, monthOf, weekdayText, weekOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { comingDays, daysBefore, lowPerformances } from '../overview';
import type { CompleteDay, Overview } from '../overview';
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
    <Figures>
      <LastDay overview={overview} complete={overview.completeDay} />
      <Figure
        label={t.thisWeek}
        period={format.range({ from: weekOf(yesterday).from, to: yesterday })}
        value={<Won value={overall.weekRevenueKrw} />}
        note={<Due ratio={overall.weekDueRatio} target={overall.weekDueTargetKrw} />}
        after={
          overall.weekChangeRatio !== null && (
            <>
              {t.sameWeekdays} <Rate value={overall.weekChangeRatio} />
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
        value={<Won value={overall.monthRevenueKrw} />}
        note={<Due ratio={overall.monthDueRatio} target={overall.monthDueTargetKrw} />}
        after={
          overall.monthTargetKrw !== null && (
            <>
              {t.monthTarget} <Won value={overall.monthTargetKrw} />
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
        value={<Percent value={overall.sevenDayOccupancy} />}
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
function Due({ ratio, target }: { ratio: number | null; target: number | null }) {
  const t = useMessages(words);
  if (ratio === null) return t.noTarget;
  return (
    <>
      {t.dueTarget} <Won value={target} />{' '}
      <span className="strong">
        <Attainment value={ratio} />
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
      value={complete === null ? <Unknown /> : <Won value={complete.revenueKrw} />}
      note={
        complete !== null &&
        complete.changeRatio !== null && (
          <>
            {t.thanWeekday(weekday(complete.day))} <Rate value={complete.changeRatio} />
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
