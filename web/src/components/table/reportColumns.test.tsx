import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type * as glossary from '@/lib/i18n/generated/glossary';
import type { FieldName } from '@/lib/i18n/fields';
import { renderApp } from '@/test/app';
import { ReportTable } from './ReportTable';

vi.mock('@/lib/i18n/generated/glossary', async (original) => {
  const real = await original<typeof glossary>();
  const added = (ko: string, unit: string, sense = 'plain') => ({ ko, en: ko, unit, sense });
  return {
    ...real,
    fields: {
      ...real.fields,
      advance: added('선급금', 'krw'),
      drift: added('차이', 'ratio', 'difference'),
      pace: added('속도', 'ratio', 'change'),
      reach: added('도달', 'ratio', 'attainment'),
      gain: added('이익', 'krw', 'balance'),
      stools: added('보조석', 'seats'),
      since: added('시작', 'day'),
      mood: added('분위기', 'word'),
    },
  };
});

/** Fields that only a newer server knows, which no code of the web names. */
const added = [
  'advance',
  'drift',
  'pace',
  'reach',
  'gain',
  'stools',
  'since',
  'mood',
] as unknown as FieldName[];
const row = {
  productionCode: 'MU2611',
  productionName: '봄밤의 왈츠',
  category: 'musical',
  advance: 12_340_000,
  drift: 0.055,
  pace: -0.014,
  reach: 0.98,
  gain: -5_000_000,
  stools: 413,
  since: '2026-11-19',
  mood: 'on_sale',
};

function draw() {
  renderApp(
    <ReportTable
      caption="새 표"
      rows={[row]}
      rowKey={() => 'one'}
      total={{ advance: 99_000_000, since: '2026-01-01' }}
      columns={['productionName', ...(added as 'productionName'[])]}
    />,
    '/?asOf=2026-11-20',
  );
  return within(screen.getByRole('table', { name: '새 표' }));
}

describe('a soft bar', () => {
  it('has the colour of its category, and ink that belongs to none where that is not known', () => {
    const rows = [
      { cast: '장수아', category: 'play', revenueKrw: 5_000_000 },
      { cast: '김지유', revenueKrw: 5_000_000 },
    ];
    renderApp(
      <ReportTable
        caption="캐스트"
        rows={rows}
        rowKey={({ cast }) => cast}
        columns={['cast', { field: 'revenueKrw', bar: 'all' }]}
      />,
    );
    const barOf = (name: RegExp) => screen.getByRole('row', { name }).querySelector('i[aria-hidden]');
    expect(barOf(/장수아/)).toHaveClass('playSoft');
    expect(barOf(/김지유/)).toHaveClass('allSoft');
  });
});

describe('a column of times', () => {
  it('stands in one line, and has no title of the letters that it is sorted by', () => {
    const rows = [{ startsAt: '2026-11-24T19:30:00+09:00' }];
    renderApp(
      <ReportTable caption="회차" rows={rows} rowKey={({ startsAt }) => startsAt} columns={['startsAt']} />,
    );
    const time = screen.getByRole('rowheader');
    expect(time).toHaveAttribute('data-whole');
    expect(time).not.toHaveAttribute('data-text');
    expect(time).not.toHaveAttribute('title');
  });
});

describe('a column that the catalogue adds', () => {
  it('has the title of the catalogue, and is formatted by its unit and its sense', () => {
    const table = draw();
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      '공연',
      '선급금',
      '차이',
      '속도',
      '도달',
      '이익',
      '보조석',
      '시작',
      '분위기',
    ]);
    const cells = table.getAllByRole('row')[1];
    expect(
      within(cells ?? document.body)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['1,234만', '+5.5%p', '▼ 1.4%', '98.0%', '−500만', '413석', '11/19(목)', '판매 중']);
    expect(table.getByText('98.0%')).toHaveClass('behind');
  });

  it('stands right where it is a figure, and has the sum that the report gives, no other', () => {
    const table = draw();
    const footer = table.getAllByRole('row').at(-1);
    expect(footer).toHaveTextContent('합계9,900만');
    expect(footer).not.toHaveTextContent('1/1');
    expect(table.getByRole('link', { name: '봄밤의 왈츠' })).toHaveAttribute(
      'href',
      '/productions/MU2611?asOf=2026-11-20',
    );
  });
});
