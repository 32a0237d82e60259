import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, CircleCheck, CircleX, Download, LoaderCircle } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { usePermissions } from '@/api/account';
import { Button, LinkButton } from '@/components/controls/Button';
import { EmptyState } from '@/components/states/EmptyState';
import { QueryView } from '@/components/states/QueryView';
import { useMessages } from '@/lib/i18n/messages';
import { fileSize } from '@/lib/numbers';
import { originalPath, uploadQuery } from '../api/uploads';
import { tally } from '../items';
import type { Upload } from '../items';
import { words } from '../words';
import { FactFigures } from './FactFigures';
import { Findings, FindingsCsv } from './Findings';
import { StatusChip, useWhen } from './HistoryTable';
import { ReportHead, Verdict } from './ReportHead';
import { WithdrawDialog } from './WithdrawDialog';
import styles from './uploads.module.css';

/** Whose code comes only where it is shown. */
const RecognisedStrip = lazy(async () => ({ default: (await import('./RecognisedStrip')).RecognisedStrip }));

/** One upload of the past: what it said, what was found, its originals, and its withdrawal. */
export function UploadReport({ id }: { id: string }) {
  const t = useMessages(words);
  const query = useQuery(uploadQuery(id));
  const back = (
    <LinkButton to="/uploads/history" icon={<ArrowLeft aria-hidden />}>
      {t.back}
    </LinkButton>
  );
  if (query.data === undefined && query.error?.notFound === true) {
    return <EmptyState action={back}>{t.notFound}</EmptyState>;
  }
  return <QueryView query={query}>{(upload) => <Report upload={upload} />}</QueryView>;
}

function Report({ upload }: { upload: Upload }) {
  const t = useMessages(words);
  const when = useWhen();
  const { upload: mayUpload } = usePermissions();
  const [withdrawing, setWithdrawing] = useState(false);
  const { status, diagnostics, files } = upload;
  const who = upload.uploadedBy === null ? '' : t.by(upload.uploadedBy.name);
  const running = status === 'queued' || status === 'processing';
  const withdrawable = mayUpload && status !== 'failed' && status !== 'withdrawn';
  const names = files.map(({ fileName }) => fileName).join(' + ');
  const size = fileSize(files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0));
  const origin = [
    ...(upload.source === null ? [] : [t.collectedFrom(upload.source.name)]),
    t.uploadedAt(when(upload.uploadedAt), who),
  ].join(' · ');
  const said = {
    queued: t.working,
    processing: t.working,
    completed: upload.current ? t.current : t.notCurrent,
    superseded: t.doneSuperseded,
    withdrawn: t.doneWithdrawn,
    failed: t.doneFailed,
  }[status];
  return (
    <section className={styles['report']} aria-label={names}>
      <ReportHead
        productionCode={upload.productionCode}
        recordDate={upload.recordDate}
        kind={upload.kind}
        note={`${names} · ${size} · ${origin}`}
        actions={
          <>
            <FindingsCsv fileName={names} diagnostics={diagnostics} />
            {files.map(({ fileName }, index) => (
              <a
                key={fileName}
                href={originalPath(upload.id, index + 1)}
                download
                className={styles['icon']}
                aria-label={t.original(fileName)}
                title={t.original(fileName)}
              >
                <Download aria-hidden />
              </a>
            ))}
          </>
        }
      />
      <Verdict
        tone={status === 'failed' ? 'bad' : status === 'completed' ? 'good' : 'plain'}
        icon={
          running ? (
            <LoaderCircle aria-hidden className={styles['turning']} />
          ) : status === 'failed' ? (
            <CircleX aria-hidden />
          ) : (
            <CircleCheck aria-hidden />
          )
        }
        action={
          <>
            {status === 'failed' && mayUpload && (
              <LinkButton small to="/uploads/new">
                {t.fixed}
              </LinkButton>
            )}
            {withdrawable && (
              <Button small kind="danger" onClick={() => setWithdrawing(true)}>
                {t.withdraw}
              </Button>
            )}
          </>
        }
      >
        <StatusChip upload={upload} />{' '}
        {status === 'failed' && tally(diagnostics).errors > 0 && (
          <b className="behind strong">{t.errorsFirst(tally(diagnostics).errors)} </b>
        )}
        {said}
      </Verdict>
      {upload.facts !== null && <FactFigures facts={upload.facts} change={null} compared={false} />}
      {upload.recognised != null && upload.recognised.length > 0 && (
        <Suspense fallback={null}>
          <RecognisedStrip sheets={upload.recognised} />
        </Suspense>
      )}
      {!running && <Findings diagnostics={diagnostics} counts={upload.diagnosticCounts} />}
      {withdrawing && <WithdrawDialog upload={upload} onClose={() => setWithdrawing(false)} />}
    </section>
  );
}
