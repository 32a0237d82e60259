import { defineMessages } from './messages';

/** What alerts are about, by the contract's words. */
export const alertNames = defineMessages({
  ko: {
    workbook_missing: '자료 미도착',
    low_performance: '예매 저조 회차',
    figures_shrank: '줄어든 누계',
    unusual_day: '평소와 다른 판매',
    break_even_reached: '손익분기 도달',
    arrival_held: '확인 대기',
  },
  en: {
    workbook_missing: 'Missing workbook',
    low_performance: 'Low occupancy',
    figures_shrank: 'Totals dropped',
    unusual_day: 'Unusual sales day',
    break_even_reached: 'Break-even reached',
    arrival_held: 'Awaiting approval',
  },
});
