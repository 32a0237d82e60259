import type { FieldError } from '@/api/problem';
import { defineMessages, useMessages } from '@/lib/i18n/messages';

const words = defineMessages({
  ko: {
    length: '비밀번호는 10자 이상 200자 이하여야 합니다',
    common: '너무 흔한 비밀번호입니다. 다른 비밀번호를 쓰세요',
    ownWords: '이름이나 이메일과 거의 같은 비밀번호는 쓸 수 없습니다',
  },
  en: {
    length: 'Use 10 to 200 characters',
    common: 'This password is too common. Choose another one',
    ownWords: 'A password must be more than your name or email address',
  },
});

/** Why the server does not take a new password; without its answer, because of the length. */
export function usePasswordRefusal(): (error?: FieldError) => string {
  const t = useMessages(words);
  return (error) => {
    switch (error?.code) {
      case 'common':
        return t.common;
      case 'own_words':
        return t.ownWords;
      default:
        return t.length;
    }
  };
}
