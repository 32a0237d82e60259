import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Panel } from '@/components/layout/Panel';
import { DownloadMenu } from '@/components/table/DownloadMenu';
import { renderApp, signedIn } from '@/test/app';
import { useShellKeys } from './useShellKeys';

const onFind = vi.fn();
const onKeys = vi.fn();

function Shell() {
  useShellKeys({ onFind, onKeys });
  return (
    <main>
      {['주간', '월간'].map((name) => (
        <Panel
          key={name}
          title={name}
          actions={<DownloadMenu of={name} download={{ report: 'plays/weekly-overview', query: {} }} />}
        >
          <input type="search" aria-label={`${name} 찾기`} data-table-filter />
          <button>{name} 단추</button>
        </Panel>
      ))}
    </main>
  );
}

function open() {
  signedIn();
  return renderApp(<Shell />, '/plays');
}

afterEach(() => {
  onFind.mockReset();
  onKeys.mockReset();
  vi.useRealTimers();
});

describe('the keys of every page', () => {
  it('mean the panel that has the focus, else the first: e its downloads, / its search', async () => {
    const { user } = open();
    await user.keyboard('[KeyE]');
    expect(screen.getByRole('menu')).toHaveAccessibleName('주간 내려받기');
    await user.keyboard('{Escape}');
    screen.getByRole('button', { name: '월간 단추' }).focus();
    await user.keyboard('[KeyE]');
    expect(screen.getByRole('menu')).toHaveAccessibleName('월간 내려받기');
    await user.keyboard('{Escape}');
    screen.getByRole('button', { name: '월간 단추' }).focus();
    await user.keyboard('[Slash]');
    expect(screen.getByRole('searchbox', { name: '월간 찾기' })).toHaveFocus();
    // Here they are letters.
    await user.keyboard('[KeyE][Slash]');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    screen.getByRole('searchbox', { name: '월간 찾기' }).blur();
    await user.keyboard('[Slash]');
    expect(screen.getByRole('searchbox', { name: '주간 찾기' })).toHaveFocus();
  });

  it('lead to pages by g and their letter, soon after each other', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { user, router } = open();
    await user.keyboard('[KeyG]');
    vi.setSystemTime(Date.now() + 1_300);
    await user.keyboard('[KeyH]');
    expect(router.state.location.pathname).toBe('/plays');
    await user.keyboard('[KeyG][KeyH]');
    await waitFor(() => expect(router.state.location.pathname).toBe('/'));
  });

  it('find, and tell the keys', async () => {
    const { user } = open();
    await user.keyboard('{Control>}[KeyK]{/Control}');
    expect(onFind).toHaveBeenCalledOnce();
    await user.keyboard('{Shift>}[Slash]{/Shift}');
    expect(onKeys).toHaveBeenCalledOnce();
  });
});
