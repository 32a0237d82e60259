import { defineMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';

/** What several tabs say. */
export const words = defineMessages({
  ko: {
    stage: (plays: number, musicals: number) => `연극 ${plays}편, 뮤지컬 ${musicals}편`,
    concerts: (count: number) => `진행 중인 콘서트 ${count}편`,
    noData: '자료 없음',
    notOpen: '개막 전',
    noPerformance: '회차 없음',
    times: (count: number) => `${count}회`,
    castsCaption: '전체 기간, 같은 사람이 같은 순서로 선 회차',
    noCasts: '자료에 캐스트가 없습니다.',
    all: '모두 보기',
    running: '진행 중',
  },
  en: {
    stage: (plays: number, musicals: number) => `${counted(plays, 'play')}, ${counted(musicals, 'musical')}`,
    concerts: (count: number) => `${counted(count, 'concert')} on sale`,
    noData: 'No data',
    notOpen: 'Not open yet',
    noPerformance: 'No performances',
    times: (count: number) => counted(count, 'show'),
    castsCaption: 'Whole run, same people in the same order',
    noCasts: 'The data has no casts.',
    all: 'Show all',
    running: 'running',
  },
});
