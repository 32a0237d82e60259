import { useQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/controls/Button';
import { ConfirmDialog } from '@/components/controls/ConfirmDialog';
import { useSay } from '@/components/layout/Notices';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import type { Column } from '@/components/table/columns';
import { DataTable } from '@/components/table/DataTable';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { apiKeysQuery, useDeleteApiKey } from '../api/account';
import type { ApiKey } from '../api/account';
import { words } from '../words';
import { NewKeyDialog } from './NewKeyDialog';
import styles from './account.module.css';

/** The keys by which programs act as oneself. */
export function ApiKeysPanel() {
  const t = useMessages(words);
  const say = useSay();
  const format = useFormat();
  const apiKeys = useQuery(apiKeysQuery);
  const remove = useDeleteApiKey();
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<ApiKey>();

  const columns: readonly Column<ApiKey>[] = [
    { key: 'name', label: t.keyName, value: ({ name }) => name },
    {
      key: 'kind',
      label: t.kind,
      value: ({ readOnly }) => (readOnly ? t.readOnly : t.readsAndWrites),
      phone: 'second',
    },
    {
      key: 'created',
      label: t.created,
      value: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => format.dayTime(createdAt),
    },
    {
      key: 'lastUsed',
      label: t.lastUsed,
      value: ({ lastUsedAt }) => lastUsedAt,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t.neverUsed : format.dayTime(lastUsedAt)),
      phone: 'second',
    },
    {
      key: 'expires',
      label: t.expires,
      value: ({ expiresAt }) => expiresAt,
      cell: ({ expiresAt }) => (expiresAt === null ? t.never : format.dayTime(expiresAt)),
    },
    {
      key: 'remove',
      label: t.remove,
      labelHidden: true,
      align: 'right',
      cell: (key) => (
        <Button small onClick={() => setAsked(key)} aria-label={`${key.name} ${t.remove}`}>
          {t.remove}
        </Button>
      ),
      phone: 'main',
    },
  ];
  return (
    <Panel
      title={t.keys}
      busy={apiKeys.isFetching && !apiKeys.isPending}
      actions={
        <Button small icon={<Plus aria-hidden />} onClick={() => setMaking(true)}>
          {t.makeKey}
        </Button>
      }
    >
      <p className={styles['note']}>{t.keysHelp}</p>
      <QueryView query={apiKeys}>
        {(rows) => (
          <DataTable
            caption={t.keys}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            sortParam="keys"
            empty={<EmptyState icon={<KeyRound aria-hidden />}>{t.noKeys}</EmptyState>}
          />
        )}
      </QueryView>
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
      {asked !== undefined && (
        <ConfirmDialog
          danger
          title={t.removeTitle}
          verb={t.remove}
          onClose={() => setAsked(undefined)}
          onConfirm={async () => {
            await remove.mutateAsync(asked.id);
            say(t.removed);
          }}
        >
          {t.removeText(asked.name)}
        </ConfirmDialog>
      )}
    </Panel>
  );
}
