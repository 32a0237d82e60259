import { Attainment, Percent, Points, Rate, Won } from '@/components/figures/Amount';
import { Bullet } from '@/components/figures/Bullet';
import { Figure, Figures } from '@/components/figures/Figure';
import { Sparkline } from '@/components/figures/Sparkline';
import { occupancyLevel } from '@/components/figures/occupancyLevel';
import { monthOf, weekdayText, weekOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import type { HomeFigures } from '../figures';
import { words } from '../words';
import styles from './home.module.css';

/** Days and weeks are often exceeded, so their full width is more than the goal. */
const wide = 1.3;

/** The four figures that one opens the page for. */
export function HomeBand({ figures, asOf }: { figures: HomeFigures; asOf: Day }) {
  const t = useMessages(words);
  const format = useFormat();
  const { language } = format;
  const { week, month, yesterday } = figures;
  const weekday = (day: Day) => weekdayText(day, language);
  const monday = weekOf(asOf).from;

  return (
    <Figures>
      <Figure
        label={t.yesterday}
        period={format.day(yesterday)}
        value={<Won value={figures.yesterdayKrw} />}
        note={
          <>
            {figures.yesterdayChange !== null && (
              <>
                <Rate value={figures.yesterdayChange} /> {t.thanWeekday(weekday(yesterday))} ·{' '}
              </>
            )}
            {t.productions(figures.yesterdayKnown)}
          </>
        }
      >
        <div className={styles['form']}>
          <Sparkline values={figures.days30} label={t.spark} />
        </div>
      </Figure>
      <Figure
        label={t.thisWeek}
        period={
          figures.weekThrough === null
            ? weekday(monday)
            : figures.weekThrough === monday
              ? weekday(monday)
              : `${weekday(monday)}–${weekday(figures.weekThrough)}`
        }
        value={<Won value={week.revenueKrw} />}
        note={
          week.revenueKrw === null ? (
            <>
              {t.lastWeek} <Won value={week.wholeBeforeKrw} />
            </>
          ) : week.pace === null ? (
            t.noTarget
          ) : (
            <>
              {t.ofTarget}{' '}
              <span className="strong">
                <Attainment value={week.pace} />
              </span>
            </>
          )
        }
        after={
          figures.weekChange !== null && (
            <>
              <Rate value={figures.weekChange} /> {t.sameWeekdays}
            </>
          )
        }
      >
        <Bullet
          value={week.pace}
          plan={week.pace === null ? null : 1}
          scale={wide}
          label={`${t.thisWeek} ${t.ofTarget}`}
        />
      </Figure>
      <Figure
        label={t.monthToDate}
        period={format.range({ from: monthOf(asOf).from, to: figures.monthThrough ?? monthOf(asOf).from })}
        value={<Won value={month.revenueKrw} />}
        note={
          month.revenueKrw === null ? (
            <>
              {t.lastMonth} <Won value={month.wholeBeforeKrw} />
            </>
          ) : month.attainment === null ? (
            t.noTarget
          ) : (
            <>
              {t.ofMonthTarget} <span className={styles['text']}>{percent(month.attainment)}</span>
            </>
          )
        }
        after={
          month.lead !== null && (
            <>
              {t.thanPace(percent(month.plan))} <Points value={month.lead} />
            </>
          )
        }
      >
        <Bullet value={month.attainment} plan={month.plan} label={`${t.monthToDate} ${t.ofMonthTarget}`} />
      </Figure>
      <Figure
        label={t.coming}
        period={figures.performances.length > 0 && t.performances(figures.performances.length)}
        value={<Percent value={figures.occupancy} />}
        note={
          figures.performances.length === 0 ? (
            t.noPerformances
          ) : (
            <>
              {t.lowPerformances}{' '}
              <span className={figures.low.length > 0 ? 'behind strong' : 'strong'}>
                {figures.low.length}
              </span>{' '}
              · {format.range(figures.coming)}
            </>
          )
        }
      >
        <ComingDays figures={figures} label={t.comingBars} weekday={weekday} />
      </Figure>
    </Figures>
  );
}

/** How full the houses of the coming days are, a column each; a day without performance is a line. */
function ComingDays({
  figures,
  label,
  weekday,
}: {
  figures: HomeFigures;
  label: string;
  weekday: (day: Day) => string;
}) {
  const text = figures.occupancyByDay
    .map(({ day, occupancy }) => `${weekday(day)} ${percent(occupancy)}`)
    .join(', ');
  return (
    <div role="img" aria-label={`${label}: ${text}`} className={styles['coming']}>
      {figures.occupancyByDay.map(({ day, occupancy }) => (
        <span key={day} aria-hidden>
          <i
            style={
              occupancy === null
                ? { height: 2, background: 'var(--border)' }
                : {
                    height: Math.max(2, Math.min(1, occupancy) * 30),
                    background: `var(--occ${occupancyLevel(occupancy)})`,
                  }
            }
          />
          {weekday(day)}
        </span>
      ))}
    </div>
  );
}
