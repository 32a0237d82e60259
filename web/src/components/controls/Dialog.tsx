import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { Button } from './Button';
import styles from './Dialog.module.css';

const words = defineMessages({ ko: { close: '닫기' }, en: { close: 'Close' } });

/**
 * A dialog over the page. The browser's own one keeps the focus inside and returns it; on phones it is a sheet at
 * the foot. Show it by rendering it.
 */
export function Dialog({
  title,
  children,
  actions,
  wide = false,
  busy = false,
  onClose,
}: {
  title: string;
  children: ReactNode;
  /** Buttons at the lower right, the one that acts last. */
  actions?: ReactNode;
  wide?: boolean;
  /** While something runs that the dialog began, it stays. */
  busy?: boolean;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const dialog = useRef<HTMLDialogElement>(null);
  const begun = useRef<EventTarget>(null);
  const id = useId();
  const close = () => {
    if (!busy) onClose();
  };
  useEffect(() => {
    const shown = dialog.current;
    if (shown !== null && !shown.open) {
      shown.showModal();
      // The browser would begin with the button that closes: begin with the first field, else with the first action.
      shown.querySelector<HTMLElement>('input, select, textarea, footer button')?.focus();
    }
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={styles['dialog']}
      data-wide={wide || undefined}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onPointerDown={(event) => {
        begun.current = event.target;
      }}
      onClick={(event) => {
        // A drag that began inside, as when a text is selected, is no press on what lies behind.
        if (event.target === dialog.current && begun.current === dialog.current) close();
      }}
    >
      <div className={styles['inside']}>
        <header className={styles['head']}>
          <h2 id={id}>{title}</h2>
          <Button kind="quiet" small icon={<X />} label={t.close} disabled={busy} onClick={onClose} />
        </header>
        <div className={styles['body']}>{children}</div>
        {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
      </div>
    </dialog>
  );
}
