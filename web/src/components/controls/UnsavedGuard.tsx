import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';
import { ConfirmDialog } from './ConfirmDialog';

const words = defineMessages({
  ko: {
    title: '저장하지 않은 변경',
    ask: (cells: number) => `저장하지 않은 변경 ${cells}칸이 있습니다. 나갈까요?`,
    leave: '나가기',
    stay: '계속 편집',
  },
  en: {
    title: 'Unsaved changes',
    ask: (cells: number) => `You have ${counted(cells, 'unsaved change')}. Leave?`,
    leave: 'Leave',
    stay: 'Keep editing',
  },
});

/**
 * Asks before a page with unsaved changes is left, inside the application and by closing the tab. Changes of the
 * query alone, such as another tab or period, do not leave the page. `onLeave` is told when somebody leaves them behind.
 */
export function UnsavedGuard({ changes, onLeave }: { changes: number; onLeave?: () => void }) {
  const t = useMessages(words);
  const dirty = changes > 0;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t.title}
      verb={t.leave}
      cancel={t.stay}
      discards
      onConfirm={() => {
        onLeave?.();
        blocker.proceed();
      }}
      onClose={() => blocker.reset()}
    >
      {t.ask(changes)}
    </ConfirmDialog>
  );
}
