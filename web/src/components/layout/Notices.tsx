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

const Say = createContext<((text: string, options?: NoticeOptions) => void) | undefined>(undefined);

const shownMs = 8_000;

/**
 * Tells the outcome of what somebody just did: `say('저장했습니다')`. Not for what changed by itself, which
 * `LiveNote` says, nor for problems, which stand where they arose.
 */
export function useSay(): (text: string, options?: NoticeOptions) => void {
  const say = useContext(Say);
  if (say === undefined) throw new Error('useSay needs NoticesProvider around it');
  return say;
}

/** Holds the notices and reads them aloud politely. Belongs once into the root. */
export function NoticesProvider({ children }: { children: ReactNode }) {
  const t = useMessages(words);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const next = useRef(0);

  const drop = useCallback((id: number) => setNotices((all) => all.filter((notice) => notice.id !== id)), []);
  const say = useCallback(
    (text: string, options: NoticeOptions = {}) => {
      next.current += 1;
      const id = next.current;
      setNotices((all) => [...all.slice(-2), { id, text, ...options }]);
      setTimeout(() => drop(id), shownMs);
    },
    [drop],
  );
  const list = useMemo(
    () =>
      notices.map(({ id, text, undo }) => (
        <div key={id} className={styles['notice']}>
          <span>{text}</span>
          {undo !== undefined && (
            <Button
              small
              onClick={() => {
                undo();
                drop(id);
              }}
            >
              {t.undo}
            </Button>
          )}
          <Button small kind="quiet" icon={<X />} label={t.close} onClick={() => drop(id)} />
        </div>
      )),
    [notices, drop, t],
  );
  return (
    <Say value={say}>
      {children}
      <div role="region" aria-label={t.region} aria-live="polite" className={styles['notices']}>
        {list}
      </div>
    </Say>
  );
}
