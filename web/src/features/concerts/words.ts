import { defineMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';

/** What several tabs say. */
export const words = defineMessages({
  ko: {
    subtitle: (count: number) => `진행 중인 콘서트 ${count}편`,
    overview: '개요',
    daily: '일별',
    weekly: '주간',
    monthly: '월별',
    breakEven: '손익분기',
    profit: '예상 손익',
    targets: '목표',
    marketing: '마케팅 효과',
    times: (count: number) => `${count}회`,
    of: '합계',
    noNote: '',
  },
  en: {
    subtitle: (count: number) => `${counted(count, 'concert')} on sale`,
    overview: 'Overview',
    daily: 'Daily',
    weekly: 'Weekly',
    monthly: 'Monthly',
    breakEven: 'Break-even',
    profit: 'Profit forecast',
    targets: 'Targets',
    marketing: 'Marketing effect',
    times: (count: number) => `${count}×`,
    of: 'together',
    noNote: '',
  },
});
