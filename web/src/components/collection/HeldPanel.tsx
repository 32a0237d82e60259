import { useQuery } from '@tanstack/react-query';
import { Check, CircleCheck, TriangleAlert, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { arrivalQuery, heldQuery, useDecide } from '@/api/collection';
import type { Arrival } from '@/api/collection';
import { asProblem } from '@/api/problem';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { TextField } from '@/components/forms/Field';
import { Panel } from '@/components/layout/Panel';
import { useSay } from '@/components/layout/Notices';
import { EmptyState } from '@/components/states/EmptyState';
import { ProblemText } from '@/components/states/ProblemText';
import { QueryView } from '@/components/states/QueryView';
import { isDay, isInstant } from '@/lib/days';
import { defineMessages, useMessages } from '@/lib/i18n/messages';
import { count } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import styles from './collection.module.css';
import { FindingList } from './FindingList';
import { useHeldReasons } from './heldReasons';

const words = defineMessages({
  ko: {
    title: '확인 대기',
    none: '확인을 기다리는 파일이 없습니다.',
    help: '저절로 들어온 파일 가운데 업로드 전에 사람이 확인할 것입니다. 14일이 지나면 버려집니다.',
    from: (source: string, when: string) => `${source} · ${when}`,
    day: (day: string) => `기준일 ${day}`,
    upload: '업로드',
    discard: '버리기',
    discardTitle: '이 파일을 버릴까요?',
    why: '기다리는 이유',
    reason: '버리는 이유',
    change: '지금 자료와 비교',
    seats: '좌석',
    revenue: '매출',
    saleDays: '판매일',
    days: (days: string) => `${days}일`,
    replaces: '이 기준일에 올라와 있는 자료를 바꿉니다.',
    notCurrent: '더 최근 기준일의 자료가 있어, 올려도 지금 보이는 숫자는 그대로입니다.',
    uploaded: '업로드했습니다',
    discarded: '버렸습니다',
    already: '다른 사람이 먼저 정했습니다.',
  },
  en: {
    title: 'Awaiting approval',
    none: 'No files are waiting.',
    help: 'Collected files that someone must approve before they are uploaded. They are discarded after 14 days.',
    from: (source: string, when: string) => `${source} · ${when}`,
    day: (day: string) => `Record date ${day}`,
    upload: 'Upload',
    discard: 'Discard',
    discardTitle: 'Discard this file?',
    why: 'Reason for review',
    reason: 'Reason for discarding',
    change: 'Compared with current figures',
    seats: 'Seats',
    revenue: 'Revenue',
    saleDays: 'Sale days',
    days: (days: string) => days,
    replaces: 'This replaces the current data for this record date.',
    notCurrent: 'Data for a later record date exists, so current figures will not change.',
    uploaded: 'Uploaded',
    discarded: 'Discarded',
    already: 'Someone else has already decided.',
  },
});

/** Files that wait for somebody's yes, each with why, and what an upload would change. */
export function HeldPanel({ hideEmpty = false }: { hideEmpty?: boolean }) {
  const t = useMessages(words);
  const held = useQuery(heldQuery);
  if (hideEmpty && (held.data === undefined || held.data.items.length === 0)) return null;
  return (
    <Panel title={t.title} caption={t.help} busy={held.isFetching && !held.isPending} padded>
      <QueryView
        query={held}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState icon={<CircleCheck aria-hidden />}>{t.none}</EmptyState>}
      >
        {({ items }) => (
          <ul className={styles['held']}>
            {items.map((arrival) => (
              <Held key={arrival.id} of={arrival} />
            ))}
          </ul>
        )}
      </QueryView>
    </Panel>
  );
}

function Held({ of }: { of: Arrival }) {
  const t = useMessages(words);
  const format = useFormat();
  const say = useSay();
  const [discarding, setDiscarding] = useState(false);
  const decide = useDecide();
  const { data } = useQuery(arrivalQuery(of.id));
  const dryRun = data?.dryRun;
  const change = dryRun?.change;
  const reasons = useHeldReasons(of);

  // Of a file that is discarded it stands in the dialog.
  const refusal = decide.variables?.isWanted === true ? decide.error : null;

  /** Decides, and tells by a notice what came of it: the row is gone by then, also where somebody else was first. */
  async function tell(decision: Parameters<typeof decide.mutateAsync>[0], done: string) {
    try {
      await decide.mutateAsync(decision);
      say(done);
    } catch (error) {
      if (asProblem(error).code !== 'not_held') throw error;
      say(t.already);
    }
  }

  async function upload() {
    // What the server refuses stands in the row.
    await tell({ id: of.id, isWanted: true }, t.uploaded).catch(() => undefined);
  }

  const discard = async (reason: string) =>
    await tell({ id: of.id, isWanted: false, ...(reason === '' ? {} : { reason }) }, t.discarded);

  return (
    <li>
      <div className={styles['what']}>
        <strong>{of.fileName}</strong>
        <span className="caption quiet">
          {t.from(of.sourceName, isInstant(of.at) ? format.dayTime(of.at) : '')}
          {isDay(of.recordDate) && ` · ${t.day(format.day(of.recordDate))}`}
          {of.productionCode !== null && ` · ${of.productionCode}`}
        </span>
        <ul aria-label={t.why} className={styles['reasons']}>
          {reasons.map((reason) => (
            <li key={reason}>
              <TriangleAlert aria-hidden />
              <span>{reason}</span>
            </li>
          ))}
        </ul>
        {change !== undefined && change !== null && (
          <span className="caption">
            {t.change}: {t.seats} {format.seats(change.seats, { signed: true })} · {t.revenue}{' '}
            {format.exactWon(change.revenueKrw, { signed: true })} · {t.saleDays}{' '}
            {t.days(count(change.saleDays, { signed: true }))}
          </span>
        )}
        {typeof dryRun?.replaces === 'string' && <span className="caption">{t.replaces}</span>}
        {dryRun?.becomesCurrent === false && <span className="caption">{t.notCurrent}</span>}
        <FindingList of={dryRun?.diagnostics ?? []} />
        {refusal !== null && refusal.code !== 'not_held' && (
          <p role="alert" className={styles['problem']}>
            <ProblemText problem={refusal} />
          </p>
        )}
      </div>
      <div className={styles['actions']}>
        <Button
          kind="primary"
          icon={<Check aria-hidden />}
          busy={decide.isPending}
          onClick={() => void upload()}
        >
          {t.upload}
        </Button>
        <Button icon={<Trash2 aria-hidden />} disabled={decide.isPending} onClick={() => setDiscarding(true)}>
          {t.discard}
        </Button>
      </div>
      {discarding && <Discarding onClose={() => setDiscarding(false)} onDiscard={discard} />}
    </li>
  );
}

/** Asks why, if somebody likes to say it. What was typed stays where the server refuses. */
function Discarding({
  onClose,
  onDiscard,
}: {
  onClose: () => void;
  onDiscard: (reason: string) => Promise<void>;
}) {
  const t = useMessages(words);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      title={t.discardTitle}
      verb={t.discard}
      danger
      onConfirm={() => onDiscard(reason.trim())}
      onClose={onClose}
    >
      <TextField label={t.reason} value={reason} onChange={setReason} optional maxLength={500} />
    </ConfirmDialog>
  );
}
