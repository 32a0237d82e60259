import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '@/components/controls/Button';
import { Dialog } from '@/components/controls/Dialog';
import { Segmented } from '@/components/controls/Segmented';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { counted } from '@/lib/i18n/plural';
import { useFormat } from '@/lib/useFormat';
import type { Conflict } from './useTextDrafts';
import styles from './drafts.module.css';

const words = defineMessages({
  ko: {
    title: (count: number) => `다른 사람이 먼저 저장한 값 ${count}개`,
    explain: '하나씩 남길 값을 선택하세요. 모두 선택하면 저장할 수 있습니다.',
    theirs: '먼저 저장한 값',
    mine: '내 값',
    saved: (by: string, at: string) => `${by} · ${at} 저장`,
    empty: '(비어 있음)',
    later: '나중에',
    save: '선택한 값으로 저장',
    choose: (cell: string) => `${cell}에 남길 값`,
  },
  en: {
    title: (count: number) => `Someone else saved ${counted(count, 'value')} first`,
    explain: 'Choose which value to keep for each, then save.',
    theirs: 'Their value',
    mine: 'Your value',
    saved: (by: string, at: string) => `${by}, ${at}`,
    empty: '(empty)',
    later: 'Later',
    save: 'Save choices',
    choose: (cell: string) => `Value to keep for ${cell}`,
  },
});

/** What two people changed: a text of a document, or a field of a record. */
type Shown = Omit<Conflict, 'theirs' | 'mine'> & { readonly theirs: ReactNode; readonly mine: ReactNode };

/** Shows both values of all that two people changed; saving waits until each is decided. */
export function ConflictDialog({
  conflicts,
  name,
  onDecide,
  onClose,
}: {
  conflicts: readonly Shown[];
  /** Names a cell or a field for people. */
  name: (conflict: Shown) => string;
  onDecide: (mine: readonly boolean[]) => void;
  onClose: () => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const [choices, setChoices] = useState<Readonly<Record<number, 'theirs' | 'mine'>>>({});
  const decided = conflicts.every((_, index) => choices[index] !== undefined);
  return (
    <Dialog
      wide
      title={t.title(conflicts.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.later}</Button>
          <Button
            kind="primary"
            disabled={!decided}
            onClick={() => onDecide(conflicts.map((_, index) => choices[index] === 'mine'))}
          >
            {t.save}
          </Button>
        </>
      }
    >
      <p className="second">{t.explain}</p>
      <ul className={styles['conflicts']}>
        {conflicts.map((conflict, index) => (
          <li key={`${conflict.document} ${conflict.cell}`}>
            <div className="row wrapped">
              <strong className="behind">{name(conflict)}</strong>
              {conflict.saved !== undefined && (
                <span className="caption quiet">
                  {t.saved(conflict.saved.by, format.dayTime(conflict.saved.at))}
                </span>
              )}
            </div>
            <dl>
              <div data-chosen={choices[index] === 'theirs' || undefined}>
                <dt>{t.theirs}</dt>
                <dd>{conflict.theirs === '' ? t.empty : conflict.theirs}</dd>
              </div>
              <div data-chosen={choices[index] === 'mine' || undefined}>
                <dt>{t.mine}</dt>
                <dd>{conflict.mine === '' ? t.empty : conflict.mine}</dd>
              </div>
            </dl>
            <Segmented<'theirs' | 'mine' | 'none'>
              label={t.choose(name(conflict))}
              value={choices[index] ?? 'none'}
              onChange={(choice) => {
                if (choice !== 'none') setChoices({ ...choices, [index]: choice });
              }}
              options={[
                { value: 'theirs', text: t.theirs },
                { value: 'mine', text: t.mine },
              ]}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
