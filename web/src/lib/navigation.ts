import { defineMessages } from './i18n/messages';

/** The names of the entries of the menu, which are also the titles of their pages. */
export const entryNames = defineMessages({
  ko: {
    home: '오늘',
    plays: '연극·뮤지컬',
    concerts: '콘서트',
    uploads: '업로드',
    targets: '목표',
    marketing: '마케팅',
    calendar: '캘린더',
    market: '시장',
    reports: '보고서',
    office: '관리',
  },
  en: {
    home: 'Today',
    plays: 'Plays & musicals',
    concerts: 'Concerts',
    uploads: 'Uploads',
    targets: 'Targets',
    marketing: 'Marketing',
    calendar: 'Calendar',
    market: 'Market',
    reports: 'Reports',
    office: 'Admin',
  },
});
