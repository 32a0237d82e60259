import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { followChanges } from '@/api/liveUpdates';
import { accountOf, productionOf, renderApp, signedIn } from '@/test/app';
import { FakeEventSource } from '@/test/eventSource';
import { server } from '@/test/server';
import { Page } from './CalendarPage';

const production = productionOf({ runStart: '2026-11-05' });

function open(account = accountOf()) {
  signedIn(account, [production]);
  server.use(
    http.get('*/api/v1/calendar/notes', () =>
      HttpResponse.json({ notes: [{ date: '2026-11-03', note: '회의' }] }, { headers: { ETag: '"n1"' } }),
    ),
    http.get('*/api/v1/calendar/monthly-notes', () =>
      HttpResponse.json({ notes: [] }, { headers: { ETag: '"m1"' } }),
    ),
    http.get('*/api/v1/reports/plays/performances', () =>
      HttpResponse.json({
        report: 'plays/performances',
        asOf: '2026-11-20',
        items: [
          {
            productionId: production.id,
            productionCode: production.code,
            productionName: production.name,
            category: 'musical',
            performances: [{ startsAt: '2026-11-21T19:30:00+09:00', occupancy: 0.3 }],
          },
        ],
      }),
    ),
  );
  return renderApp(<Page />, '/calendar?asOf=2026-11-20', { account });
}

describe('the calendar', () => {
  it('opens the note of a day that is pressed, and begins in it', async () => {
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: /^11월 21일 토요일, 메모와 회차/ }));
    const note = await screen.findByRole('textbox', { name: '11월 21일 토요일 메모' });
    await waitFor(() => expect(note).toHaveFocus());
    const day = note.closest('li');
    const link = within(day ?? document.body).getByRole('link', { name: /19:30.*봄밤의 왈츠.*30%/ });
    expect(link).toHaveAttribute(
      'href',
      '/productions/MU2611/performances?asOf=2026-11-20&perf=2026-11-21T19%3A30',
    );
    // Elsewhere and back again: the same day is begun once more.
    screen.getByRole('heading', { level: 1 }).focus();
    await user.click(screen.getByRole('button', { name: /^11월 21일 토요일, 메모와 회차/ }));
    await waitFor(() => expect(note).toHaveFocus());
  });

  it('tells the performances of a day also to those who write no notes', async () => {
    const account = accountOf({ role: 'member', canManageProductions: false });
    const { user } = open(account);
    await user.click(await screen.findByRole('button', { name: /^11월 21일 토요일/ }));
    const panel = screen.getByRole('region', { name: '이 달의 메모' });
    expect(await within(panel).findByRole('link', { name: /봄밤의 왈츠/ })).toBeVisible();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('shows what it saved without reading it again, and goes on from there', async () => {
    const { user, client } = open();
    const stop = followChanges(client);
    act(() => FakeEventSource.last.accept());
    const read = vi.spyOn(client, 'invalidateQueries');
    const sent: unknown[] = [];
    server.use(
      http.put('*/api/v1/calendar/notes', async ({ request }) => {
        const { notes } = (await request.json()) as { notes: { date: string; note: string | null }[] };
        sent.push([request.headers.get('if-match'), notes]);
        return HttpResponse.json(
          { notes: notes.filter(({ note }) => note !== null) },
          { headers: { ETag: `"n${sent.length + 1}"` } },
        );
      }),
    );
    const name = '11월 3일 화요일 메모';
    await user.type(await screen.findByRole('textbox', { name }), ' 연기');
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(await screen.findByText('자동 저장하지 않습니다')).toBeVisible();
    expect(screen.getByRole('textbox', { name })).toHaveValue('회의 연기');
    await user.clear(screen.getByRole('textbox', { name }));
    await user.click(screen.getByRole('button', { name: '저장' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name })).not.toBeInTheDocument());
    expect(sent).toEqual([
      ['"n1"', [{ date: '2026-11-03', note: '회의 연기' }]],
      ['"n2"', [{ date: '2026-11-03', note: null }]],
    ]);
    expect(read).not.toHaveBeenCalled();
    act(() => FakeEventSource.last.fail(false));
    stop();
  });

  it('drops what was typed only once it is asked about', async () => {
    const { user } = open();
    const note = await screen.findByRole('textbox', { name: '11월 3일 화요일 메모' });
    await user.type(note, ' 연기');
    const reset = () => screen.getByRole('button', { name: '모두 되돌리기' });
    await user.click(reset());
    const question = screen.getByRole('dialog', { name: '모두 되돌리기' });
    expect(question).toHaveTextContent('저장하지 않은 변경 1칸을 모두 버립니다.');
    await user.click(within(question).getByRole('button', { name: '취소' }));
    expect(note).toHaveValue('회의 연기');
    await user.click(reset());
    const again = screen.getByRole('dialog', { name: '모두 되돌리기' });
    await user.click(within(again).getByRole('button', { name: '모두 되돌리기' }));
    await waitFor(() => expect(note).toHaveValue('회의'));
  });

  it('names productions at what begins, and in its legend', async () => {
    open();
    expect(await screen.findByText('개막 봄밤의 왈츠')).toBeVisible();
    expect(screen.getByRole('list', { name: '공연' })).toHaveTextContent('봄밤의 왈츠');
  });
});
