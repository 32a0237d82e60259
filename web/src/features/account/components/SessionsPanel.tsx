import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { Chip } from '@/components/figures/Chip';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { QueryView } from '@/components/states/QueryView';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { sessionsQuery, useEndSession } from '../api/account';
import type { Session } from '../api/account';
import { deviceName } from '../deviceName';
import { words } from '../words';

/** Where one is signed in, and how to end that. */
export function SessionsPanel() {
  const t = useMessages(words);
  const say = useSay();
  const format = useFormat();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const [asked, setAsked] = useState<readonly Session[]>();

  const name = ({ userAgent }: Session) => deviceName(userAgent) ?? t.unknownDevice;
  const others = sessions.data?.filter(({ current }) => !current) ?? [];
  const columns: readonly Column<Session>[] = [
    {
      key: 'device',
      label: t.device,
      value: name,
      cell: (session) => (
        <span className="row wrapped" title={session.userAgent ?? undefined}>
          {name(session)}
          {session.current && <Chip tone="good">{t.thisOne}</Chip>}
        </span>
      ),
    },
    { key: 'address', label: t.address, value: ({ address }) => address, phone: 'second' },
    {
      key: 'began',
      label: t.began,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => format.dayTime(createdAt),
    },
    {
      key: 'lastUsed',
      label: t.lastUsed,
      value: ({ lastUsedAt }) => lastUsedAt,
      cell: ({ lastUsedAt }) => format.dayTime(lastUsedAt),
      phone: 'second',
    },
    {
      key: 'end',
      label: t.end,
      labelHidden: true,
      align: 'right',
      cell: (session) =>
        session.current ? null : (
          <Button small onClick={() => setAsked([session])} aria-label={`${name(session)} ${t.end}`}>
            {t.end}
          </Button>
        ),
      phone: 'main',
    },
  ];
  return (
    <Panel
      title={t.sessions}
      busy={sessions.isFetching && !sessions.isPending}
      actions={
        others.length > 1 && (
          <Button small onClick={() => setAsked(others)}>
            {t.endOthers}
          </Button>
        )
      }
    >
      <QueryView query={sessions}>
        {(rows) => (
          <DataTable
            caption={t.sessions}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            sortParam="sessions"
          />
        )}
      </QueryView>
      {asked !== undefined && (
        <ConfirmDialog
          danger
          title={t.endTitle}
          verb={t.end}
          onClose={() => setAsked(undefined)}
          onConfirm={async () => {
            await Promise.all(asked.map(({ id }) => end.mutateAsync(id)));
            say(t.ended);
          }}
        >
          {t.endText([...new Set(asked.map(name))].join(', '))}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
