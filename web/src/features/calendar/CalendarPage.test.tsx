import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { accountOf, productionOf, renderApp, signedIn } from '@/test/app';
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

  it('names productions at what begins, and in its legend', async () => {
    open();
    expect(await screen.findByText('개막 봄밤의 왈츠')).toBeVisible();
    expect(screen.getByRole('list', { name: '공연' })).toHaveTextContent('봄밤의 왈츠');
  });
});
