import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageOf, problem, renderRoutes, signedIn } from '@/test/app';
import { patienceMs } from '@/test/eventually';
import { server } from '@/test/server';
import { Page } from '../../OfficePage';

const runId = '0197c1a0-0000-7000-8000-000000000811';
const sourceId = '0197c1a0-0000-7000-8000-000000000801';
const text = 'title = "하늘티켓"\nhosts = ["a.kr"]\n[[steps]]\nopen = "https://a.kr/"\n';
const recipe = {
  name: 'haneul-ticket',
  title: '하늘티켓',
  version: 2,
  hosts: ['a.kr'],
  params: ['show'],
  secrets: ['HANEUL_ID'],
  text,
  usedBy: ['하늘티켓 판매'],
};
const versions = [
  { version: 2, text, savedAt: '2026-11-30T10:00:00+09:00', savedBy: { id: sourceId, name: '담당자' } },
  {
    version: 1,
    text: text.replace('a.kr/', 'a.kr/login'),
    savedAt: '2026-11-29T10:00:00+09:00',
    savedBy: null,
  },
];
const fault = {
  line: 4,
  key: 'steps[0].open',
  message: { ko: '주소는 https:// 로 시작해야 합니다', en: 'an address begins with https://' },
};
const source = {
  id: sourceId,
  name: '하늘티켓 판매',
  kind: 'browser',
  config: { recipe: 'haneul-ticket', params: { show: '달빛 정원' } },
};
const run = {
  id: runId,
  sourceId,
  sourceName: '하늘티켓 판매',
  kind: 'browser',
  dryRun: true,
  state: 'failed',
  code: 'layout_changed',
  message: { ko: '사이트 화면이 바뀌었습니다.', en: 'The site has changed.' },
  arrivals: [],
  ignored: [],
  blockedHosts: ['cdn.example'],
  steps: [
    {
      index: 1,
      kind: 'open',
      note: '로그인 화면',
      state: 'done',
      ms: 1234,
      detail: null,
      screenshot: `/api/v1/collection/runs/${runId}/evidence/1.png`,
      page: null,
    },
    {
      index: 2,
      kind: 'click',
      note: null,
      state: 'failed',
      ms: 20000,
      detail: '#go: 0 visible elements instead of one',
      screenshot: null,
      page: null,
    },
  ],
};

const patience = { timeout: patienceMs };

function open(address: string) {
  return renderRoutes([{ path: '/office/*', element: <Page /> }], address);
}

beforeEach(() => {
  signedIn();
  server.use(
    http.get('*/api/v1/collection/recipes', () => HttpResponse.json({ items: [recipe] })),
    http.get('*/api/v1/collection/recipes/:name/versions', () => HttpResponse.json({ items: versions })),
    http.get('*/api/v1/collection/sources', () => HttpResponse.json(pageOf([source]))),
    http.put('*/api/v1/collection/recipes/:name', async ({ request }) => {
      const sent = (await request.json()) as { text: string };
      if (sent.text.includes('ftp:')) {
        return problem(422, 'recipe_invalid', { recipeFaults: [fault] });
      }
      const isCheck = new URL(request.url).searchParams.get('check') === 'true';
      if (!isCheck && request.headers.get('if-match') !== '"r2"') {
        return problem(412, 'outdated', { present: { ...recipe, version: 5 } });
      }
      return HttpResponse.json({ ...recipe, text: sent.text, version: isCheck ? 0 : 3 });
    }),
  );
});

describe('recipes', () => {
  it('are listed with what they need', async () => {
    open('/office/collection?part=recipes');
    const link = await screen.findByRole('link', { name: '하늘티켓' }, patience);
    expect(link.getAttribute('href')).toContain('/office/collection/recipes/haneul-ticket');
    expect(screen.getByText('HANEUL_ID')).toBeVisible();
  });

  it('show their faults at the line, and lead to it', async () => {
    const { user } = open('/office/collection/recipes/haneul-ticket');
    const editor = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '레시피 글' }, patience);
    expect(editor.value).toBe(text);
    await user.clear(editor);
    await user.click(editor);
    await user.paste(text.replace('https:', 'ftp:'));
    const told = await screen.findByRole('button', { name: /4행 주소는/ }, patience);
    await user.click(told);
    expect(editor).toHaveFocus();
    expect(editor.value.slice(editor.selectionStart, editor.selectionEnd)).toBe('open = "ftp://a.kr/"');
  });

  it('are saved upon the version that was read', async () => {
    const { user } = open('/office/collection/recipes/haneul-ticket');
    const editor = await screen.findByRole('textbox', { name: '레시피 글' }, patience);
    const save = screen.getByRole('button', { name: '저장' });
    expect(save).toBeDisabled();
    await user.type(editor, '# 주석');
    await user.click(save);
    expect(await screen.findByText('버전 3으로 저장했습니다', {}, patience)).toBeVisible();
  });

  it('tell what changed between versions', async () => {
    const { user } = open('/office/collection/recipes/haneul-ticket');
    await user.click(await screen.findByRole('button', { name: /^버전 1/ }, patience));
    const table = await screen.findByRole('table', { name: '버전 1 → 버전 2' }, patience);
    expect(within(table).getByText('open = "https://a.kr/login"')).toBeVisible();
    expect(within(table).getByText('open = "https://a.kr/"')).toBeVisible();
    expect(within(table).getAllByText(/^(?:추가|삭제)$/)).toHaveLength(2);
  });

  it('are asked about before a version takes the place of what is not saved', async () => {
    const { user } = open('/office/collection/recipes/haneul-ticket');
    const editor = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '레시피 글' }, patience);
    await user.type(editor, '# 주석');
    await user.click(await screen.findByRole('button', { name: /^버전 1/ }, patience));
    await user.click(screen.getByRole('button', { name: '이 버전을 편집기로' }));
    const dialog = () => screen.findByRole('dialog', { name: /버전 1로 바꿀까요/, hidden: true }, patience);
    await user.click(within(await dialog()).getByRole('button', { name: '계속 편집', hidden: true }));
    expect(editor).toHaveValue(`${text}# 주석`);
    await user.click(screen.getByRole('button', { name: '이 버전을 편집기로' }));
    await user.click(within(await dialog()).getByRole('button', { name: '바꾸기', hidden: true }));
    expect(editor).toHaveValue(text.replace('a.kr/', 'a.kr/login'));
  });

  it('do not ask before a version is put into the editor where nothing is lost', async () => {
    const { user } = open('/office/collection/recipes/haneul-ticket');
    const editor = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: '레시피 글' }, patience);
    await user.click(await screen.findByRole('button', { name: /^버전 1/ }, patience));
    await user.click(screen.getByRole('button', { name: '이 버전을 편집기로' }));
    expect(editor).toHaveValue(text.replace('a.kr/', 'a.kr/login'));
  });

  it('say that they could not be checked, and are checked again', async () => {
    let broken = true;
    server.use(
      http.put('*/api/v1/collection/recipes/:name', () =>
        broken ? problem(500, 'internal') : HttpResponse.json(recipe),
      ),
    );
    const { user } = open('/office/collection/recipes/haneul-ticket');
    expect(await screen.findByText('확인하지 못했습니다', {}, patience)).toBeVisible();
    expect(screen.queryByText('오류 없음')).toBeNull();
    broken = false;
    await user.click(screen.getByRole('button', { name: '다시 시도' }));
    expect(await screen.findByText('오류 없음', {}, patience)).toBeVisible();
  });

  it('are tried with a source, and show each step', async () => {
    server.use(
      http.post('*/api/v1/collection/sources/:id/test', () => HttpResponse.json(run, { status: 202 })),
      http.get('*/api/v1/collection/runs/:id', () => HttpResponse.json(run)),
    );
    const { user } = open('/office/collection/recipes/haneul-ticket');
    await user.click(await screen.findByRole('button', { name: '시험하기' }, patience));
    const steps = await screen.findByRole('list', { name: '단계' }, patience);
    expect(within(steps).getByText(/1\. 로그인 화면/)).toBeVisible();
    expect(within(steps).getByText('#go: 0 visible elements instead of one')).toBeVisible();
    expect(within(steps).getByRole('img', { name: '1단계 화면' })).toBeVisible();
    expect(screen.getByText(/사이트 화면이 바뀌었습니다/)).toBeVisible();
    expect(screen.getByText(/cdn\.example/)).toBeVisible();
  });

  it('say why a test was not begun', async () => {
    server.use(http.post('*/api/v1/collection/sources/:id/test', () => problem(429, 'too_many_runs')));
    const { user } = open('/office/collection/recipes/haneul-ticket');
    await user.click(await screen.findByRole('button', { name: '시험하기' }, patience));
    expect(await screen.findByText(/한 시간에 할 수 있는 횟수를 다 썼습니다/, {}, patience)).toBeVisible();
  });
});
