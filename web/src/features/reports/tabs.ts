/** What the tabs are called, by the last part of their address: the pages show them, and the palette finds them. */
import type { Pair } from '@/lib/i18n/pair';

/** Tabs of plays and musicals. */
export const playTabs = {
  overview: { ko: '개요', en: 'Overview' },
  monthly: { ko: '월별', en: 'Monthly' },
  weekly: { ko: '주간', en: 'Weekly' },
  productions: { ko: '공연별', en: 'Productions' },
  occupancy: { ko: '점유율', en: 'Occupancy' },
  casts: { ko: '캐스트', en: 'Casts' },
  outlook: { ko: '전망', en: 'Outlook' },
  profit: { ko: '예상 손익', en: 'Profit forecast' },
  targets: { ko: '목표', en: 'Targets' },
  marketing: { ko: '마케팅 효과', en: 'Marketing effect' },
} as const satisfies Readonly<Record<string, Pair>>;

/** Tabs of concerts. */
export const concertTabs = {
  overview: { ko: '개요', en: 'Overview' },
  daily: { ko: '일별', en: 'Daily' },
  weekly: { ko: '주간', en: 'Weekly' },
  monthly: { ko: '월별', en: 'Monthly' },
  'break-even': { ko: '손익분기', en: 'Break-even' },
  profit: { ko: '예상 손익', en: 'Profit forecast' },
  targets: { ko: '목표', en: 'Targets' },
  marketing: { ko: '마케팅 효과', en: 'Marketing effect' },
} as const satisfies Readonly<Record<string, Pair>>;

/**
 * The tabs of one production after its summary, by the last part of their address. Workbooks of concerts tell seats by
 * grade and no performance of its own, those of plays the other way round.
 */
export const productionTabs = {
  play: [
    'sales',
    'forecast',
    'compare',
    'performances',
    'casts',
    'weeks',
    'buyers',
    'marketing',
    'alerts',
    'uploads',
    'settings',
  ],
  concert: [
    'sales',
    'forecast',
    'compare',
    'seats',
    'weeks',
    'buyers',
    'marketing',
    'alerts',
    'uploads',
    'settings',
  ],
} as const;

/** A tab of one production. */
export type ProductionTab = (typeof productionTabs)['play' | 'concert'][number];
