import { CalendarDays, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { TextField } from '@/components/forms/Field';
import type { DayRange } from '@/lib/days';
import { isDay } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useShortcut } from '@/lib/keys';
import { presets, stepped } from '@/lib/period';
import type { Preset } from '@/lib/period';
import { useFormat } from '@/lib/useFormat';
import { useSetParams } from '@/lib/urlState';
import { Button } from './Button';
import { Popover } from './Popover';
import { usePeriod } from './usePeriod';
import styles from './pickers.module.css';

const words = defineMessages({
  ko: {
    title: '기간',
    earlier: '이전 기간',
    later: '다음 기간',
    thisWeek: '이번 주',
    lastWeek: '지난주',
    thisMonth: '이번 달',
    lastMonth: '지난달',
    last30: '최근 30일',
    all: '전체 기간',
    from: '시작일',
    to: '종료일',
    show: '적용',
    wrong: '종료일은 시작일보다 빠를 수 없습니다',
  },
  en: {
    title: 'Period',
    earlier: 'Previous period',
    later: 'Next period',
    thisWeek: 'This week',
    lastWeek: 'Last week',
    thisMonth: 'This month',
    lastMonth: 'Last month',
    last30: 'Last 30 days',
    all: 'All time',
    from: 'From',
    to: 'To',
    show: 'Apply',
    wrong: 'The end date must be on or after the start date',
  },
});

/**
 * Chooses the period of a page, kept in its address; read it with `usePeriod` and the same `standard`. The keys `[`
 * and `]` step to the one before and after.
 */
export function PeriodPicker({
  standard,
  offered = presets,
}: {
  standard: Preset;
  offered?: readonly Preset[];
}) {
  const t = useMessages(words);
  const format = useFormat();
  const { period, range } = usePeriod(standard);
  const setParams = useSetParams();

  const choose = (preset: Preset) =>
    setParams({ from: null, to: null, period: preset === standard ? null : preset });
  const chooseDays = ({ from, to }: DayRange) => setParams({ from, to, period: null });
  const step = (direction: -1 | 1) => {
    if (range !== undefined) chooseDays(stepped(range, direction));
  };
  useShortcut('BracketLeft', () => step(-1));
  useShortcut('BracketRight', () => step(1));

  const name = 'preset' in period ? t[period.preset] : '';
  const days = range === undefined ? '' : format.range(range);
  return (
    <div className={styles['period']}>
      {range !== undefined && <Button icon={<ChevronLeft />} label={t.earlier} onClick={() => step(-1)} />}
      <Popover
        title={t.title}
        icon={<CalendarDays />}
        trigger={
          <>
            {[name, days].filter((text) => text !== '').join(' ')}
            <ChevronDown aria-hidden />
          </>
        }
      >
        {(close) => (
          <div className={styles['choices']}>
            <div className={styles['presets']}>
              {offered.map((preset) => (
                <Button
                  key={preset}
                  small
                  kind="quiet"
                  aria-pressed={'preset' in period && period.preset === preset}
                  onClick={() => {
                    choose(preset);
                    close();
                  }}
                >
                  {t[preset]}
                </Button>
              ))}
            </div>
            <DaysForm
              range={range}
              onChoose={(chosen) => {
                chooseDays(chosen);
                close();
              }}
            />
          </div>
        )}
      </Popover>
      {range !== undefined && <Button icon={<ChevronRight />} label={t.later} onClick={() => step(1)} />}
    </div>
  );
}

function DaysForm({ range, onChoose }: { range: DayRange | undefined; onChoose: (range: DayRange) => void }) {
  const t = useMessages(words);
  const [from, setFrom] = useState(range?.from ?? '');
  const [to, setTo] = useState(range?.to ?? '');
  const backwards = isDay(from) && isDay(to) && to < from;
  return (
    <form
      className={styles['days']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay(from) && isDay(to) && !backwards) onChoose({ from, to });
      }}
    >
      <TextField type="date" label={t.from} value={from} onChange={setFrom} />
      <TextField
        type="date"
        label={t.to}
        value={to}
        onChange={setTo}
        error={backwards ? t.wrong : undefined}
      />
      <Button type="submit" kind="primary">
        {t.show}
      </Button>
    </form>
  );
}
