import { defineMessages } from '@/lib/i18n/messages';

/** What the panels of agencies and of changes between record dates say. */
export const words = defineMessages({
  ko: {
    agencies: '예매처',
    agency: '예매처',
    trend: '예매처별 매출',
    trendSummary: (names: string, last: string) => `예매처별 매출. ${names}. 마지막 기간 ${last}.`,
    shown: '보이는 예매처',
    bySaleDay: '판매일 기준',
    byPerformanceDay: '회차 기준',
    basis: '매출 기준',
    deposited: '입금만',
    booked: '예매 전체',
    rest: '그 밖',
    total: '합계',
    noneShown: '예매처를 하나 이상 고르면 보입니다. 합계는 그대로입니다.',
    changes: '기준일별 증감',
    changesWhy: '자료에 판매일이 없어 하루 매출 대신 기준일 사이에 달라진 금액을 보입니다.',
    changesNone: '아직 비교할 자료가 없습니다. 다음 기준일의 자료를 올리면 달라진 금액이 보입니다.',
    changesSummary: (name: string, day: string, change: string) =>
      `${name}의 기준일별 증감. 마지막 기준일 ${day}, ${change}.`,
    change: '증감',
  },
  en: {
    agencies: 'Agencies',
    agency: 'Agency',
    trend: 'Revenue by agency',
    trendSummary: (names: string, last: string) => `Revenue by agency: ${names}. Last period ${last}.`,
    shown: 'Agencies shown',
    bySaleDay: 'By sale day',
    byPerformanceDay: 'By performance',
    basis: 'Revenue basis',
    deposited: 'Deposited',
    booked: 'All booked',
    rest: 'Other',
    total: 'Total',
    noneShown: 'Choose at least one agency. The total stays the same.',
    changes: 'Changes by record date',
    changesWhy: 'The data has no sale days, so this shows the change between record dates.',
    changesNone: 'Nothing to compare yet. Changes appear with the data of the next record date.',
    changesSummary: (name: string, day: string, change: string) =>
      `Changes of ${name} by record date. Last record date ${day}, ${change}.`,
    change: 'Change',
  },
});
