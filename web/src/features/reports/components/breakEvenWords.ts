import { defineMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';

/** What is said of a concert's seats and money against its break-even. */
export const words = defineMessages({
  ko: {
    times: (shows: number, seats: string) => `${shows}회 × ${seats}`,
    pace: (elapsed: number, left: number) => `기준일까지 판매 ${elapsed}일, 기준일부터 ${left}일 남음`,
    share: (share: string) => `목표 점유율 ${share}`,
    bars: '판매 · 예상 · 목표 점유율 좌석',
    sold: '판매',
    seats: '좌석',
    left: '미판매 좌석',
    additional: '예상 추가',
    remaining: '예상 미판매 좌석',
    beyond: '예상 추가는 지금 속도대로 센 값이라 미판매 좌석보다 많을 수 있습니다.',
    goal: '목표 점유율 좌석',
    ratio: '예상 판매율',
    curve: '누적 판매 좌석',
    showTable: '표로 보기',
    showChart: '차트로 보기',
    goalLine: (seats: string) => `목표 ${seats}`,
    soFar: '지금까지 매출',
    projected: '예상 매출',
    breakEven: '손익분기점',
    profit: '예상 손익',
    exceeds: '예상이 만석을 넘습니다.',
    fullHouse: (won: string, trend: string) =>
      `추세대로면 ${trend}이지만 같은 평균 단가로 만석이면 ${won}입니다. 만석까지만 셉니다.`,
    toGo: (won: string) => `손익분기까지 ${won}`,
    perDay: (won: string, days: number) => `조회일부터 하루 ${won}씩 ${days}일`,
    reached: '손익분기점을 넘었습니다',
    bar: (sold: string, expected: string, goal: string) =>
      `판매 ${sold}, 예상 추가 ${expected}, 목표 점유율 ${goal}`,
    money: (sold: string, projected: string, goal: string) =>
      `지금까지 매출 ${sold}, 예상 매출 ${projected}, 손익분기점 ${goal}`,
    curveSummary: (sold: string, goal: string) => `누적 판매 ${sold}, 목표 점유율 ${goal}`,
    noInventory: '등급별 좌석 미입력',
    expected: '예상',
  },
  en: {
    times: (shows: number, seats: string) => `${shows} × ${seats}`,
    pace: (elapsed: number, left: number) =>
      `${counted(elapsed, 'day')} on sale up to the record date, ${left} left from it`,
    share: (share: string) => `Target share ${share}`,
    bars: 'Sold · expected · target share',
    sold: 'Sold',
    seats: 'Seats',
    left: 'Unsold',
    additional: 'Expected',
    remaining: 'Expected unsold',
    beyond: 'Expected goes by the pace so far, and so may be more than is unsold.',
    goal: 'Target share seats',
    ratio: 'Expected sales',
    curve: 'Cumulative seats sold',
    showTable: 'Show as table',
    showChart: 'Show as chart',
    goalLine: (seats: string) => `Target ${seats}`,
    soFar: 'Revenue so far',
    projected: 'Projected revenue',
    breakEven: 'Break-even',
    profit: 'Projected profit',
    exceeds: 'The projection exceeds a full house.',
    fullHouse: (won: string, trend: string) =>
      `The trend points to ${trend}, but a full house at the same average price brings ${won}. It is capped there.`,
    toGo: (won: string) => `${won} to break-even`,
    perDay: (won: string, days: number) => `${won} a day for ${counted(days, 'day')} from the as-of date`,
    reached: 'Break-even passed',
    bar: (sold: string, expected: string, goal: string) =>
      `Sold ${sold}, expected ${expected}, target share ${goal}`,
    money: (sold: string, projected: string, goal: string) =>
      `Revenue so far ${sold}, projected ${projected}, break-even ${goal}`,
    curveSummary: (sold: string, goal: string) => `Cumulative seats sold ${sold}, target share ${goal}`,
    noInventory: 'Seat inventory not set',
    expected: 'Expected',
  },
});
