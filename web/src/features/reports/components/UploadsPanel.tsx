import { Download } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import type { Production } from '@/api/productions';
import { Chip } from '@/components/figures/Chip';
import { AppLink } from '@/components/layout/AppLink';
import { Panel } from '@/components/layout/Panel';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { DataTable } from '@/components/table/DataTable';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useSender } from '@/lib/i18n/useSender';
import { fileSize } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { uploadsQuery } from '../api/uploads';
import type { Upload } from '../api/uploads';
import { words } from '../productionWords';
import styles from './production.module.css';

const tones = {
  queued: 'plain',
  processing: 'plain',
  completed: 'good',
  superseded: 'outlined',
  failed: 'bad',
  withdrawn: 'outlined',
} as const;

/** The workbooks of this production, with what became of each. */
export function UploadsPanel({ production }: { production: Production }) {
  const t = useMessages(words);
  const label = useLabels();
  const format = useFormat();
  const sender = useSender();
  const uploads = useQuery(uploadsQuery(production.id));
  return (
    <Panel title={t.uploadHistory} busy={uploads.isFetching && !uploads.isPending}>
      <QueryView
        query={uploads}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState>{t.noUploads}</EmptyState>}
      >
        {({ items, total }) => (
          <>
            <DataTable<Upload>
              caption={t.uploadHistory}
              rows={items}
              rowKey={({ id }) => id}
              filterText={({ fileName, recordDate }) => `${fileName} ${recordDate}`}
              columns={[
                {
                  key: 'recordDate',
                  label: label('term', 'recordDate'),
                  value: ({ recordDate }) => recordDate,
                  cell: ({ recordDate, id }) => (
                    <AppLink to={`/uploads/${id}`}>{format.day(recordDate)}</AppLink>
                  ),
                  phone: 'name',
                },
                {
                  key: 'fileName',
                  label: label('upload', 'fileName'),
                  value: ({ fileName }) => fileName,
                  phone: 'second',
                },
                {
                  key: 'status',
                  label: label('upload', 'status'),
                  value: ({ status }) => status,
                  cell: ({ kind, status, current, diagnosticCounts }) => (
                    <span className={styles['chips']}>
                      {kind === 'buyers' && <Chip tone="outlined">{t.buyers}</Chip>}
                      <Chip tone={tones[status]}>{current ? t.current : label.any('upload', status)}</Chip>
                      {problems(diagnosticCounts) > 0 && (
                        <Chip tone={status === 'failed' ? 'bad' : 'warning'}>
                          {status === 'failed'
                            ? t.findings(problems(diagnosticCounts))
                            : t.warnings(problems(diagnosticCounts))}
                        </Chip>
                      )}
                    </span>
                  ),
                  phone: 'main',
                },
                {
                  key: 'uploadedAt',
                  label: label('upload', 'uploadedAt'),
                  value: ({ uploadedAt }) => uploadedAt,
                  cell: ({ uploadedAt }) => format.dayTime(uploadedAt),
                  phone: 'second',
                },
                {
                  key: 'uploadedBy',
                  label: label('upload', 'uploadedBy'),
                  value: sender,
                  cell: (upload) => sender(upload) ?? '–',
                },
                {
                  key: 'sizeBytes',
                  label: label('upload', 'sizeBytes'),
                  align: 'right',
                  quiet: true,
                  value: ({ sizeBytes }) => sizeBytes,
                  cell: ({ sizeBytes }) => fileSize(sizeBytes),
                },
                {
                  key: 'file',
                  label: t.download,
                  labelHidden: true,
                  cell: ({ id, fileName }) => (
                    <a
                      href={`/api/v1/uploads/${id}/file`}
                      download
                      aria-label={t.downloadOf(fileName)}
                      title={t.downloadOf(fileName)}
                    >
                      <Download aria-hidden />
                    </a>
                  ),
                },
              ]}
            />
            {total > items.length && <p className={styles['all']}>{t.more(total - items.length)}</p>}
          </>
        )}
      </QueryView>
    </Panel>
  );
}

/** Findings of every code: the list does not tell which of them are errors. */
function problems(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, number) => sum + number, 0);
}
