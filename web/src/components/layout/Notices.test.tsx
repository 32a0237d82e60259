import { screen } from '@testing-library/react';
import { useRef } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderApp } from '@/test/app';
import { useSay } from './Notices';

function Speaker({ onUndo }: { onUndo: () => void }) {
  const say = useSay();
  const takeAway = useRef(() => {});
  return (
    <>
      <button
        onClick={() => {
          takeAway.current = say('52일을 채웠습니다', { undo: onUndo });
        }}
      >
        채우기
      </button>
      <button onClick={() => takeAway.current()}>고치기</button>
      <button onClick={() => say('52칸을 저장했습니다')}>저장</button>
    </>
  );
}

describe('what is told of an action', () => {
  it('takes the place of what was told before, with its undo', async () => {
    const onUndo = vi.fn();
    const { user } = renderApp(<Speaker onUndo={onUndo} />);
    await user.click(screen.getByRole('button', { name: '채우기' }));
    expect(screen.getByText('52일을 채웠습니다')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '저장' }));
    expect(screen.getByText('52칸을 저장했습니다')).toBeVisible();
    expect(screen.queryByText('52일을 채웠습니다')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '되돌리기' })).not.toBeInTheDocument();
  });

  it('is taken away when its undo would undo something else', async () => {
    const { user } = renderApp(<Speaker onUndo={vi.fn()} />);
    await user.click(screen.getByRole('button', { name: '채우기' }));
    await user.click(screen.getByRole('button', { name: '고치기' }));
    expect(screen.queryByText('52일을 채웠습니다')).not.toBeInTheDocument();
  });
});
