import { Check, CircleX, TriangleAlert, X } from 'lucide-react';
import { useProductions } from '@/api/productions';
import { Button } from '@/components/controls/Button';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { Panel } from '@/components/layout/Panel';
import { useMessages } from '@/lib/i18n/messages';
import { fileSize, percent } from '@/lib/numbers';
import { useFormat } from '@/lib/useFormat';
import { sameCode } from '@/lib/codes';
import { doubtsOf, mayApply, rivalsOf } from '../doubts';
import {
  aboutOf,
  isAsking,
  isBeingRead,
  isFaulty,
  isReady,
  isUnknown,
  lacksPlace,
  refusedFor,
  revenueOf,
  tally,
} from '../items';
import type { UploadItem } from '../items';
import type { UploadQueue } from '../queue';
import { plainName } from '../workbookName';
import { words } from '../words';
import { KindChip } from './ReportHead';
import styles from './uploads.module.css';

/** The files that were dropped, how far each is, and the button that applies what can be applied. */
export function FileList({
  items,
  queue,
  chosen,
  onChoose,
}: {
  items: readonly UploadItem[];
  queue: UploadQueue;
  chosen: UploadItem | undefined;
  onChoose: (id: string) => void;
}) {
  const t = useMessages(words);
  const ready = items.filter((item) => mayApply(items, item)).length;
  const doubtful = items.filter(isReady).length - ready;
  const ended = items.filter(({ stage }) => stage.kind === 'ended');
  const faulty = items.filter(isFaulty).length;
  const asking = items.filter(isAsking).length;
  const busy = items.filter(isBeingRead).length;
  return (
    <Panel
      title={t.files}
      caption={String(items.length)}
      actions={
        ended.length > 0 && (
          <Button small kind="quiet" onClick={() => ended.forEach(({ id }) => queue.remove(id))}>
            {t.clearDone}
          </Button>
        )
      }
    >
      <ul className={styles['files']}>
        {items.map((item) => (
          <FileRow
            key={item.id}
            item={item}
            rivals={rivalsOf(items, item).length}
            chosen={item.id === chosen?.id}
            onChoose={() => onChoose(item.id)}
            onRemove={() => queue.remove(item.id)}
          />
        ))}
      </ul>
      <div className={styles['applyAll']}>
        <Button kind="primary" disabled={ready === 0} onClick={() => queue.confirmAll()}>
          {ready > 1 ? t.applyMany(ready) : t.apply}
        </Button>
        {doubtful > 0 && <p className="caption strong">{t.toCheck(doubtful)}</p>}
        {ready > 0 && faulty + asking + busy > 0 && (
          <p className="caption quiet">{t.stay(faulty, asking, busy)}</p>
        )}
      </div>
    </Panel>
  );
}

function FileRow({
  item,
  rivals,
  chosen,
  onChoose,
  onRemove,
}: {
  item: UploadItem;
  /** How many other files are about the same production and day. */
  rivals: number;
  chosen: boolean;
  onChoose: () => void;
  onRemove: () => void;
}) {
  const t = useMessages(words);
  const { productionCode } = aboutOf(item);
  const production = useProductions().find(({ code }) => sameCode(code, productionCode));
  const { stage } = item;
  const names = item.files.map(({ name }) => plainName(name)).join(' + ');
  const share = stage.kind === 'trying' || stage.kind === 'confirming' ? stage.share : undefined;
  return (
    <li className={styles['file']} data-chosen={chosen || undefined}>
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        <span className="row">
          {production !== undefined && <CategoryMark category={production.category} />}
          <span className={styles['fileTitle']}>
            {production?.name ?? productionCode ?? t.unknownProduction}
          </span>
          <span className="grow" />
          {'run' in stage && stage.run.kind === 'buyers' && <KindChip kind="buyers" />}
          <StageChip item={item} rivals={rivals} />
        </span>
        <span className={styles['fileName']}>{names}</span>
        <Outcome item={item} />
      </button>
      {share !== undefined && (
        <div
          role="progressbar"
          aria-label={names}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(share < 1 ? { 'aria-valuenow': Math.round(share * 100) } : {})}
          className={styles['progress']}
          data-running={share >= 1 || undefined}
        >
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {stage.kind !== 'confirming' && (
        <Button
          small
          kind="quiet"
          icon={<X />}
          label={t.remove(names)}
          className={styles['remove']}
          onClick={onRemove}
        />
      )}
    </li>
  );
}

function StageChip({ item, rivals }: { item: UploadItem; rivals: number }) {
  const t = useMessages(words);
  const { stage } = item;
  switch (stage.kind) {
    case 'waiting':
      return <Chip>{t.waiting}</Chip>;
    case 'trying':
      return <Chip>{stage.share < 1 ? t.sending(percent(stage.share, 0)) : t.reading}</Chip>;
    case 'confirming':
      return <Chip>{stage.share < 1 ? t.sending(percent(stage.share, 0)) : t.applying}</Chip>;
    case 'refused':
      if (isUnknown(item)) return <Chip tone="warning">{t.noProductionChip}</Chip>;
      if (lacksPlace(item)) return <Chip tone="warning">{t.lacksPlaceChip}</Chip>;
      return (
        <Chip tone="bad" icon={<CircleX aria-hidden />}>
          {refusedFor(item).length > 0 ? t.errors(refusedFor(item).length) : t.refusedChip}
        </Chip>
      );
    case 'unconfirmed':
      return <Chip tone="bad">{t.retryChip}</Chip>;
    case 'read': {
      const { errors, warnings } = tally(stage.run.diagnostics);
      if (stage.repeated) return <Chip>{t.repeatedChip}</Chip>;
      if (rivals > 0) return <Chip tone="warning">{t.rivalsChip(rivals + 1)}</Chip>;
      if (stage.run.status === 'failed')
        return (
          <Chip tone="bad" icon={<CircleX aria-hidden />}>
            {t.errors(errors)}
          </Chip>
        );
      return warnings > 0 ? (
        <Chip tone="warning" icon={<TriangleAlert aria-hidden />}>
          {t.warnings(warnings)}
        </Chip>
      ) : (
        <Chip tone="good" icon={<Check aria-hidden />}>
          {t.ready}
        </Chip>
      );
    }
    case 'ended':
      return stage.upload.status === 'failed' ? (
        <Chip tone="bad">{t.failed}</Chip>
      ) : (
        <Chip tone="good" icon={<Check aria-hidden />}>
          {stage.upload.status === 'completed'
            ? t.applied
            : stage.upload.status === 'withdrawn'
              ? t.takenBackChip
              : t.stored}
        </Chip>
      );
  }
}

/** What the file would change, in one line. */
function Outcome({ item }: { item: UploadItem }) {
  const t = useMessages(words);
  const format = useFormat();
  const { stage } = item;
  if (stage.kind === 'trying' || stage.kind === 'confirming' || stage.kind === 'waiting') {
    const size = fileSize(item.files.reduce((sum, file) => sum + file.size, 0));
    const sent = stage.kind !== 'waiting' && stage.share >= 1;
    return <span className={styles['outcome']}>{sent ? t.sent(size) : size}</span>;
  }
  if (!('run' in stage)) return <span className={styles['outcome']}>{t.cannot(0)}</span>;
  const { run } = stage;
  const { warnings } = tally(run.diagnostics);
  if (run.status === 'failed') return <span className={styles['outcome']}>{t.cannot(warnings)}</span>;
  const doubtful = doubtsOf(run) !== undefined && item.seen !== true && stage.kind !== 'ended';
  if (run.kind === 'buyers') return <span className={styles['outcome']}>{t.buyersRead}</span>;
  if (run.change === null)
    return <span className={styles['outcome']}>{t.firstData(format.shortWon(revenueOf(run.facts)))}</span>;
  const { revenueKrw } = run.change;
  const won = revenueKrw === 0 ? t.unchanged : format.shortWon(revenueKrw, { signed: true });
  const text = doubtful ? t.afterCheck(won) : t.wouldChange(won, run.facts?.daily?.rows);
  return <span className={styles['outcome']}>{text}</span>;
}
