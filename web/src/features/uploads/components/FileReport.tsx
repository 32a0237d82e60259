import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, FileSearch, LoaderCircle, TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { usePermissions } from '@/api/account';
import { useProductions } from '@/api/productions';
import { Button, LinkButton } from '@/components/controls/Button';
import { useSay } from '@/components/layout/Notices';
import { EmptyState } from '@/components/states/EmptyState';
import { ProblemText } from '@/components/states/ProblemText';
import { sameCode } from '@/lib/codes';
import { useMessages } from '@/lib/i18n/messages';
import { useSender } from '@/lib/i18n/useSender';
import { fileSize, percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { uploadsQuery } from '../api/uploads';
import { doubtsOf, mayApply, rivalsOf } from '../doubts';
import { aboutOf, isUnknown, lacksPlace, lockOf, nearestCodeOf, refusedFor, tally } from '../items';
import type { DryRun, UploadItem } from '../items';
import type { UploadQueue } from '../queue';
import { plainName, withCode } from '../workbookName';
import { words } from '../words';
import { CreateProductionDialog } from './CreateProductionDialog';
import { acceptedFiles } from './DropZone';
import { DoubtsPanel } from './DoubtsPanel';
import { FactFigures } from './FactFigures';
import { Findings, FindingsCsv } from './Findings';
import { PasswordForm } from './PasswordForm';
import { PlaceForm } from './PlaceForm';
import { PreviewRows } from './PreviewRows';
import { ReportHead, Verdict } from './ReportHead';
import { UnknownLabels } from './UnknownLabels';
import styles from './uploads.module.css';

/** Whose code comes only where it is shown. */
const RecognisedStrip = lazy(async () => ({ default: (await import('./RecognisedStrip')).RecognisedStrip }));

/** The chosen file: what it is, whether it can go in, what it changes, and what is wrong with it. */
export function FileReport({
  items,
  item,
  queue,
}: {
  items: readonly UploadItem[];
  item: UploadItem | undefined;
  queue: UploadQueue;
}) {
  const t = useMessages(words);
  if (item === undefined) {
    return (
      <section className={styles['report']} aria-label={t.report}>
        <EmptyState icon={<FileSearch aria-hidden />}>{t.noChosen}</EmptyState>
      </section>
    );
  }
  const { productionCode, recordDate } = aboutOf(item);
  const { stage } = item;
  const run = 'run' in stage ? stage.run : undefined;
  const upload = stage.kind === 'ended' ? stage.upload : undefined;
  const diagnostics = upload?.diagnostics ?? run?.diagnostics ?? refusedFor(item);
  const doubts = run === undefined || stage.kind === 'ended' ? undefined : doubtsOf(run);
  const name = item.files.map((file) => plainName(file.name)).join(' + ');
  const size = fileSize(item.files.reduce((sum, file) => sum + file.size, 0));
  return (
    <section className={styles['report']} aria-label={t.report}>
      <ReportHead
        productionCode={productionCode}
        recordDate={recordDate}
        note={`${name} · ${size}`}
        kind={run?.kind}
        actions={<FindingsCsv fileName={name} diagnostics={diagnostics} />}
      />
      {/* What was typed for one file is no answer for another. */}
      <State key={`state-${item.id}`} items={items} item={item} queue={queue} />
      <Rivals items={items} item={item} queue={queue} />
      <WantedDay item={item} />
      {stage.kind === 'read' && <OtherKind item={item} run={stage.run} queue={queue} />}
      {stage.kind === 'read' && (
        <UnknownLabels key={`labels-${item.id}`} run={stage.run} onDecided={() => queue.retry(item.id)} />
      )}
      {run?.recognised != null && run.recognised.length > 0 && (
        <Suspense fallback={null}>
          <RecognisedStrip key={`strip-${item.id}`} sheets={run.recognised} changes={run.layoutChanges} />
        </Suspense>
      )}
      {doubts !== undefined && (
        <DoubtsPanel doubts={doubts} seen={item.seen === true} onSeen={(seen) => queue.see(item.id, seen)} />
      )}
      {run !== undefined && <FactFigures facts={run.facts} change={run.change} compared />}
      {run !== undefined && <PreviewRows run={run} />}
      {(run !== undefined || diagnostics.length > 0) && (
        <Findings
          key={item.id}
          diagnostics={diagnostics}
          counts={upload?.diagnosticCounts ?? run?.diagnosticCounts ?? {}}
        />
      )}
    </section>
  );
}

/** Several files about one production and day: somebody has to say which one is meant. */
function Rivals({
  items,
  item,
  queue,
}: {
  items: readonly UploadItem[];
  item: UploadItem;
  queue: UploadQueue;
}) {
  const t = useMessages(words);
  const rivals = rivalsOf(items, item);
  if (rivals.length === 0) return null;
  return (
    <Verdict
      tone="warning"
      icon={<TriangleAlert aria-hidden />}
      action={
        <Button small onClick={() => rivals.forEach(({ id }) => queue.remove(id))}>
          {t.keepThis}
        </Button>
      }
    >
      <b className="strong">{t.rivals(rivals.length + 1)}</b>{' '}
      {rivals.map(({ files }) => files.map(({ name }) => plainName(name)).join(' + ')).join(', ')}
    </Verdict>
  );
}

function WantedDay({ item }: { item: UploadItem }) {
  const t = useMessages(words);
  const format = useFormat();
  const { recordDate } = aboutOf(item);
  if (item.wantedDay === undefined || recordDate === undefined || recordDate === item.wantedDay) return null;
  return (
    <Verdict tone="warning" icon={<TriangleAlert aria-hidden />}>
      {t.wantedDay(format.day(item.wantedDay), format.day(recordDate))}
    </Verdict>
  );
}

/** A workbook that has sheets of both kinds: one upload has one, and the other is read when somebody says so. */
function OtherKind({ item, run, queue }: { item: UploadItem; run: DryRun; queue: UploadQueue }) {
  const t = useMessages(words);
  if (!run.diagnostics.some(({ code }) => code === 'other_kind')) return null;
  const other = run.kind === 'sales' ? 'buyers' : 'sales';
  return (
    <Verdict
      tone="plain"
      icon={<TriangleAlert aria-hidden />}
      action={
        <Button small onClick={() => queue.place(item.id, { ...item.place, kind: other })}>
          {other === 'buyers' ? t.asBuyers : t.asSales}
        </Button>
      }
    >
      {t.otherKind}
    </Verdict>
  );
}

function State({
  items,
  item,
  queue,
}: {
  items: readonly UploadItem[];
  item: UploadItem;
  queue: UploadQueue;
}) {
  const t = useMessages(words);
  const { stage } = item;
  const confirm = () => queue.confirm(item.id);
  switch (stage.kind) {
    case 'waiting':
    case 'trying':
      return (
        <Verdict tone="plain" icon={<LoaderCircle aria-hidden className={styles['turning']} />}>
          {stage.kind === 'waiting'
            ? t.waiting
            : stage.share < 1
              ? t.sending(percent(stage.share, 0))
              : t.reading}
        </Verdict>
      );
    case 'confirming':
      return (
        <Verdict tone="plain" icon={<LoaderCircle aria-hidden className={styles['turning']} />}>
          {stage.share < 1 ? t.sending(percent(stage.share, 0)) : t.applying}
        </Verdict>
      );
    case 'refused':
      return <Refused item={item} queue={queue} />;
    case 'unconfirmed':
      return (
        <Verdict
          tone="bad"
          icon={<CircleX aria-hidden />}
          action={
            <Button small onClick={confirm}>
              {t.retryChip}
            </Button>
          }
        >
          <b className="strong">{t.applyFailed}</b> <ProblemText problem={stage.problem} />
        </Verdict>
      );
    case 'read':
      return (
        <Outlook
          run={stage.run}
          repeated={stage.repeated}
          mayApply={mayApply(items, item)}
          onConfirm={confirm}
          onReplace={(files) => replace(item, queue, files)}
        />
      );
    case 'ended': {
      const { status, id } = stage.upload;
      const said =
        status === 'completed'
          ? t.done
          : status === 'superseded'
            ? t.doneSuperseded
            : status === 'withdrawn'
              ? t.doneWithdrawn
              : t.doneFailed;
      return (
        <Verdict
          tone={status === 'failed' ? 'bad' : 'good'}
          icon={status === 'failed' ? <CircleX aria-hidden /> : <CircleCheck aria-hidden />}
          action={
            <LinkButton small to={`/uploads/${id}`}>
              {t.toUpload}
            </LinkButton>
          }
        >
          {said}
        </Verdict>
      );
    }
  }
}

/** Puts a corrected file in the place of one. */
function replace(item: UploadItem, queue: UploadQueue, files: readonly File[]): void {
  if (files.length === 0) return;
  queue.remove(item.id);
  queue.add(files, { place: item.place });
}

/** Whether it can go in and what follows, and that nothing has changed so far. */
function Outlook({
  run,
  repeated,
  mayApply,
  onConfirm,
  onReplace,
}: {
  run: DryRun;
  /** Whether the same file is there already. */
  repeated: boolean;
  mayApply: boolean;
  onConfirm: () => void;
  onReplace: (files: readonly File[]) => void;
}) {
  const t = useMessages(words);
  const format = useFormat();
  const sender = useSender();
  const current = useQuery(
    uploadsQuery({
      productionId: run.productionId,
      kind: run.kind,
      status: 'completed',
      sort: 'recordDate',
      order: 'desc',
      perPage: 1,
    }),
  ).data?.items[0];
  const stays =
    current === undefined
      ? t.nothingShown
      : t.shownStays(format.range({ from: current.recordDate, to: current.recordDate }));
  const { errors, warnings } = tally(run.diagnostics);
  if (run.status === 'failed') {
    return (
      <Verdict tone="bad" icon={<CircleX aria-hidden />} action={<FixedFile onFiles={onReplace} />}>
        <b className="behind strong">{t.errorsFirst(errors)}</b> {stays}
      </Verdict>
    );
  }
  const { replaces } = run;
  const source = replaces?.source?.name;
  const person = replaces?.uploadedBy?.name;
  const whence =
    (source === undefined ? '' : t.fromSource(source)) + (person === undefined ? '' : t.by(person));
  if (repeated && replaces !== null) {
    return (
      <Verdict
        tone="plain"
        icon={<CircleCheck aria-hidden />}
        action={
          <LinkButton small to={`/uploads/${replaces.id}`}>
            {t.toUpload}
          </LinkButton>
        }
      >
        <b className="strong">{t.repeated}</b>{' '}
        {t.repeatedBy(format.dayTime(replaces.uploadedAt), sender(replaces) ?? '')}
      </Verdict>
    );
  }
  return (
    <Verdict
      tone={warnings > 0 ? 'warning' : 'good'}
      icon={warnings > 0 ? <TriangleAlert aria-hidden /> : <CircleCheck aria-hidden />}
      action={
        <Button small disabled={!mayApply} onClick={onConfirm}>
          {t.apply}
        </Button>
      }
    >
      <b className="strong">{warnings > 0 ? t.canApplyWarned(warnings) : t.canApply}</b>{' '}
      {run.becomesCurrent ? t.becomesCurrent : t.notCurrent}{' '}
      {replaces !== null && t.replaces(format.dayTime(replaces.uploadedAt), whence)}
    </Verdict>
  );
}

function FixedFile({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useMessages(words);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={acceptedFiles}
        multiple
        hidden
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
      />
      <Button small onClick={() => input.current?.click()}>
        {t.fixed}
      </Button>
    </>
  );
}

/** A file that was not read: its production is missing, its name says nothing, or the server refused it. */
function Refused({ item, queue }: { item: UploadItem; queue: UploadQueue }) {
  const t = useMessages(words);
  const say = useSay();
  const { manageProductions } = usePermissions();
  const productions = useProductions();
  const [creating, setCreating] = useState(false);
  if (item.stage.kind !== 'refused') return null;
  const { problem } = item.stage;
  const again = (
    <Button small onClick={() => queue.retry(item.id)}>
      {t.again}
    </Button>
  );
  if (isUnknown(item)) {
    const { productionCode } = aboutOf(item);
    const known = productions.some(({ code }) => sameCode(code, productionCode));
    const nearest = nearestCodeOf(item);
    const meant = productions.find(({ code }) => sameCode(code, nearest));
    return (
      <>
        <Verdict
          tone="warning"
          icon={<TriangleAlert aria-hidden />}
          action={
            <>
              {nearest !== undefined && (
                <Button
                  small
                  kind="primary"
                  onClick={() =>
                    queue.replace(
                      item.id,
                      item.files.map((file) => withCode(file, nearest)),
                    )
                  }
                >
                  {t.takeNearest(nearest)}
                </Button>
              )}
              {manageProductions && !known && (
                <Button small onClick={() => setCreating(true)}>
                  {t.create}
                </Button>
              )}
              {again}
            </>
          }
        >
          <b className="strong">{t.notThere(productionCode ?? '')}</b>{' '}
          {nearest !== undefined && `${t.nearest(nearest, meant?.name ?? '')} `}
          {manageProductions ? t.createOffer : t.createAsk}
        </Verdict>
        {creating && (
          <CreateProductionDialog
            fileName={item.files[0]?.name ?? ''}
            onCreated={(name) => {
              setCreating(false);
              say(t.created(name));
              queue.retry(item.id);
            }}
            onClose={() => setCreating(false)}
          />
        )}
      </>
    );
  }
  if (lacksPlace(item)) {
    return <PlaceForm item={item} onPlace={(place) => queue.place(item.id, place)} />;
  }
  const lock = lockOf(item);
  if (lock !== undefined) {
    return (
      <PasswordForm
        wrong={lock === 'wrong'}
        onPassword={(password) => queue.place(item.id, { ...item.place, password })}
      />
    );
  }
  const found = refusedFor(item).length;
  return (
    <Verdict
      tone="bad"
      icon={<CircleX aria-hidden />}
      action={found > 0 ? <FixedFile onFiles={(files) => replace(item, queue, files)} /> : again}
    >
      {found > 0 ? (
        <b className="behind strong">{t.errorsFirst(found)}</b>
      ) : (
        <ProblemText problem={problem} />
      )}
    </Verdict>
  );
}
