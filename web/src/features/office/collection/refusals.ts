/** Why something about a source is refused, as its pages say it. */
import type { ApiProblem } from '@/api/problem';
import { useProblemText } from '@/components/states/ProblemText';
import { defineMessages, useMessages } from '@/lib/i18n/messages';

const words = defineMessages({
  ko: {
    host_not_allowed: '허용하지 않는 호스트입니다. 서버 설정(COLLECT_HOSTS)에 넣어 달라고 요청하세요.',
    address_not_allowed:
      '내부망 주소는 요청하지 않습니다. 서버 설정(COLLECT_PRIVATE_NETWORKS)에 있어야 합니다.',
    not_https: 'https로 시작하는 주소만 쓸 수 있습니다.',
    folder_not_allowed: '서버 설정(COLLECT_FOLDERS)에 없는 폴더이거나 쓸 수 없는 경로입니다.',
    folder_unreachable:
      '폴더를 찾을 수 없습니다. 공유 폴더가 연결되어 있는지, 하위 폴더가 있는지 확인하세요.',
    folder_not_writable: '폴더에 쓸 수 없습니다. 폴더 권한을 확인하세요.',
    secret_unknown: '비밀 값이 서버 설정에 없습니다. 서버 관리자에게 요청하세요.',
    recipe_invalid: '레시피가 없거나, 레시피에 필요한 값이 빠졌습니다.',
    share_link_unsupported:
      '개인용 OneDrive 공유 링크는 받을 수 없습니다. 폴더를 동기화하고 폴더 소스로 만드세요.',
    source_busy: '이 소스의 다른 실행이 진행 중입니다. 끝난 뒤 다시 하세요.',
    source_stopped: '중지된 소스입니다. 원인을 고치고 [다시 시작]을 누르세요.',
    source_blocked: '사이트가 막아 쉬는 중입니다. 시간이 지나면 다시 할 수 있습니다.',
    browser_unavailable: '이 서버에는 브라우저가 없습니다. 서버 관리자에게 chromium 설치를 요청하세요.',
    too_many_runs: '한 계정으로 한 시간에 할 수 있는 횟수를 다 썼습니다. 잠시 후 다시 하세요.',
    too_many_sources: '소스를 더 만들 수 없습니다. 쓰지 않는 소스를 지우세요.',
    recipe_in_use: '이 레시피를 쓰는 소스가 있습니다. 소스를 먼저 바꾸세요.',
    taken: '같은 이름의 소스가 있습니다.',
  },
  en: {
    host_not_allowed: 'The host is not allowed: the server’s settings (COLLECT_HOSTS) do not name it.',
    address_not_allowed:
      'Addresses of private networks are not asked, unless the server’s settings (COLLECT_PRIVATE_NETWORKS) name them.',
    not_https: 'The address must begin with https.',
    folder_not_allowed:
      'The server’s settings (COLLECT_FOLDERS) do not name the folder, or its path cannot be used.',
    folder_unreachable: 'The folder is not there. See whether the share is connected, and the path is right.',
    folder_not_writable: 'The folder cannot be written. See to its permissions.',
    secret_unknown: 'The secret is not in the server’s settings. Ask whoever runs it.',
    recipe_invalid: 'The recipe is gone, or a value that it needs is missing.',
    share_link_unsupported:
      'Share links of personal OneDrive cannot be fetched. Synchronise the folder, and make a source of it.',
    source_busy: 'Another run of this source is at work. Try again when it has ended.',
    source_stopped: 'The source is stopped. See to the cause, and resume it.',
    source_blocked: 'The site refused us and is left alone. Try again later.',
    browser_unavailable: 'This server has no browser. Ask whoever runs it to install chromium.',
    too_many_runs: 'The account was used as often as it may be within an hour. Try again later.',
    too_many_sources: 'There are as many sources as there may be. Delete one that nobody needs.',
    recipe_in_use: 'A source uses this recipe. Change the source first.',
    taken: 'There is a source of this name.',
  },
});

/** Reads why something was refused: in the words of collection, else in the general ones. */
export function useRefusal(): (problem: ApiProblem) => string {
  const known: Readonly<Record<string, string>> = useMessages(words);
  const problemText = useProblemText();
  return (problem) => known[problem.code] ?? problemText(problem);
}
