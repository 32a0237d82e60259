import type { ReactNode } from 'react';
import { useProductions } from '@/api/productions';
import { CategoryMark } from '@/components/figures/CategoryMark';
import { Chip } from '@/components/figures/Chip';
import { RecordDateChip } from '@/components/figures/RecordDateChip';
import { sameCode } from '@/lib/codes';
import type { Day } from '@/lib/days';
import { useLabels } from '@/lib/i18n/useLabels';
import { useMessages } from '@/lib/i18n/messages';
import type { UploadKind } from '../items';
import { words } from '../words';
import styles from './uploads.module.css';

/** What a file is: its production, its record date, its name. */
export function ReportHead({
  productionCode,
  recordDate,
  kind,
  note,
  actions,
}: {
  productionCode: string | undefined;
  recordDate: Day | undefined;
  /** What it was read as; undefined before it was read. */
  kind: UploadKind | undefined;
  note: ReactNode;
  actions?: ReactNode;
}) {
  const t = useMessages(words);
  const label = useLabels();
  const production = useProductions().find(({ code }) => sameCode(code, productionCode));
  return (
    <header className={styles['reportHead']}>
      {production !== undefined && <CategoryMark category={production.category} />}
      <h2>{production?.name ?? productionCode ?? t.unknownProduction}</h2>
      {production !== undefined && <Chip>{label('term', production.category)}</Chip>}
      {kind !== undefined && <KindChip kind={kind} />}
      {recordDate !== undefined && <RecordDateChip day={recordDate} />}
      <span className={styles['reportNote']}>{note}</span>
      <span className="grow" />
      {actions}
    </header>
  );
}

/** Whether an upload tells of sales or of the buyers. */
export function KindChip({ kind }: { kind: UploadKind }) {
  const t = useMessages(words);
  return <Chip tone="outlined">{kind === 'buyers' ? t.kindBuyers : t.kindSales}</Chip>;
}

/** How it stands, in one sentence, with what can be done about it. */
export function Verdict({
  tone,
  icon,
  children,
  action,
}: {
  tone: 'good' | 'bad' | 'warning' | 'plain';
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={styles['verdict']} data-tone={tone}>
      {icon}
      <p>{children}</p>
      {action}
    </div>
  );
}
