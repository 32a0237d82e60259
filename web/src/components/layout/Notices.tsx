import { X } from 'lucide-react';
import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/components/controls/Button';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './Notices.module.css';

const words = defineMessages({
  ko: { close: '닫기', undo: '되돌리기', region: '알림' },
  en: { close: 'Close', undo: 'Undo', region: 'Notices' },
});

/** What a notice may offer. */
interface NoticeOptions {
  /** Takes the action back; offered for 8 seconds. */
  undo?: () => void;
}

interface Notice extends NoticeOptions {
  readonly id: number;
  readonly text: string;
}

/** Says something, and answers how to take it off the page before its time. */
type SayFunction = (text: string, options?: NoticeOptions) => () => void;

const Say = createContext<SayFunction | undefined>(undefined);

const shownMs = 8_000;

/**
 * Tells the outcome of what somebody just did: `say('저장했습니다')`. Not for what changed by itself, which
 * `LiveNote` says, nor for problems, which stand where they arose. The newest takes the place of the one before; what
 * it answers takes it away, for an undo of a state that is gone.
 */
export function useSay(): SayFunction {
  const say = useContext(Say);
  if (say === undefined) throw new Error('useSay needs NoticesProvider around it');
  return say;
}

/** Holds the notice and reads it aloud politely. Belongs once into the root. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const t = useMessages(words);
  const [notice, setNotice] = useState<Notice>();
  const next = useRef(0);

  const drop = useCallback((id: number) => setNotice((shown) => (shown?.id === id ? undefined : shown)), []);
  const say = useCallback(
    (text: string, options: NoticeOptions = {}) => {
      next.current += 1;
      const id = next.current;
      setNotice({ id, text, ...options });
      setTimeout(() => drop(id), shownMs);
      return () => drop(id);
    },
    [drop],
  );
  const shown = useMemo(
    () =>
      notice !== undefined && (
        <div key={notice.id} className={styles['notice']}>
          <span>{notice.text}</span>
          {notice.undo !== undefined && (
            <Button
              small
              onClick={() => {
                notice.undo?.();
                drop(notice.id);
              }}
            >
              {t.undo}
            </Button>
          )}
          <Button small kind="quiet" icon={<X />} label={t.close} onClick={() => drop(notice.id)} />
        </div>
      ),
    [notice, drop, t],
  );
  return (
    <Say value={say}>
      {children}
      <div role="region" aria-label={t.region} aria-live="polite" className={styles['notices']}>
        {shown}
      </div>
    </Say>
  );
}
