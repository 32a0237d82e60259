import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { sorted } from './columns';
import type { Column } from './columns';
import { DataTable } from './DataTable';
import { ReportTable } from './ReportTable';

interface Row {
  readonly code: string;
  readonly name: string;
  readonly revenue: number | null;
}

const rows: readonly Row[] = [
  { code: 'b', name: '봄밤의 왈츠', revenue: 300 },
  { code: 'a', name: '두 번째 편지', revenue: null },
  { code: 'c', name: '겨울 숲 콘서트', revenue: 900 },
];

const columns: readonly Column<Row>[] = [
  { key: 'name', label: '공연', value: ({ name }) => name },
  { key: 'revenue', label: '매출', align: 'right', value: ({ revenue }) => revenue, footer: '1,200' },
];

const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);

describe('a table', () => {
  it('sorts by a column, keeps the order in the address, and puts what is unknown last', async () => {
    const { user, router } = renderApp(
      <DataTable caption="공연별 매출" columns={columns} rows={rows} rowKey={({ code }) => code} />,
    );
    expect(names()).toEqual(['봄밤의 왈츠', '두 번째 편지', '겨울 숲 콘서트']);
    await user.click(screen.getByRole('button', { name: '매출' }));
    expect(names()).toEqual(['겨울 숲 콘서트', '봄밤의 왈츠', '두 번째 편지']);
    expect(router.state.location.search).toBe('?sort=-revenue');
    expect(screen.getByRole('columnheader', { name: '매출' })).toHaveAttribute('aria-sort', 'descending');
    await user.click(screen.getByRole('button', { name: '매출' }));
    expect(names()).toEqual(['봄밤의 왈츠', '겨울 숲 콘서트', '두 번째 편지']);
  });

  it('begins with the order of the address, and ignores one that it does not know', () => {
    renderApp(
      <DataTable
        caption="공연별 매출"
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
        initialSort={{ key: 'revenue', descending: false }}
      />,
      '/?sort=-nothing',
    );
    expect(names()).toEqual(['봄밤의 왈츠', '겨울 숲 콘서트', '두 번째 편지']);
  });

  it('finds rows and opens them', async () => {
    const onOpen = vi.fn();
    const { user } = renderApp(
      <DataTable
        caption="공연별 매출"
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
        filterText={({ name }) => name}
        onOpen={onOpen}
      />,
    );
    await user.type(screen.getByRole('searchbox'), '편지');
    expect(names()).toEqual(['두 번째 편지']);
    expect(screen.getByText('3개 중 1개')).toBeVisible();
    await user.click(screen.getByRole('rowheader', { name: '두 번째 편지' }));
    expect(onOpen).toHaveBeenCalledWith(rows[1]);
  });

  it('keeps what it is searched for in the address', async () => {
    const { user, router } = renderApp(
      <DataTable
        caption="공연별 매출"
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
        filterText={({ name }) => name}
      />,
      '/?q=편지',
    );
    expect(names()).toEqual(['두 번째 편지']);
    await user.clear(screen.getByRole('searchbox'));
    await waitFor(() => expect(router.state.location.search).toBe(''));
    expect(names()).toHaveLength(3);
  });

  it('makes each order a step that Back undoes', async () => {
    const { user, router } = renderApp(
      <DataTable caption="공연별 매출" columns={columns} rows={rows} rowKey={({ code }) => code} />,
      '/?grain=week',
    );
    await user.click(screen.getByRole('button', { name: '매출' }));
    await act(() => router.navigate(-1));
    expect(router.state.location.search).toBe('?grain=week');
  });

  it('folds what is to come away, unless that is all there is', async () => {
    const table = (folded: (row: Row) => boolean) => (
      <DataTable
        caption="공연별 매출"
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
        folded={folded}
      />
    );
    const { user } = renderApp(table(({ revenue }) => revenue === null));
    expect(names()).toEqual(['봄밤의 왈츠', '겨울 숲 콘서트']);
    await user.click(screen.getByRole('button', { name: '앞으로 1개 보기' }));
    expect(names()).toHaveLength(3);
    cleanup();
    renderApp(table(() => true));
    expect(names()).toHaveLength(3);
    expect(screen.queryByRole('button', { name: /앞으로/ })).not.toBeInTheDocument();
  });

  it('says what it folds away where that is not to come', async () => {
    const { user } = renderApp(
      <DataTable
        caption="공연별 매출"
        columns={columns}
        rows={rows}
        rowKey={({ code }) => code}
        folded={({ code }) => code === 'b'}
        foldedWords={{ show: (count) => `공연 종료 ${count}`, hide: '접기' }}
      />,
    );
    expect(names()).toEqual(['두 번째 편지', '겨울 숲 콘서트']);
    await user.click(screen.getByRole('button', { name: '공연 종료 1' }));
    expect(names()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: '접기' }));
    expect(names()).toHaveLength(2);
  });

  it('tells the whole of a name that may be cut, and what a figure of a phone is', () => {
    const name = '아주 긴 이름을 가진 공연의 이름이 두 줄을 넘을 때';
    renderApp(
      <DataTable
        caption="공연별 매출"
        columns={[
          { key: 'name', label: '공연', value: (row: Row) => row.name },
          { key: 'revenue', label: '매출', phone: 'second', value: (row: Row) => row.revenue },
        ]}
        rows={[{ code: 'a', name, revenue: 5 }]}
        rowKey={({ code }) => code}
      />,
    );
    expect(screen.getByRole('rowheader', { name })).toHaveAttribute('title', name);
    expect(screen.getByRole('cell', { name: '5' })).toHaveAttribute('data-label', '매출');
  });

  it('heads rows that belong together, while they stand together', async () => {
    const { user } = renderApp(
      <DataTable
        caption="공연별 매출"
        columns={[{ key: 'code', label: '분류', value: ({ code }: Row) => code < 'c' }, ...columns]}
        rows={rows}
        rowKey={({ code }) => code}
        initialSort={{ key: 'code', descending: true }}
        group={{
          by: 'code',
          key: ({ code }) => String(code < 'c'),
          text: ({ code }) => (code < 'c' ? '먼저' : '나중'),
        }}
      />,
    );
    const heads = () =>
      screen.queryAllByRole('rowheader', { name: /먼저|나중/ }).map(({ textContent }) => textContent);
    expect(heads()).toEqual(['먼저', '나중']);
    await user.click(screen.getByRole('button', { name: '매출' }));
    expect(heads()).toEqual([]);
  });

  it('has sums in its footer, and draws long lists in parts', async () => {
    const many = Array.from({ length: 250 }, (_, index) => ({
      code: String(index),
      name: `공연 ${index}`,
      revenue: index,
    }));
    const { user } = renderApp(
      <DataTable caption="공연별 매출" columns={columns} rows={many} rowKey={({ code }) => code} />,
    );
    expect(screen.getByText('합계')).toBeVisible();
    // By text, since roles of hundreds of cells take seconds to compute.
    expect(screen.getAllByText(/^공연 \d+$/)).toHaveLength(100);
    expect(screen.getByText('250개 중 100개')).toBeVisible();
    await user.click(screen.getByText('더 보기'));
    expect(screen.getAllByText(/^공연 \d+$/)).toHaveLength(200);
  });

  it('draws no row again where more follow', async () => {
    const many = Array.from({ length: 90 }, (_, index) => ({
      code: `${index}`,
      name: `공연 ${index}`,
      revenue: 1,
    }));
    const cell = vi.fn(({ name }: Row) => name);
    const drawn = [{ key: 'name', label: '공연', cell }];
    renderApp(<DataTable caption="공연" columns={drawn} rows={many} rowKey={({ code }) => code} />);
    await waitFor(() => expect(screen.getAllByRole('row', { hidden: true })).toHaveLength(91));
    expect(cell).toHaveBeenCalledTimes(90);
  });

  it('sorts numbers inside of names as people count', () => {
    const weeks = ['10주차', '9주차', '2주차'].map((name) => ({ code: name, name, revenue: null }));
    expect(sorted(weeks, columns[0], false).map(({ name }) => name)).toEqual(['2주차', '9주차', '10주차']);
  });
});

describe('a table of a report', () => {
  it('writes prices exactly, as they differ by less than a 만', () => {
    renderApp(
      <ReportTable
        caption="주간 좌석 판매"
        rows={[{ week: '11/16', meanTicketPriceKrw: 97_184 }]}
        rowKey={({ week }) => week}
        columns={['week', 'meanTicketPriceKrw']}
      />,
    );
    expect(screen.getByRole('cell', { name: '97,184원' })).toBeVisible();
  });

  it('takes labels, units and sums from the names of the fields', () => {
    const items = [
      {
        productionCode: 'MU2611',
        productionName: '봄밤의 왈츠',
        category: 'musical',
        revenueKrw: 249_420_000,
        targetRatio: 1.3289,
        changeKrw: -3_430_000,
        changeRatio: -0.0136,
      },
      {
        productionCode: 'PL2612',
        productionName: '두 번째 편지',
        category: 'play',
        revenueKrw: 43_390_000,
        targetRatio: null,
        changeKrw: null,
        changeRatio: null,
      },
    ];
    renderApp(
      <ReportTable
        caption="주간 개요"
        rows={items}
        rowKey={({ productionCode }) => productionCode}
        columns={[
          'productionName',
          { field: 'revenueKrw', footer: '2억 9,281만' },
          'targetRatio',
          'changeKrw',
          'changeRatio',
        ]}
      />,
    );
    const row = screen.getByRole('row', { name: /봄밤의 왈츠/ });
    expect(within(row).getByRole('cell', { name: '2억 4,942만' })).toBeVisible();
    expect(within(row).getByRole('cell', { name: '132.9%' })).toBeVisible();
    expect(within(row).getByRole('cell', { name: '−343만' })).toBeVisible();
    expect(within(row).getByRole('cell', { name: '▼ 1.4%' })).toBeVisible();
    expect(within(row).getByRole('link', { name: '봄밤의 왈츠' })).toHaveAttribute(
      'href',
      '/productions/MU2611',
    );
    expect(screen.getByRole('cell', { name: '2억 9,281만' })).toBeVisible();
    expect(screen.getByRole('columnheader', { name: '달성률' })).toBeVisible();
    expect(
      within(screen.getByRole('row', { name: /두 번째 편지/ })).getAllByRole('cell', { name: '–' }),
    ).toHaveLength(3);
  });
});
