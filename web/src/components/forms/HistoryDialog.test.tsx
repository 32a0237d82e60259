import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { HistoryDialog } from './HistoryDialog';
import type { HistoryEntry } from './HistoryDialog';

const entry = (by: string | undefined, movedIn: boolean): HistoryEntry => ({
  at: '2026-11-18T11:30:00+09:00',
  by,
  movedIn,
  changes: [{ key: '2026-11-19', name: '2026-11-19', before: null, after: '수능' }],
});

const show = (entries: readonly HistoryEntry[]) =>
  renderApp(
    <HistoryDialog
      title="변경 이력"
      query={{ data: entries, error: null, refetch: vi.fn() }}
      onClose={vi.fn()}
    />,
  );

it('names who changed what, and what was moved in', () => {
  show([entry('하우스 매니저', false), entry(undefined, true), entry(undefined, false)]);
  expect(screen.getAllByRole('strong').map((who) => who.textContent)).toEqual([
    '하우스 매니저',
    '이전 시스템에서 옮김',
    '알 수 없음',
  ]);
});
