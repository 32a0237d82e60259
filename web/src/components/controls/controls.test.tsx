import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { describe, expect, it, vi } from 'vitest';
import { DayField } from '@/components/forms/DayField';
import { MoneyField } from '@/components/forms/MoneyField';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { productionOf, renderApp, renderRoutes, signedIn, accountOf } from '@/test/app';
import { ApiProblem } from '@/api/problem';
import { ConfirmDialog } from './ConfirmDialog';
import { PeriodPicker } from './PeriodPicker';
import { Popover } from './Popover';
import { ProductionPicker } from './ProductionPicker';
import { UnsavedGuard } from './UnsavedGuard';

describe('a field of money', () => {
  function Example({ onChange }: { onChange: (won: number | null) => void }) {
    const [won, setWon] = useState<number | null>(1_500_000);
    return (
      <MoneyField
        label="손익분기점"
        value={won}
        onChange={(next) => {
          setWon(next);
          onChange(next);
        }}
        onInvalid={() => undefined}
      />
    );
  }

  it('takes what people type, says what it understood, and shows separators', async () => {
    const onChange = vi.fn();
    const { user } = renderApp(<Example onChange={onChange} />);
    const field = screen.getByRole('textbox', { name: '손익분기점' });
    expect(field).toHaveValue('1,500,000');
    await user.clear(field);
    await user.type(field, '1억 2천');
    expect(onChange).toHaveBeenLastCalledWith(120_000_000);
    expect(field).toHaveAccessibleDescription('1억 2,000만');
    await user.tab();
    expect(field).toHaveValue('120,000,000');
  });

  it('says what it cannot read, and keeps the text', async () => {
    const { user } = renderApp(<Example onChange={() => undefined} />);
    const field = screen.getByRole('textbox', { name: '손익분기점' });
    await user.clear(field);
    await user.type(field, '많이');
    await user.tab();
    expect(screen.getByRole('alert')).toHaveTextContent('금액을 읽을 수 없습니다');
    expect(field).toHaveValue('많이');
    expect(field).toBeInvalid();
  });
});

describe('a question before something that cannot be taken back', () => {
  it('stays open and says why when it fails', async () => {
    const onClose = vi.fn();
    const onConfirm = vi
      .fn()
      .mockRejectedValueOnce(new ApiProblem(409, { code: 'conflict' }))
      .mockResolvedValueOnce(null);
    const { user } = renderApp(
      <ConfirmDialog title="자료 철회" verb="철회" onConfirm={onConfirm} onClose={onClose}>
        11/19 자료를 철회하면 11/18 자료가 보입니다.
      </ConfirmDialog>,
    );
    await user.click(screen.getByRole('button', { name: '철회' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('지금 상태에서는 할 수 없습니다');
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: '철회' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });
});

describe('a dialog', () => {
  it('stays where a drag ends outside of it, and while what it began runs', async () => {
    const onClose = vi.fn();
    let done = () => {};
    const onConfirm = () =>
      new Promise<void>((resolve) => {
        done = resolve;
      });
    const { user } = renderApp(
      <ConfirmDialog title="자료 철회" verb="철회" onConfirm={onConfirm} onClose={onClose}>
        <input aria-label="이유" />
      </ConfirmDialog>,
    );
    const dialog = screen.getByRole('dialog');
    await user.pointer([
      { keys: '[MouseLeft>]', target: screen.getByLabelText('이유') },
      { keys: '[/MouseLeft]', target: dialog },
    ]);
    fireEvent.click(dialog);
    expect(onClose).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: '철회' }));
    fireEvent(dialog, new Event('cancel', { cancelable: true }));
    await user.click(dialog);
    expect(onClose).not.toHaveBeenCalled();
    done();
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  });

  it('closes by a press beside it', async () => {
    const onClose = vi.fn();
    const { user } = renderApp(
      <ConfirmDialog title="자료 철회" verb="철회" onConfirm={() => undefined} onClose={onClose}>
        11/19
      </ConfirmDialog>,
    );
    await user.click(screen.getByRole('dialog'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('confirms nothing whose effect is not known', () => {
    renderApp(
      <ConfirmDialog title="자료 철회" verb="철회" ready={false} onConfirm={vi.fn()} onClose={vi.fn()}>
        …
      </ConfirmDialog>,
    );
    expect(screen.getByRole('button', { name: '철회' })).toBeDisabled();
  });
});

describe('what opens beneath a button', () => {
  it('keeps what was typed in it when it closes by a press beside it', async () => {
    const onChange = vi.fn();
    const { user } = renderApp(
      <>
        <Popover title="조회일" trigger="조회일">
          {() => <DayField label="날짜" value="2026-11-20" onChange={onChange} />}
        </Popover>
        <p>옆</p>
      </>,
    );
    await user.click(screen.getByRole('button', { name: '조회일' }));
    fireEvent.change(screen.getByLabelText('날짜'), { target: { value: '2026-11-19' } });
    fireEvent.pointerDown(screen.getByText('옆'));
    expect(screen.queryByLabelText('날짜')).not.toBeInTheDocument();
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-11-19');
  });
});

describe('unsaved changes', () => {
  it('are asked about before the page is left', async () => {
    const { user, router } = renderRoutes([
      {
        path: '/',
        element: (
          <>
            <UnsavedGuard changes={14} />
            <Link to="/?grain=week">주</Link>
            <Link to="/other">다른 화면</Link>
          </>
        ),
      },
      { path: '/other', element: <h1>다른 화면</h1> },
    ]);
    await user.click(screen.getByRole('link', { name: '주' }));
    expect(router.state.location.search).toBe('?grain=week');
    await user.click(screen.getByRole('link', { name: '다른 화면' }));
    expect(screen.getByRole('dialog')).toHaveTextContent('저장하지 않은 변경 14칸이 있습니다. 나갈까요?');
    expect(screen.getByRole('button', { name: '계속 편집' })).toHaveClass('primary');
    expect(screen.getByRole('button', { name: '나가기' })).not.toHaveClass('primary');
    await user.click(screen.getByRole('button', { name: '계속 편집' }));
    expect(router.state.location.pathname).toBe('/');
    await user.click(screen.getByRole('link', { name: '다른 화면' }));
    await user.click(screen.getByRole('button', { name: '나가기' }));
    expect(await screen.findByRole('heading', { name: '다른 화면' })).toBeVisible();
  });
});

describe('the period of a page', () => {
  it('moves with the day that is looked at, and steps by keys', async () => {
    const { user, router } = renderApp(<PeriodPicker standard="lastWeek" />, '/?asOf=2026-11-20');
    expect(screen.getByRole('button', { name: /지난주 11\/9–11\/15|지난주 2026/ })).toBeVisible();
    await user.keyboard('[BracketLeft]');
    expect(router.state.location.search).toBe('?asOf=2026-11-20&from=2026-11-02&to=2026-11-08');
    await user.click(screen.getByRole('button', { name: '다음 기간' }));
    expect(router.state.location.search).toBe('?asOf=2026-11-20&from=2026-11-09&to=2026-11-15');
  });

  it('is chosen by name', async () => {
    const { user, router } = renderApp(<PeriodPicker standard="lastWeek" />, '/?asOf=2026-11-20');
    await user.click(screen.getByRole('button', { name: /^지난주/ }));
    await user.click(screen.getByRole('button', { name: '이번 달' }));
    expect(router.state.location.search).toBe('?asOf=2026-11-20&period=thisMonth');
  });
});

describe('the productions of a page', () => {
  it('are chosen by their codes in the address', async () => {
    signedIn(accountOf(), [
      productionOf(),
      productionOf({ id: '2', code: 'PL2612', name: '두 번째 편지', category: 'play' }),
      productionOf({ id: '3', code: 'CO2613', name: '겨울 숲 콘서트', category: 'concert' }),
    ]);
    const { user, router } = renderApp(<ProductionPicker categories={['play', 'musical']} />);
    await user.click(await screen.findByRole('button', { name: '공연 2' }));
    await user.click(screen.getByRole('checkbox', { name: /두 번째 편지/ }));
    expect(router.state.location.search).toBe('?production=PL2612');
    expect(screen.getByRole('button', { name: '공연 1 / 2' })).toBeVisible();
  });
});

describe('many productions of a page', () => {
  it('are searched by name, and chosen by category', async () => {
    const musicals = Array.from({ length: 9 }, (_, index) =>
      productionOf({ id: `m${index}`, code: `MU${index}`, name: `뮤지컬 ${index}호` }),
    );
    const play = productionOf({ id: 'p', code: 'PL2612', name: '두 번째 편지', category: 'play' });
    signedIn(accountOf(), [...musicals, play]);
    const { user, router } = renderApp(<ProductionPicker />);
    await user.click(await screen.findByRole('button', { name: '공연 10' }));
    const field = screen.getByRole('searchbox', { name: '공연 찾기' });
    expect(field).toHaveFocus();
    await user.type(field, '편지');
    expect(screen.getAllByRole('checkbox')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: '연극 모두' }));
    expect(router.state.location.search).toBe('?production=PL2612');
    await user.clear(field);
    await user.type(field, '없는 이름');
    expect(screen.getByText('검색 결과가 없습니다.')).toBeVisible();
  });
});

describe('a menu of downloads', () => {
  it('opens by keyboard, moves by arrows, and returns the focus', async () => {
    const { user } = renderApp(
      <DownloadMenu of="주간 개요" download={{ report: 'plays/weekly-overview', query: {} }} />,
    );
    const button = screen.getByRole('button', { name: '주간 개요 내려받기' });
    button.focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('menuitem', { name: 'CSV' })).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('menuitem', { name: '엑셀(xlsx)' })).toHaveAttribute(
      'href',
      '/api/v1/reports/plays/weekly-overview?format=xlsx',
    );
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(button).toHaveFocus();
  });
});
