import { useQuery } from '@tanstack/react-query';
import { Bell as BellSign, BellRing } from 'lucide-react';
import { usePermissions } from '@/api/account';
import { Button } from '@/components/controls/Button';
import { Popover } from '@/components/controls/Popover';
import { AppLink } from '@/components/layout/AppLink';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { isInstant } from '@/lib/days';
import { alertNames } from '@/lib/i18n/alertNames';
import { useMessages } from '@/lib/i18n/messages';
import { chance } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import styles from './notices.module.css';
import { noticesQuery, pathOf, useRead } from './notices';
import type { Notice } from './notices';
import { words } from './words';

/** More than this is many. */
const most = 99;

/** What arrived, is late, was changed or could not be sent: how much of it is unread, and the list. */
export function Bell() {
  const t = useMessages(words);
  const { data } = useQuery(noticesQuery);
  const unread = data?.unread ?? 0;
  const count = unread > most ? `${most}+` : String(unread);
  return (
    <Popover
      title={t.title}
      kind="quiet"
      className={styles['bell']}
      icon={
        <span className={styles['sign']}>
          <BellSign aria-hidden />
          {unread > 0 && (
            <span aria-hidden className={styles['count']}>
              {count}
            </span>
          )}
        </span>
      }
      label={unread === 0 ? t.title : t.unread(count)}
      trigger={undefined}
    >
      {(close) => <Notices onDone={close} />}
    </Popover>
  );
}

function Notices({ onDone }: { onDone: () => void }) {
  const t = useMessages(words);
  const notices = useQuery(noticesQuery);
  const read = useRead();
  const newest = notices.data?.items[0]?.at;
  return (
    <div className={styles['notices']}>
      <header className={styles['head']}>
        <h2>{t.title}</h2>
        <Button
          small
          // It stays as it is: a button that went would take the focus with it, and Escape could not close the list.
          disabled={newest === undefined}
          onClick={() => {
            if (isInstant(newest)) read.mutate(newest);
          }}
        >
          {t.read}
        </Button>
      </header>
      <QueryView
        query={notices}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState icon={<BellRing aria-hidden />}>{t.none}</EmptyState>}
      >
        {({ items }) => (
          <>
            <ul>
              {items.map((notice) => (
                <Item key={notice.id} notice={notice} onDone={onDone} />
              ))}
            </ul>
            <p className="caption quiet">{t.reach}</p>
          </>
        )}
      </QueryView>
    </div>
  );
}

function Item({ notice, onDone }: { notice: Notice; onDone: () => void }) {
  const t = useMessages(words);
  const permissions = usePermissions();
  const format = useFormat();
  const headline = useHeadline();
  const { kind, read, productionName, receiver, by, at, prospect } = notice;
  const who = kind === 'arrived' || kind === 'changed' ? (by?.name ?? t.server) : receiver;
  const about = [productionName, who, format.dayTime(at)].filter((part) => part !== null);
  return (
    <li>
      <AppLink
        to={pathOf(notice, permissions)}
        className={styles['item']}
        data-unread={!read || undefined}
        onClick={onDone}
      >
        {!read && (
          <span className={styles['dot']}>
            <span className="spoken">{t.new}</span>
          </span>
        )}
        <b>{headline(notice)}</b>
        <span className="caption quiet">{about.join(' · ')}</span>
        {prospect !== null && (
          <span className="caption">
            {t.prospect(
              chance(prospect.breakEvenProbability),
              format.shortWon(prospect.profitP10Krw),
              format.shortWon(prospect.profitP90Krw),
            )}
          </span>
        )}
      </AppLink>
    </li>
  );
}

/** A notice in one line. What the server puts into words is Korean; in English its kind is said. */
function useHeadline(): (notice: Notice) => string {
  const t = useMessages(words);
  const names = useMessages(alertNames);
  const format = useFormat();
  const changes: Readonly<Record<string, string>> = {
    'production.created': t.created,
    'production.changed': t.production,
    'targets.set': t.targets,
    'marketing-weeks.set': t.marketing,
    'alerts.muted': t.mutes,
    'upload.withdrawn': t.withdrawn,
  };
  const tasks: Readonly<Record<string, string>> = {
    backup: t.backup,
    'backup-verification': t.backupVerification,
    check: t.check,
    'snapshot-retention': t.retention,
    kopis: t.kopis,
  };
  return ({ kind, recordDate, alertKind, title, action, task }) => {
    switch (kind) {
      case 'arrived':
        return t.arrived(format.day(recordDate));
      case 'alert':
        return alertKind === null ? (title ?? t.title) : names[alertKind];
      case 'delivery_failed':
        return t.failed(title ?? '');
      case 'run_failed':
        return t.undone(tasks[task ?? ''] ?? task ?? '');
      case 'source_stopped':
      case 'source_blocked':
      case 'source_failed':
        return title ?? t[kind];
      case 'changed':
        return changes[action ?? ''] ?? t.changed;
    }
  };
}
