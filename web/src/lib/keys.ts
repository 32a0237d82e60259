/**
 * Keyboard shortcuts. Keys are compared by their place on the keyboard (`event.code`), so that they work while a
 * Korean layout is on, where the letter that arrives is `ㅎ` and not `g`.
 */
import { useEffect, useRef } from 'react';

/** Whether the person is typing, in which case single keys are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="grid"], dialog[open]') !== null) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The key with its modifiers: `Ctrl+KeyK`, `Shift+Slash`, `KeyD`. Command counts as Ctrl. */
export function chord(event: KeyboardEvent): string {
  const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const alt = event.altKey ? 'Alt+' : '';
  const shift = event.shiftKey ? 'Shift+' : '';
  return `${ctrl}${alt}${shift}${event.code}`;
}

/**
 * Runs `action` when the key is pressed anywhere on the page: `useShortcut('KeyE', openExport)`. Off while typing,
 * unless the key is held with Ctrl.
 */
export function useShortcut(key: string, action: () => void): void {
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || chord(event) !== key) return;
      if (!key.startsWith('Ctrl+') && isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [key]);
}
