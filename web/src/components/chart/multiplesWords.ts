import { defineMessages } from '@/lib/i18n/messages';

/** What small pictures side by side say of their scales. */
export const words = defineMessages({
  ko: {
    none: '이 기간에 값이 없습니다',
    top: (value: string) => `최대 ${value}`,
    common: '세로축은 모두 같습니다',
    own: '세로축은 공연마다 다릅니다',
  },
  en: {
    none: 'No figures in this period',
    top: (value: string) => `top ${value}`,
    common: 'All on the same scale',
    own: 'Each on a scale of its own',
  },
});
