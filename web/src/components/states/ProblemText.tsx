import type { ApiProblem } from '@/api/problem';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';

const words = defineMessages({
  ko: {
    offline: '서버에 연결할 수 없습니다. 잠시 후 다시 시도하세요.',
    unavailable: '지금은 처리할 수 없습니다. 잠시 후 다시 시도하세요.',
    tooMany: (seconds: number) => `시도가 너무 많았습니다. ${seconds}초 뒤에 다시 시도하세요.`,
    tooManyPlain: '시도가 너무 많았습니다. 잠시 후 다시 시도하세요.',
    signedOut: '로그인이 만료되었습니다. 다시 로그인하면 보던 화면으로 돌아옵니다.',
    factorMissing: '2단계 인증을 설정해야 합니다. 화면을 새로 고치세요.',
    forbidden: '이 작업을 할 권한이 없습니다.',
    notFound: '찾을 수 없습니다.',
    conflict: '지금 상태에서는 할 수 없습니다.',
    outdated: '다른 사람이 먼저 저장했습니다.',
    tooLarge: '보낸 내용이 너무 큽니다.',
    tooManyProductions: '공연이 너무 많아 한 번에 볼 수 없습니다. 공연을 골라 보세요.',
    invalid: '입력한 내용을 확인하세요.',
    locked:
      '암호로 잠긴 파일입니다. 엑셀에서 파일 › 정보 › 통합 문서 보호로 암호를 지우고 저장한 뒤 다시 선택하세요.',
    noList: '목록으로 읽을 수 없는 파일입니다. 엑셀(xlsx, xls), ODS, CSV 파일을 선택하세요.',
    unread: '불러오지 못했습니다. 잠시 후 다시 시도하세요.',
    failed: '처리하지 못했습니다. 입력한 내용은 그대로 있습니다. 잠시 후 다시 시도하세요.',
  },
  en: {
    offline: 'Cannot reach the server. Try again in a moment.',
    unavailable: 'This is not possible right now. Try again in a moment.',
    tooMany: (seconds: number) => `Too many attempts. Try again in ${counted(seconds, 'second')}.`,
    tooManyPlain: 'Too many attempts. Try again in a moment.',
    signedOut: 'Your session has expired. Sign in again to return to where you were.',
    factorMissing: 'Two-factor authentication must be set up. Reload the page.',
    forbidden: 'You do not have permission to do this.',
    notFound: 'Not found.',
    conflict: 'Not possible in the current state.',
    outdated: 'Someone else saved first.',
    tooLarge: 'The request is too large.',
    tooManyProductions: 'Too many productions to show at once. Choose some of them.',
    invalid: 'Check what you entered.',
    locked:
      'The file is locked by a password. In Excel, remove it under File › Info › Protect Workbook, save, and choose the file again.',
    noList: 'The file cannot be read as a list. Choose an Excel (xlsx, xls), ODS or CSV file.',
    unread: 'This could not be loaded. Try again in a moment.',
    failed: 'Something went wrong. What you entered is still there. Try again in a moment.',
  },
});

/**
 * A problem in the reader's language, by its kind; the server's own detail is English and for developers. What failed
 * is something that was done, unless it was only `reading`.
 */
export function useProblemText(reading = false): (problem: ApiProblem) => string {
  const t = useMessages(words);
  return (problem) => {
    if (problem.code === 'second-factor-missing') return t.factorMissing;
    if (problem.code === 'too-many-productions') return t.tooManyProductions;
    if (problem.code === 'encrypted-workbook') return t.locked;
    if (problem.code === 'not-a-list') return t.noList;
    switch (problem.status) {
      case 0:
        return t.offline;
      case 401:
        return t.signedOut;
      case 403:
        return t.forbidden;
      case 404:
        return t.notFound;
      case 409:
        return t.conflict;
      case 412:
        return t.outdated;
      case 413:
        return t.tooLarge;
      case 400:
      case 415:
      case 422:
        return t.invalid;
      case 429:
        return problem.retryAfter === undefined ? t.tooManyPlain : t.tooMany(problem.retryAfter);
      case 502:
      case 503:
      case 504:
        return t.unavailable;
      default:
        return reading ? t.unread : t.failed;
    }
  };
}

/** A problem in the reader's language. */
export function ProblemText({ problem, reading = false }: { problem: ApiProblem; reading?: boolean }) {
  return <>{useProblemText(reading)(problem)}</>;
}
