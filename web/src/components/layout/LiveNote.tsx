import { useLiveState } from '@/api/liveUpdates';
import type { Change } from '@/api/liveUpdates';
import { useProductions } from '@/api/productions';
import type { ReactNode } from 'react';
import { inSeoul } from '@/lib/days';
import type { Instant } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import styles from './LiveNote.module.css';

const words = defineMessages({
  ko: {
    lost: (time: string) => `연결 끊김 · ${time} 기준`,
    back: '최신 자료로 바꿨습니다',
    snapshot: '새 자료 반영',
    upload: '업로드 상태 변경',
    target: '목표 변경',
    production: '공연 정보 변경',
    note: '메모 변경',
    campaign: '캠페인 메모 변경',
    layout: '열 이름의 뜻 변경',
    market: '시장 자료 반영',
  },
  en: {
    lost: (time: string) => `Connection lost · as of ${time}`,
    back: 'Now showing the latest data',
    snapshot: 'new data',
    upload: 'upload changed',
    target: 'targets changed',
    production: 'production changed',
    note: 'note changed',
    campaign: 'memos changed',
    layout: 'workbook layout changed',
    market: 'new market data',
  },
});

const clock = (date: Date) => inSeoul(date.toISOString() as Instant).time;

/**
 * What changed by itself, in one quiet line beside the title: no message pops up, nothing jumps. `detail`
 * follows where a page knows what the change meant.
 */
export function LiveNote({ detail }: { detail?: ReactNode }) {
  const t = useMessages(words);
  const { connection, lostAt, recovered, lastChange } = useLiveState();
  const productions = useProductions();

  let text: ReactNode = null;
  if (connection === 'lost' && lostAt !== undefined) {
    text = t.lost(clock(lostAt));
  } else if (recovered) {
    text = t.back;
  } else if (lastChange !== undefined && tellable(lastChange)) {
    const name = productions.find(({ id }) => id === lastChange.productionId)?.name;
    text = (
      <>
        {clock(lastChange.at)} {name !== undefined && <b className="strong clipped">{name}</b>}{' '}
        {t[lastChange.kind]}
        {detail !== undefined && detail !== false && <> · {detail}</>}
      </>
    );
  }
  return (
    <p role="status" className={styles['note']}>
      {text !== null && (
        <>
          <i aria-hidden className={connection === 'lost' ? styles['grey'] : styles['dot']} />
          <span>{text}</span>
        </>
      )}
    </p>
  );
}

/** Work behind the scenes is no news to people. */
const silent = ['alert', 'notice', 'job', 'schedule', 'delivery', 'collection', 'resync'] as const;

type Tellable = Change & { kind: Exclude<Change['kind'], (typeof silent)[number]> };

function tellable(change: Change): change is Tellable {
  return !silent.some((kind) => kind === change.kind);
}
