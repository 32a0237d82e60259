import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { useReport, ReportAnswer } from '@/api/reports';
import { Button } from '@/components/controls/Button';
import { Popover } from '@/components/controls/Popover';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { FieldValue } from '@/components/figures/FieldValue';
import { occupancyLevel } from '@/components/figures/occupancyLevel';
import { classes } from '@/components/classes';
import { TextField } from '@/components/forms/Field';
import { AppLink } from '@/components/layout/AppLink';
import { ReportPanel } from '@/components/reports/ReportPanel';
import { addDays, daysOf, inSeoul, longDay, weekdayText } from '@/lib/days';
import type { Day } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { percent } from '@/lib/numbers';
import { cellOccupancy, performancePath } from '@/lib/performances';
import { useToday } from '@/lib/useToday';
import { useLowThreshold } from '../useLowThreshold';
import styles from './OutlookPanel.module.css';

const words = defineMessages({
  ko: {
    title: '전망',
    caption: '이번 주와 다음 주 회차별 점유율, %',
    threshold: (share: string) => `저조 기준 ${share}`,
    field: '저조 기준(%)',
    help: '점유율이 이보다 낮은 회차를 표시합니다',
    wrong: '0에서 100 사이의 수를 적으세요',
    apply: '적용',
    nextMean: '다음 주 평균',
    low: '저조',
    lowCount: (count: number) => `저조 ${count}`,
    none: '두 주 안에 회차가 없습니다',
    noData: '자료 없음',
    thisWeek: '이번 주',
    nextWeek: '다음 주',
    cell: (day: string, time: string, share: string) => `${day} ${time}, 점유율 ${share}`,
  },
  en: {
    title: 'Outlook',
    caption: 'Occupancy of this and next week, %',
    threshold: (share: string) => `Low: under ${share}`,
    field: 'Low threshold (%)',
    help: 'Marks performances below this occupancy',
    wrong: 'A number from 0 to 100',
    apply: 'Apply',
    nextMean: 'Next week',
    low: 'low',
    lowCount: (count: number) => `${count} low`,
    none: 'No performances in these two weeks',
    noData: 'No data',
    thisWeek: 'This week',
    nextWeek: 'Next week',
    cell: (day: string, time: string, share: string) => `${day} ${time}, occupancy ${share}`,
  },
});

type Outlook = ReturnType<typeof useReport<'plays/outlook'>>;
type Item = ReportAnswer<'plays/outlook'>['items'][number];
type Performance = Item['performances'][number];

/** Two weeks of performances per production, one cell each, those that sell badly outlined. */
export function OutlookPanel({
  report,
  query,
}: {
  report: Outlook;
  query: Readonly<Record<string, unknown>>;
}) {
  const t = useMessages(words);
  return (
    <ReportPanel
      title={t.title}
      caption={t.caption}
      report={report}
      actions={<Threshold />}
      download={{ report: 'plays/outlook', query }}
    >
      {({ items }) => (
        <div className={styles['outlook']}>
          {items.map((item) => (
            <ProductionWeeks key={item.productionCode} item={item} />
          ))}
        </div>
      )}
    </ReportPanel>
  );
}

function ProductionWeeks({ item }: { item: Item }) {
  const t = useMessages(words);
  const { productionCode, productionName, category, performances } = item;
  const lows = performances.filter(({ low, week }) => low && week === 'next').length;
  return (
    <section aria-label={productionName} className={styles['production']}>
      <header className="row wrapped">
        <CategoryMark category={category} />
        <h3>
          <AppLink to={`/productions/${encodeURIComponent(productionCode)}`}>{productionName}</AppLink>
        </h3>
        <span className="grow" />
        {performances.length === 0 ? (
          <span className="caption quiet">{item.recordDate === null ? t.noData : t.none}</span>
        ) : (
          <span className="caption second">
            {t.nextMean}{' '}
            <strong>
              <FieldValue of={item} field="nextWeekOccupancy" />
            </strong>
            {lows > 0 && (
              <>
                {' · '}
                <strong className="behind">{t.lowCount(lows)}</strong>
              </>
            )}
          </span>
        )}
      </header>
      {performances.length > 0 && (
        <div className={styles['weeks']}>
          <Week name={t.thisWeek} start={item.thisWeekStart} item={item} />
          <Week name={t.nextWeek} start={item.nextWeekStart} item={item} />
        </div>
      )}
    </section>
  );
}

function Week({ name, start, item }: { name: string; start: Day; item: Item }) {
  const language = useLanguage();
  const today = useToday();
  return (
    <ol aria-label={name} className={styles['week']}>
      {daysOf({ from: start, to: addDays(start, 6) }).map((day) => (
        <li key={day}>
          <span aria-hidden className={classes(styles['day'], day === today && styles['today'])}>
            {Number(day.slice(8))}
            <small>{weekdayText(day, language)}</small>
          </span>
          <span className={styles['cells']}>
            {item.performances
              .filter(({ startsAt }) => inSeoul(startsAt).day === day)
              .map((performance) => (
                <Cell key={performance.startsAt} item={item} performance={performance} />
              ))}
          </span>
        </li>
      ))}
    </ol>
  );
}

function Cell({ item, performance }: { item: Item; performance: Performance }) {
  const t = useMessages(words);
  const language = useLanguage();
  const [limit] = useLowThreshold();
  const { startsAt, occupancy, low, cast } = performance;
  const { day, time } = inSeoul(startsAt);
  return (
    <AppLink
      to={performancePath(item.productionCode, { category: item.category, startsAt })}
      className={classes(styles['cell'], low && styles['low'])}
      data-level={occupancyLevel(occupancy)}
      title={`${time} ${cast.join(' · ')}`}
    >
      <span className="spoken">
        {[t.cell(longDay(day, language), time, percent(occupancy)), ...(low ? [t.low] : [])].join(', ')}
      </span>
      <span aria-hidden>{cellOccupancy(occupancy, low, limit).slice(0, -1)}</span>
    </AppLink>
  );
}

function Threshold() {
  const t = useMessages(words);
  const [share] = useLowThreshold();
  return (
    <Popover
      small
      title={t.field}
      trigger={
        <>
          {t.threshold(percent(share, 0))}
          <Pencil aria-hidden />
        </>
      }
    >
      {(close) => <ThresholdForm onDone={close} />}
    </Popover>
  );
}

function ThresholdForm({ onDone }: { onDone: () => void }) {
  const t = useMessages(words);
  const [share, setShare] = useLowThreshold();
  const [text, setText] = useState(String(Math.round(share * 100)));
  const wrong = !/^\d{1,3}$/.test(text.trim()) || Number(text) > 100;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong) return;
        setShare(Number(text) / 100);
        onDone();
      }}
    >
      <TextField
        label={t.field}
        help={t.help}
        error={wrong ? t.wrong : undefined}
        inputMode="numeric"
        value={text}
        onChange={setText}
      />
      <Button type="submit" kind="primary">
        {t.apply}
      </Button>
    </form>
  );
}
