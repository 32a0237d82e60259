import { Download, Ellipsis, FileText, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { usePermissions } from '@/api/account';
import { useProductions } from '@/api/productions';
import { classes } from '@/components/classes';
import { MenuDownload, MenuItem, MenuLink } from '@/components/controls/Menu';
import { Popover } from '@/components/controls/Popover';
import { Won } from '@/components/figures/Amount';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { AppLink } from '@/components/layout/AppLink';
import { DataTable } from '@/components/table/DataTable';
import type { Column } from '@/components/table/columns';
import { addDays, inSeoul } from '@/lib/days';
import type { Instant } from '@/lib/days';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import { useSender } from '@/lib/i18n/useSender';
import { useFormat } from '@/lib/useFormat';
import { useToday } from '@/lib/useToday';
import { originalPath } from '../api/uploads';
import { revenueOf } from '../items';
import type { UploadSummary } from '../items';
import { words } from '../words';
import { KindChip } from './ReportHead';
import { WithdrawDialog } from './WithdrawDialog';
import styles from './uploads.module.css';

const tones = {
  queued: 'plain',
  processing: 'plain',
  completed: 'good',
  failed: 'bad',
  superseded: 'plain',
  withdrawn: 'outlined',
} as const;

/** Where an upload stands. */
export function StatusChip({ upload }: { upload: UploadSummary }) {
  const label = useLabels();
  return <Chip tone={tones[upload.status]}>{label('upload', upload.status)}</Chip>;
}

/** An instant as people say it: today the time alone, then yesterday, then the day. */
export function useWhen(): (instant: Instant) => string {
  const t = useMessages(words);
  const format = useFormat();
  const today = useToday();
  return (instant) => {
    const { day, time } = inSeoul(instant);
    if (day === today) return time;
    return day === addDays(today, -1) ? t.yesterday(time) : format.dayTime(instant);
  };
}

/** Uploads with their status, original and withdrawal. */
export function HistoryTable({
  caption,
  uploads,
  sortable = true,
  sortParam,
}: {
  caption: string;
  uploads: readonly UploadSummary[];
  /** The short list beside a new upload always tells the latest. */
  sortable?: boolean;
  sortParam?: string;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const when = useWhen();
  const sender = useSender();
  const productions = useProductions();
  const [withdrawing, setWithdrawing] = useState<UploadSummary>();
  const productionOf = ({ productionId }: UploadSummary) => productions.find(({ id }) => id === productionId);

  const columns: Column<UploadSummary>[] = [
    {
      key: 'uploadedAt',
      label: t.time,
      value: ({ uploadedAt }) => uploadedAt,
      cell: ({ uploadedAt }) => <span className={styles['when']}>{when(uploadedAt)}</span>,
      phone: 'second',
    },
    {
      key: 'production',
      label: t.production,
      cell: (upload) => {
        const production = productionOf(upload);
        return (
          <span className="row">
            {production !== undefined && <CategoryMark category={production.category} />}
            <AppLink to={`/uploads/${upload.id}`} className="strong">
              {production?.name ?? upload.productionCode}
            </AppLink>
            {upload.kind === 'buyers' && <KindChip kind={upload.kind} />}
          </span>
        );
      },
      phone: 'name',
    },
    {
      key: 'recordDate',
      label: t.recordDate,
      value: ({ recordDate }) => recordDate,
      cell: ({ recordDate }) => <span className="nowrap">{format.day(recordDate)}</span>,
      phone: 'second',
    },
    {
      key: 'fileName',
      label: t.file,
      value: ({ fileName }) => fileName,
      cell: ({ files }) => {
        const names = files.map(({ fileName }) => fileName).join(' + ');
        return (
          <span className={styles['fileCell']} title={names}>
            {names}
          </span>
        );
      },
      phone: 'hidden',
    },
    {
      key: 'status',
      label: t.status,
      value: ({ status }) => status,
      cell: (upload) => (
        <span className="row">
          <StatusChip upload={upload} />
          {upload.current && (
            <span className={`caption quiet nowrap ${styles['wideOnly'] ?? ''}`}>{t.current}</span>
          )}
        </span>
      ),
      phone: 'second',
    },
    {
      key: 'uploadedBy',
      label: t.uploader,
      cell: (upload) => (
        <span className={classes('second', styles['sender'])} title={sender(upload)}>
          {sender(upload) ?? '–'}
        </span>
      ),
      phone: 'hidden',
    },
    {
      key: 'revenue',
      label: t.revenue,
      align: 'right',
      cell: ({ facts, status, diagnosticCounts }) =>
        status === 'failed' ? (
          <span className="quiet">
            {t.findings(Object.values(diagnosticCounts).reduce((sum, count) => sum + count, 0))}
          </span>
        ) : (
          <Won value={revenueOf(facts)} />
        ),
      phone: 'main',
    },
    {
      key: 'actions',
      label: t.actions,
      labelHidden: true,
      align: 'right',
      width: 90,
      cell: (upload) => <Actions upload={upload} onWithdraw={() => setWithdrawing(upload)} />,
      phone: 'second',
    },
  ];

  return (
    <>
      <DataTable
        caption={caption}
        rows={uploads}
        rowKey={({ id }) => id}
        {...(sortParam === undefined ? {} : { sortParam })}
        columns={
          sortable
            ? columns
            : columns.map((column) => {
                const { value, ...rest } = column;
                return value !== undefined && rest.cell === undefined ? column : rest;
              })
        }
      />
      {withdrawing !== undefined && (
        <WithdrawDialog upload={withdrawing} onClose={() => setWithdrawing(undefined)} />
      )}
    </>
  );
}

function Actions({ upload, onWithdraw }: { upload: UploadSummary; onWithdraw: () => void }) {
  const t = useMessages(words);
  const { upload: mayUpload } = usePermissions();
  const withdrawable = mayUpload && upload.status !== 'failed' && upload.status !== 'withdrawn';
  return (
    <span className={styles['actions']}>
      <a
        href={originalPath(upload.id)}
        download
        aria-label={t.original(upload.fileName)}
        title={t.original(upload.fileName)}
        className={styles['icon']}
      >
        <Download aria-hidden />
      </a>
      <Popover
        role="menu"
        small
        kind="quiet"
        title={t.more(upload.fileName)}
        label={t.more(upload.fileName)}
        icon={<Ellipsis />}
        trigger={undefined}
      >
        {(close) => (
          <>
            <MenuLink icon={<FileText aria-hidden />} to={`/uploads/${upload.id}`} onSelect={close}>
              {t.open}
            </MenuLink>
            {upload.files.map((_, index) => (
              <MenuDownload
                key={index}
                icon={<Download aria-hidden />}
                href={originalPath(upload.id, index + 1)}
                onSelect={close}
              >
                {upload.files.length === 1 ? t.download : t.originalPart(index + 1)}
              </MenuDownload>
            ))}
            {withdrawable && (
              <MenuItem
                icon={<Undo2 aria-hidden />}
                onSelect={() => {
                  close();
                  onWithdraw();
                }}
              >
                {t.withdraw}
              </MenuItem>
            )}
          </>
        )}
      </Popover>
    </span>
  );
}
