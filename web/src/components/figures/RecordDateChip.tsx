import { TriangleAlert } from 'lucide-react';
import { addDays } from '@/lib/days';
import type { Day } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { Chip } from './Chip';
import { useToday } from '@/lib/useToday';

const words = defineMessages({
  ko: {
    recordDate: (day: string) => `자료 ${day} 기준`,
    old: '어제보다 오래된 자료입니다',
    none: '자료 없음',
  },
  en: {
    recordDate: (day: string) => `Data as of ${day}`,
    old: 'Older than yesterday',
    none: 'No data',
  },
});

/** The day whose close the figures beside it tell, marked when that is older than yesterday. */
export function RecordDateChip({ day }: { day: Day | null }) {
  const t = useMessages(words);
  const format = useFormat();
  const yesterday = addDays(useToday(), -1);
  if (day === null) return <Chip tone="warning">{t.none}</Chip>;
  const old = day < yesterday;
  return (
    <Chip
      tone={old ? 'warning' : 'outlined'}
      icon={old && <TriangleAlert aria-label={t.old} />}
      {...(old ? { title: t.old } : {})}
    >
      {t.recordDate(format.day(day))}
    </Chip>
  );
}
