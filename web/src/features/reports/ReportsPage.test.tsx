import { act, screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import type * as catalogue from '@/api/generated/catalogue';
import type * as glossary from '@/lib/i18n/generated/glossary';
import { productionOf, renderRoutes, signedIn } from '@/test/app';
import { eventually } from '@/test/eventually';
import { server } from '@/test/server';
import { Page } from './ReportsPage';

const { both, parameter } = vi.hoisted(() => {
  const both = (ko: string) => ({ ko, en: ko });
  const parameter = (name: string, ko: string, more: object = {}) => ({
    name,
    title: both(ko),
    kind: 'word',
    repeatable: false,
    default: null,
    minimum: null,
    maximum: null,
    choices: [],
    ...more,
  });
  return { both, parameter };
});

// A report that a newer server has: no code of the web knows its name, its fields or its parameters.
vi.mock('@/api/generated/catalogue', async (original) => {
  const real = await original<typeof catalogue>();
  return {
    reports: {
      ...real.reports,
      'plays/queue': {
        categories: ['play', 'musical'],
        title: both('대기열'),
        description: both('주마다 기다리는 사람입니다.'),
        parameters: [
          parameter('asOf', '조회 기준일', { kind: 'day' }),
          parameter('productionId', '공연', { kind: 'id', repeatable: true }),
          parameter('grain', '단위', { default: 'week', choices: ['week', 'month'] }),
          parameter('top', '상위 건수', { kind: 'count', default: 3, minimum: 1, maximum: 100 }),
        ],
        tables: {
          items: {
            title: both('공연별 대기'),
            rows: ['items', 'weeks'],
            furtherRow: null,
            columns: [
              'asOf',
              'productionCode',
              'productionName',
              'category',
              'weekStart',
              'waiting',
              'seatsByGrade.*',
              'productionId',
            ],
          },
          overall: { title: both('모두'), rows: ['overall'], furtherRow: null, columns: ['asOf', 'waiting'] },
        },
      },
    },
  };
});
vi.mock('@/lib/i18n/generated/glossary', async (original) => {
  const real = await original<typeof glossary>();
  return {
    ...real,
    fields: {
      ...real.fields,
      waiting: { ...both('대기'), unit: 'count', sense: 'plain' },
      'seatsByGrade.*': { ...both('등급별'), unit: 'seats', sense: 'plain' },
    },
  };
});

const musical = productionOf();
const routes = [{ path: 'reports/*', element: <Page /> }];
const asked: URLSearchParams[] = [];

function announce() {
  asked.length = 0;
  signedIn(undefined, [musical]);
  server.use(
    http.get('*/api/v1/reports/plays/queue', ({ request }) => {
      asked.push(new URL(request.url).searchParams);
      const week = (weekStart: string, waiting: number) => ({ weekStart, waiting, seatsByGrade: { vip: 3 } });
      return HttpResponse.json({
        report: 'plays/queue',
        asOf: '2026-11-20',
        items: [
          {
            productionId: musical.id,
            productionCode: musical.code,
            productionName: musical.name,
            category: 'musical',
            weeks: [week('2026-11-09', 40), week('2026-11-16', 1234)],
          },
        ],
        overall: { waiting: 1274 },
      });
    }),
  );
}

describe('a report that only the catalogue knows', () => {
  it('has its title, a chart, and every table with the columns that its readers need', async () => {
    announce();
    renderRoutes(routes, '/reports/plays/queue?asOf=2026-11-20');
    expect(await screen.findByRole('heading', { level: 1, name: '대기열' })).toBeVisible();
    expect(screen.getByText('주마다 기다리는 사람입니다.')).toBeVisible();
    expect(screen.getByRole('heading', { level: 2, name: '공연별 대기: 대기' })).toBeVisible();
    const table = await screen.findByRole('table', { name: '공연별 대기' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['공연', '주 시작', '대기', '등급별 VIP석']);
    expect(within(table).getByRole('cell', { name: '1,234' })).toBeVisible();
    expect(screen.getByRole('table', { name: '모두' })).toHaveTextContent('1,274');
  });

  it('asks for what its parameters say, and downloads the same', async () => {
    announce();
    const { user, router } = renderRoutes(routes, '/reports/plays/queue?asOf=2026-11-20');
    await screen.findByRole('table', { name: '공연별 대기' });
    await user.selectOptions(screen.getByLabelText('단위'), '월');
    const top = screen.getByLabelText('상위 건수');
    await user.clear(top);
    await user.type(top, '5{Enter}');
    expect(router.state.location.search).toBe('?asOf=2026-11-20&grain=month&top=5');
    await eventually(() => expect(asked.at(-1)?.toString()).toBe('asOf=2026-11-20&grain=month&top=5'));
    await user.click(screen.getByRole('button', { name: '모두 내려받기' }));
    expect(screen.getByRole('menuitem', { name: 'CSV' })).toHaveAttribute(
      'href',
      '/api/v1/reports/plays/queue?asOf=2026-11-20&grain=month&top=5&format=csv&table=overall',
    );
  });

  it('follows the address in the fields of its parameters', async () => {
    announce();
    const { user, router } = renderRoutes(routes, '/reports/plays/queue?asOf=2026-11-20');
    const top = await screen.findByLabelText('상위 건수');
    await user.clear(top);
    await user.type(top, '5{Enter}');
    expect(top).toHaveValue('5');
    await act(() => router.navigate('/reports/plays/queue?asOf=2026-11-20&top=7'));
    await eventually(() => expect(top).toHaveValue('7'));
    await user.clear(top);
    await user.tab();
    await eventually(() => expect(top).toHaveValue('3'));
    expect(router.state.location.search).toBe('?asOf=2026-11-20');
  });

  it('does not judge a month that is not over', async () => {
    signedIn(undefined, [musical]);
    const items = [{ month: '2026-11', revenueKrw: 5, changeKrw: -5, changeRatio: -0.5, note: null }];
    server.use(http.get('*/api/v1/reports/plays/monthly', () => HttpResponse.json({ items })));
    renderRoutes(routes, '/reports/plays/monthly?asOf=2026-11-20');
    const change = await screen.findByText('▼ 50.0%');
    expect(change).not.toHaveClass('behind');
    expect(change.closest('td')).toHaveTextContent('▼ 50.0% 진행 중');
  });

  it('is in the list of reports', async () => {
    announce();
    renderRoutes(routes, '/reports?asOf=2026-11-20');
    expect(await screen.findByRole('link', { name: '대기열' })).toHaveAttribute(
      'href',
      '/reports/plays/queue?asOf=2026-11-20',
    );
    expect(screen.getByRole('link', { name: '주간 개요' })).toBeVisible();
  });

  it('is not found under a name that there is not', async () => {
    announce();
    renderRoutes(routes, '/reports/plays/nothing');
    expect(await screen.findByText('이 이름의 보고서가 없습니다.')).toBeVisible();
  });
});
