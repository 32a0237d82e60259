import { defineMessages } from '@/lib/i18n/messages';

/** The words of a month, as a grid and as a list. */
export const words = defineMessages({
  ko: {
    low: '저조',
    day: (day: string) => `${day}, 메모와 회차`,
    holiday: (name: string) => `공휴일 ${name}`,
    empty: '이 달에는 일정이 없습니다.',
  },
  en: {
    low: 'low',
    day: (day: string) => `${day}, note and performances`,
    holiday: (name: string) => `holiday ${name}`,
    empty: 'Nothing is on this month.',
  },
});
