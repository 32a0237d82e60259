import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { isTyping, useShortcut } from '@/lib/keys';
import { schemePreference, useScheme } from '@/lib/theme/scheme';
import { useEntries } from './navigation';

/** How long `g` waits for the key that names the page. */
const chordMs = 1_200;

/** What a key means: the one in the panel that has the focus, else the first of the page. */
function nearest(selector: string): HTMLElement | null {
  const panel = document.activeElement?.closest('section');
  return (
    panel?.querySelector<HTMLElement>(selector) ?? document.querySelector<HTMLElement>(`main ${selector}`)
  );
}

/** The keys that hold on every page; pages add their own with `useShortcut`. */
export function useShellKeys({ onFind, onKeys }: { onFind: () => void; onKeys: () => void }): void {
  const navigate = useNavigate();
  const entries = useEntries();
  const scheme = useScheme();

  useShortcut('Ctrl+KeyK', onFind);
  useShortcut('Shift+Slash', onKeys);
  useShortcut('KeyD', () => schemePreference.set(scheme === 'dark' ? 'light' : 'dark'));
  useShortcut('Slash', () => nearest('[data-table-filter]')?.focus());
  useShortcut('KeyE', () => nearest('[data-export]')?.click());

  const begun = useRef(0);
  useShortcut('KeyG', () => {
    begun.current = Date.now();
  });
  const latest = useRef(entries);
  useEffect(() => {
    latest.current = entries;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.code === 'KeyG' || isTyping(event.target)) return;
      const inTime = Date.now() - begun.current < chordMs;
      begun.current = 0;
      if (!inTime || event.ctrlKey || event.metaKey || event.altKey) return;
      const entry = latest.current.find(({ key }) => key === event.code);
      if (entry === undefined) return;
      event.preventDefault();
      // `g t` must not be taken for a key of its own by whoever listens behind.
      event.stopImmediatePropagation();
      void navigate(entry.path);
    };
    window.addEventListener('keydown', listen, { capture: true });
    return () => window.removeEventListener('keydown', listen, { capture: true });
  }, [navigate]);
}
