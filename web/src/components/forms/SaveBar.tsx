import { useState } from 'react';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { ProblemText } from '@/components/states/ProblemText';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';
import { useShortcut } from '@/lib/keys';
import type { TextDrafts } from './useTextDrafts';
import styles from './drafts.module.css';

const words = defineMessages({
  ko: {
    changes: (count: number) => `저장하지 않은 변경 ${count}칸`,
    none: '자동 저장하지 않습니다',
    reset: '모두 되돌리기',
    resetAsk: (count: number) => `저장하지 않은 변경 ${count}칸을 모두 버립니다.`,
    save: '저장',
  },
  en: {
    changes: (count: number) => counted(count, 'unsaved change'),
    none: 'Changes are not saved automatically',
    reset: 'Discard all',
    resetAsk: (count: number) => `${counted(count, 'unsaved change')} will be discarded.`,
    save: 'Save',
  },
});

/** Saves or drops what was edited in place. The page holds an `UnsavedGuard`, since this bar comes and goes. */
export function SaveBar({ drafts, onSaved }: { drafts: TextDrafts; onSaved?: () => void }) {
  const t = useMessages(words);
  const { count, busy, problem } = drafts;
  const [asking, setAsking] = useState(false);
  const save = async () => {
    if (count > 0 && (await drafts.save())) onSaved?.();
  };
  useShortcut('Ctrl+KeyS', () => void save());
  return (
    <div className={styles['bar']}>
      <span role="status" className={count > 0 ? styles['unsaved'] : 'quiet'}>
        {count > 0 ? t.changes(count) : t.none}
      </span>
      {problem !== undefined && (
        <span role="alert" className="behind">
          <ProblemText problem={problem} />
        </span>
      )}
      <span className="grow" />
      <Button kind="quiet" disabled={count === 0 || busy} onClick={() => setAsking(true)}>
        {t.reset}
      </Button>
      <Button kind="primary" disabled={count === 0} busy={busy} onClick={() => void save()}>
        {t.save}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t.reset}
          verb={t.reset}
          discards
          onConfirm={drafts.reset}
          onClose={() => setAsking(false)}
        >
          {t.resetAsk(count)}
        </ConfirmDialog>
      )}
    </div>
  );
}
