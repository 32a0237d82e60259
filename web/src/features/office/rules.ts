/** The rules that the server names by a code, as a form says them. */
import type { Language } from '@/lib/i18n/language';

const rules: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  taken: { ko: '이미 쓰는 값입니다', en: 'Already taken' },
  required: { ko: '입력하세요', en: 'Required' },
  before_start: { ko: '시작일보다 빠릅니다', en: 'Before the start date' },
  too_long: { ko: '너무 깁니다', en: 'Too long' },
  out_of_range: { ko: '허용하는 범위를 벗어났습니다', en: 'Out of range' },
  too_precise: { ko: '소수점 아래가 너무 깁니다', en: 'Too many decimal places' },
  malformed: { ko: '형식이 맞지 않습니다', en: 'Invalid format' },
  control_character: {
    ko: '줄바꿈이나 제어 문자는 쓸 수 없습니다',
    en: 'No line breaks or control characters',
  },
  unknown: { ko: '없는 항목입니다', en: 'Does not exist' },
  not_allowed: { ko: '보낼 수 없는 주소입니다', en: 'This address is not allowed' },
  not_of_this_kind: { ko: '이 종류에는 없는 항목입니다', en: 'Not available for this type' },
  not_for_people: { ko: '예약할 수 없는 종류입니다', en: 'Not a message type' },
  too_many: { ko: '너무 많습니다', en: 'Too many' },
  duplicate: { ko: '같은 것이 두 번 있습니다', en: 'Duplicate' },
  not_a_date: { ko: '날짜가 아닙니다', en: 'Not a date' },
  not_a_number: { ko: '숫자가 아닙니다', en: 'Not a number' },
  invalid: { ko: '입력한 내용을 확인하세요', en: 'Check what you entered' },
  conflict: { ko: '지금 상태에서는 할 수 없습니다', en: 'Not possible in the current state' },
  forbidden: { ko: '이 작업을 할 권한이 없습니다', en: 'You do not have permission to do this' },
  'master-only': { ko: '소유자만 할 수 있습니다', en: 'Only an owner can do this' },
  'not-found': { ko: '찾을 수 없습니다', en: 'Not found' },
  outdated: { ko: '다른 사람이 먼저 저장했습니다', en: 'Someone else saved first' },
  offline: { ko: '서버에 연결할 수 없습니다', en: 'Cannot reach the server' },
  unreadable: { ko: '문제가 생겨 마치지 못했습니다', en: 'Something went wrong' },
  'category-fixed': {
    ko: '업로드가 있어 카테고리를 바꿀 수 없습니다',
    en: 'The category cannot be changed once there is an upload',
  },
  'last-master': {
    ko: '마지막 소유자는 바꿀 수 없습니다',
    en: 'The last active owner cannot be changed',
  },
  'was-active': { ko: '사용한 적이 있는 사용자입니다', en: 'This user has been active' },
  'has-snapshots': { ko: '올린 자료가 있습니다', en: 'This production has uploaded data' },
  fraction: { ko: '정수여야 합니다', en: 'Whole numbers only' },
};

/** A rule in words; nothing for what is no rule. */
export function ruleText(language: Language, code: string): string | undefined {
  return rules[code]?.[language];
}

/** A rule in words, also of a code that a newer server may name. */
export function anyRuleText(language: Language, code: string): string {
  return ruleText(language, code) ?? (language === 'ko' ? '값을 확인하세요' : 'Check this value');
}

/** That a value is taken, and by what. */
export function takenText(language: Language, owner: string): string {
  return language === 'ko' ? `이미 쓰는 값입니다: ${owner}` : `Already taken by ${owner}`;
}
