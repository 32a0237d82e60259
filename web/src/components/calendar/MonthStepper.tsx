import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from '@/components/controls/Button';
import { useAsOf } from '@/lib/asOf';
import { addMonths, firstOfMonth, monthText } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useShortcut } from '@/lib/keys';
import { useLanguage } from '@/lib/i18n/useLanguage';
import { useMonth } from './useMonth';

const words = defineMessages({
  ko: { earlier: '이전 달', later: '다음 달', today: '오늘' },
  en: { earlier: 'Previous month', later: 'Next month', today: 'Today' },
});

/** The month that is shown, with the way to others; the keys `[` and `]` step as well. */
export function MonthStepper() {
  const t = useMessages(words);
  const language = useLanguage();
  const { asOf } = useAsOf();
  const { month, setMonth } = useMonth();
  const step = (count: number) => setMonth(addMonths(firstOfMonth(month), count).slice(0, 7));
  useShortcut('BracketLeft', () => step(-1));
  useShortcut('BracketRight', () => step(1));
  return (
    <div className="row wrapped">
      <h2 aria-live="polite">{monthText(month, language, '')}</h2>
      <Button small kind="quiet" icon={<ChevronLeft />} label={t.earlier} onClick={() => step(-1)} />
      <Button small kind="quiet" icon={<ChevronRight />} label={t.later} onClick={() => step(1)} />
      <Button small disabled={month === asOf.slice(0, 7)} onClick={() => setMonth(null)}>
        {t.today}
      </Button>
    </div>
  );
}
