import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '@/components/controls/Button';
import { useAsOf } from '@/lib/asOf';
import { addDays, weekOf } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useShortcut } from '@/lib/keys';
import { useFormat } from '@/lib/useFormat';
import styles from './reports.module.css';
import { useToday } from '@/lib/useToday';

const words = defineMessages({
  ko: { earlier: '이전 주', later: '다음 주', lastWeek: '지난주', week: '지난주로 볼 주' },
  en: { earlier: 'Previous week', later: 'Next week', lastWeek: 'Last week', week: 'Week used as last week' },
});

/**
 * Steps the day that is looked at by weeks, for reports about last week and the next ones. The keys `[` and `]` do
 * the same.
 */
export function WeekStepper() {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf, choose } = useAsOf();
  const today = useToday();
  const step = (days: number) => {
    const next = addDays(asOf, days);
    choose(next === today ? null : next);
  };
  useShortcut('BracketLeft', () => step(-7));
  useShortcut('BracketRight', () => step(7));
  return (
    <div role="group" aria-label={t.week} className={styles['stepper']}>
      <Button icon={<ChevronLeft />} label={t.earlier} onClick={() => step(-7)} />
      <span className={styles['week']}>
        <CalendarDays aria-hidden />
        {t.lastWeek} {format.range(weekOf(addDays(asOf, -7)))}
      </span>
      <Button icon={<ChevronRight />} label={t.later} onClick={() => step(7)} />
    </div>
  );
}
