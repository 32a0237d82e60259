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
    host_not_allowed: 'This host is not allowed. It must be listed in the server’s settings (COLLECT_HOSTS).',
    address_not_allowed:
      'Private network addresses are blocked unless the server’s settings (COLLECT_PRIVATE_NETWORKS) list them.',
    not_https: 'The address must start with https.',
    folder_not_allowed:
      'The folder is not listed in the server’s settings (COLLECT_FOLDERS), or its path cannot be used.',
    folder_unreachable: 'Folder not found. Check that the share is connected and the path is correct.',
    folder_not_writable: 'The folder is not writable. Check its permissions.',
    secret_unknown: 'The secret is not in the server’s settings. Ask your server administrator.',
    recipe_invalid: 'The recipe no longer exists, or a value it needs is missing.',
    share_link_unsupported:
      'Personal OneDrive share links are not supported. Sync the folder and use it as a source.',
    source_busy: 'This source is already running. Try again when it has finished.',
    source_stopped: 'This source is stopped. Fix the cause, then resume it.',
    source_blocked: 'The site blocked us, so requests are paused. Try again later.',
    browser_unavailable: 'This server has no browser. Ask your server administrator to install Chromium.',
    too_many_runs: 'This account has reached its hourly limit. Try again later.',
    too_many_sources: 'No more sources can be added. Delete one you do not need.',
    recipe_in_use: 'A source uses this recipe. Change the source first.',
    taken: 'A source with this name already exists.',
  },
});

/** Reads why something was refused: in the words of collection, else in the general ones. */
export function useRefusal(): (problem: ApiProblem) => string {
  const known: Readonly<Record<string, string>> = useMessages(words);
  const problemText = useProblemText();
  return (problem) => known[problem.code] ?? problemText(problem);
}
