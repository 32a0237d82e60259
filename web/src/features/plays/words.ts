import { defineMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';

/** What several tabs say. */
export const words = defineMessages({
  ko: {
    subtitle: (plays: number, musicals: number) => `연극 ${plays}편, 뮤지컬 ${musicals}편`,
    overview: '개요',
    monthly: '월별',
    weekly: '주간',
    productions: '공연별',
    occupancy: '점유율',
    casts: '캐스트',
    outlook: '전망',
    profit: '예상 손익',
    targets: '목표',
    marketing: '마케팅 효과',
    noData: '자료 없음',
    notOpen: '개막 전',
    noPerformance: '회차 없음',
    times: (count: number) => `${count}회`,
    toCome: '이번 주부터 예매분',
  },
  en: {
    subtitle: (plays: number, musicals: number) =>
      `${counted(plays, 'play')}, ${counted(musicals, 'musical')}`,
    overview: 'Overview',
    monthly: 'Monthly',
    weekly: 'Weekly',
    productions: 'Productions',
    occupancy: 'Occupancy',
    casts: 'Casts',
    outlook: 'Outlook',
    profit: 'Profit',
    targets: 'Targets',
    marketing: 'Marketing effect',
    noData: 'No data',
    notOpen: 'Not open yet',
    noPerformance: 'No performance',
    times: (count: number) => `${count}×`,
    toCome: 'Booked so far from here',
  },
});
