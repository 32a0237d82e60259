import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { accountOf, problem, renderApp } from '@/test/app';
import { axeFindings } from '@/test/axe';
import { server } from '@/test/server';
import { LayoutPanel } from './LayoutPanel';
import { blank, isComplete, meaningsOf } from './layouts';

const layout = {
  sheets: { performances: '11월 회차' },
  labels: [
    { sheet: 'performances', label: ['인터파크(입금)', '테라스'], means: 'grade', grade: 'terrace' },
    { sheet: 'days', label: [null, '전일비'], means: 'ignored' },
  ],
  revision: 6,
  updatedAt: '2026-11-20T09:30:00+09:00',
  updatedBy: { id: '0197c1a0-0000-7000-8000-000000000401', name: '담당자' },
};

const own = 'p1';

function answers(save: (body: unknown, tag: string | null) => Response) {
  server.use(
    http.get('*/api/v1/productions/:id/layout', () =>
      HttpResponse.json(layout, { headers: { etag: '"r6"' } }),
    ),
    http.put('*/api/v1/productions/:id/layout', async ({ request }) =>
      save(await request.json(), request.headers.get('if-match')),
    ),
  );
}

describe('a layout', () => {
  it('lists what was decided, takes one away and adds another, and saves the whole as it was read', async () => {
    const saved: unknown[] = [];
    answers((body, tag) => {
      saved.push(body, tag);
      return HttpResponse.json(
        { ...layout, ...(body as object), revision: 7 },
        { headers: { etag: '"r7"' } },
      );
    });
    const { user } = renderApp(<LayoutPanel productionId={own} />);
    const list = await screen.findByRole('list', { name: '이름의 뜻' });
    expect(within(list).getAllByRole('listitem')[0]).toHaveTextContent(
      '회차 시트인터파크(입금) › 테라스→ 등급 · terrace',
    );
    expect(screen.getByRole('button', { name: '저장' })).toBeDisabled();
    await user.click(within(list).getByRole('button', { name: '모두 › 전일비 지우기' }));
    const form = screen.getByRole('form', { name: '추가' });
    await user.type(within(form).getByLabelText('묶음 이름'), '현장');
    await user.type(within(form).getByLabelText('코드'), 'box-office');
    await user.click(within(form).getByRole('button', { name: '추가' }));
    expect(await axeFindings(screen.getByRole('region', { name: '이 공연의 양식' }))).toEqual([]);
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByText('양식을 저장했습니다')).toBeVisible();
    expect(saved).toEqual([
      {
        sheets: { performances: '11월 회차' },
        labels: [
          layout.labels[0],
          { sheet: 'performances', label: ['현장', null], means: 'agency', agency: 'box-office' },
        ],
      },
      '"r6"',
    ]);
  });

  it('drops what was changed only once it is asked about', async () => {
    answers(() => problem(500, 'internal'));
    const { user } = renderApp(<LayoutPanel productionId={own} />);
    const field = await screen.findByLabelText(/판매일 시트/);
    expect(screen.queryByRole('button', { name: '모두 되돌리기' })).not.toBeInTheDocument();
    await user.type(field, '판매');
    await user.click(screen.getByRole('button', { name: '모두 되돌리기' }));
    const question = screen.getByRole('dialog', { name: '모두 되돌리기' });
    expect(question).toHaveTextContent('저장하지 않은 변경을 모두 버립니다.');
    await user.click(within(question).getByRole('button', { name: '취소' }));
    expect(field).toHaveValue('판매');
    await user.click(screen.getByRole('button', { name: '모두 되돌리기' }));
    const again = screen.getByRole('dialog', { name: '모두 되돌리기' });
    await user.click(within(again).getByRole('button', { name: '모두 되돌리기' }));
    await waitFor(() => expect(field).toHaveValue(''));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says that somebody else saved first, and shows what is saved', async () => {
    answers(() => problem(412, 'outdated'));
    const { user } = renderApp(<LayoutPanel productionId={own} />);
    await user.type(await screen.findByLabelText(/판매일 시트/), '판매');
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('다른 사람이 먼저 저장했습니다.');
    await user.click(screen.getByRole('button', { name: '저장된 것 보기' }));
    expect(screen.getByLabelText(/판매일 시트/)).toHaveValue('');
  });

  it('is read by those who may not upload', async () => {
    answers(() => problem(403, 'forbidden'));
    renderApp(<LayoutPanel productionId={own} />, '/', {
      account: accountOf({ role: 'member', canUpload: false }),
    });
    expect(await screen.findByText(/업로드 권한이 있는 사람이/)).toBeVisible();
    expect(screen.queryByRole('button', { name: '저장' })).not.toBeInTheDocument();
    expect(screen.queryByRole('form', { name: '추가' })).not.toBeInTheDocument();
  });

  it('of the company is for administrators', async () => {
    server.use(http.get('*/api/v1/layout', () => HttpResponse.json({ ...layout, labels: [] })));
    renderApp(<LayoutPanel />, '/', { account: accountOf({ role: 'member' }) });
    expect(await screen.findByText(/회사 양식은 관리자만/)).toBeVisible();
    expect(screen.getByText(/정해 둔 이름이 없습니다/)).toBeVisible();
  });
});

describe('a decision', () => {
  it('of a group can be an agency, of a column a grade', () => {
    expect(meaningsOf(['현장', null])).toContain('agency');
    expect(meaningsOf(['현장', '테라스'])).not.toContain('agency');
    expect(meaningsOf([null, '테라스'])).toContain('grade');
  });

  it('needs a label, and a code where it names something', () => {
    expect(isComplete(blank)).toBe(false);
    expect(isComplete({ ...blank, upper: '현장' })).toBe(false);
    expect(isComplete({ ...blank, upper: '현장', code: '현장' })).toBe(true);
    expect(isComplete({ ...blank, upper: '현장', code: '현장 매표소' })).toBe(false);
    expect(isComplete({ ...blank, upper: '현장', means: 'ignored' })).toBe(true);
    expect(isComplete({ ...blank, upper: '현장', means: 'grade', code: 'r' })).toBe(false);
  });
});
