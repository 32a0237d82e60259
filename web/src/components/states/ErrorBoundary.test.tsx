import { render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '@/api/problem';
import { ErrorBoundary } from './ErrorBoundary';
import { ErrorState } from './ErrorState';
import { ProblemText } from './ProblemText';

function Figure({ value }: { value: number | null }) {
  if (value === null) throw new Error('no figure');
  return <p>{value}</p>;
}

describe('a part of a page that breaks', () => {
  it('is drawn again with the next answer', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { rerender } = render(
      <ErrorBoundary>
        <Figure value={null} />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('alert')).toBeVisible();
    expect(told).toHaveBeenCalledWith(expect.stringMatching(/^\s*at Figure\b/));
    rerender(
      <ErrorBoundary>
        <Figure value={7} />
      </ErrorBoundary>,
    );
    expect(screen.getByText('7')).toBeVisible();
    vi.restoreAllMocks();
  });
});

describe('a fault of the server', () => {
  it('is told by what was done: read, or saved', () => {
    const problem = new ApiProblem(500, { code: 'internal' });
    render(<ErrorState error={problem} />);
    expect(screen.getByText(/불러오지 못했습니다/)).toBeVisible();
    expect(screen.getByText('internal · 500')).toBeVisible();
    render(<ErrorState error={new Error('no connection')} />);
    expect(screen.getByText(/서버에 연결할 수 없습니다/)).toBeVisible();
    expect(screen.queryByText(/offline/)).not.toBeInTheDocument();
    render(<ProblemText problem={problem} />);
    expect(screen.getByText(/처리하지 못했습니다/)).toBeVisible();
  });
});
