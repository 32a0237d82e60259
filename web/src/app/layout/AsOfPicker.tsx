import { CalendarDays } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/controls/Button';
import { Popover } from '@/components/controls/Popover';
import { DayField } from '@/components/forms/DayField';
import { useAsOf } from '@/lib/asOf';
import { addDays, mondayOf, monthOf } from '@/lib/days';
import type { Day } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useShortcut } from '@/lib/keys';
import { useFormat } from '@/lib/useFormat';
import styles from './AsOfPicker.module.css';
import { useToday } from '@/lib/useToday';

const words = defineMessages({
  ko: {
    asOf: (day: string) => `조회일 ${day}`,
    title: '조회일',
    help: '보고서의 기간이 이 날을 기준으로 움직입니다. 자료는 언제나 가장 새로운 것입니다.',
    today: '오늘',
    yesterday: '어제',
    lastSunday: '지난주 일요일',
    lastMonthEnd: '지난달 말일',
  },
  en: {
    asOf: (day: string) => `As of ${day}`,
    title: 'As of',
    help: 'Report periods are relative to this day. The data is always the latest.',
    today: 'Today',
    yesterday: 'Yesterday',
    lastSunday: 'Last Sunday',
    lastMonthEnd: 'End of last month',
  },
});

/** Chooses the day that reports are asked for, kept in the address. The key `.` opens it. */
export function AsOfPicker() {
  const t = useMessages(words);
  const format = useFormat();
  const { asOf, chosen, choose } = useAsOf();
  const place = useRef<HTMLDivElement>(null);
  useShortcut('Period', () => place.current?.querySelector('button')?.click());

  const today = useToday();
  const offered: readonly (readonly [string, Day])[] = [
    [t.today, today],
    [t.yesterday, addDays(today, -1)],
    [t.lastSunday, addDays(mondayOf(today), -1)],
    [t.lastMonthEnd, addDays(monthOf(today).from, -1)],
  ];
  return (
    <div ref={place} className={styles['picker']} data-chosen={chosen !== undefined || undefined}>
      <Popover
        title={t.title}
        kind="quiet"
        icon={<CalendarDays aria-hidden />}
        trigger={t.asOf(format.day(asOf))}
      >
        {(close) => (
          <div className={styles['choices']}>
            <div className={styles['days']}>
              {offered.map(([text, day]) => (
                <Button
                  key={day}
                  small
                  kind={day === asOf ? 'plain' : 'quiet'}
                  onClick={() => {
                    choose(day === today ? null : day);
                    close();
                  }}
                >
                  {text}
                </Button>
              ))}
            </div>
            <DayField
              label={t.title}
              help={t.help}
              min="2000-01-01"
              max="2100-12-31"
              value={asOf}
              onChange={(day) => choose(day === today ? null : day)}
            />
          </div>
        )}
      </Popover>
    </div>
  );
}
