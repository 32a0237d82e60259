import { defineMessages } from '@/lib/i18n/messages';

/** What is said around news. */
export const words = defineMessages({
  ko: { title: '새 소식', all: '모두 보기', dismiss: '새 소식 닫기', done: '확인' },
  en: { title: "What's new", all: 'See all', dismiss: "Dismiss what's new", done: 'Done' },
});
