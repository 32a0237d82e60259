import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '@/test/app';
import { togglePin, usePins } from './pins';
import { useNoteRecent, useRecent } from './recent';

/** Another tab has changed what is kept. */
function elsewhere(key: string, text: string) {
  localStorage.setItem(key, text);
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
}

describe('the productions that were looked at', () => {
  function Latest() {
    useNoteRecent();
    return <output>{useRecent().join('|')}</output>;
  }

  it('are the last five, each once, by the code of their address', async () => {
    const { router } = renderApp(<Latest />, '/productions/A');
    for (const code of ['B', 'C', 'B/sales', 'D', 'E', 'F%201/seats'])
      await act(() => router.navigate(`/productions/${code}`));
    await act(() => router.navigate('/uploads'));
    expect(screen.getByRole('status')).toHaveTextContent(/^F 1\|E\|D\|B\|C$/);
    expect(localStorage.getItem('fullhouse.recent')).toBe('["F 1","E","D","B","C"]');
  });

  it('follow another tab, and what is no list of codes is none', () => {
    renderApp(<Latest />);
    elsewhere('fullhouse.recent', '[1,"G",null,"H"]');
    expect(screen.getByRole('status')).toHaveTextContent(/^G\|H$/);
    elsewhere('fullhouse.recent', '{"no":"list"');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});

describe('the productions that are pinned', () => {
  function Pinned() {
    return <output>{usePins().join('|')}</output>;
  }

  it('stand in the order in which they were pinned, until they are taken away', () => {
    renderApp(<Pinned />);
    act(() => ['A', 'B', 'C'].forEach(togglePin));
    expect(screen.getByRole('status')).toHaveTextContent(/^A\|B\|C$/);
    act(() => togglePin('B'));
    expect(screen.getByRole('status')).toHaveTextContent(/^A\|C$/);
    expect(localStorage.getItem('fullhouse.pins')).toBe('["A","C"]');
    elsewhere('fullhouse.pins', 'no list');
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});
