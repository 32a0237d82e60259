/** What somebody has to look at before a file may replace figures that people see. */
import { foldedCode } from '@/lib/codes';
import { aboutOf, isReady } from './items';
import type { Diagnostic, DryRun, UploadItem } from './items';

/** Findings about figures that were left out. */
const leftOut: ReadonlySet<string> = new Set(['sale_after_record_date', 'row_without_date', 'no_data_rows']);
/** Findings by which a file is more often the wrong one, or not calculated, than right. */
const doubtful: ReadonlySet<string> = new Set([
  'uncalculated_workbook',
  'sheets_disagree',
  'revenue_shrank',
  'seats_shrank',
]);

/** Whether a finding is about figures that were left out. */
export function isLeftOut({ code }: Pick<Diagnostic, 'code'>): boolean {
  return leftOut.has(code);
}

/** What makes a file doubtful. */
export interface Doubts {
  /** Figures left out first, then what speaks against the file. */
  readonly findings: readonly Diagnostic[];
  /** Whether rows were read, and no seat in them. */
  readonly noSeats: boolean;
  /** Whether a new record date brings the figures of the one before: a file of yesterday under the name of today. */
  readonly sameFigures: boolean;
}

/** Why a file that can be applied should be looked at; undefined where nothing speaks against it. */
export function doubtsOf(run: DryRun): Doubts | undefined {
  if (run.status !== 'completed') return undefined;
  const missing = run.diagnostics.filter(isLeftOut);
  const against = run.diagnostics.filter(({ code }) => doubtful.has(code));
  const { daily, performances } = run.facts ?? {};
  const noSeats =
    (daily !== undefined && daily !== null && daily.rows > 0 && daily.seats === 0) ||
    (performances !== undefined &&
      performances !== null &&
      performances.rows > 0 &&
      performances.paidSeats === 0);
  const sameFigures = bringsNothingNew(run);
  if (missing.length + against.length === 0 && !noSeats && !sameFigures) return undefined;
  return { findings: [...missing, ...against], noSeats, sameFigures };
}

function bringsNothingNew({ becomesCurrent, replaces, change }: DryRun): boolean {
  if (!becomesCurrent || replaces !== null || change === null) return false;
  return Object.values(change).every((difference) => difference === 0);
}

/** The other files of the list that are about the same production, kind and day: only one of them can be meant. */
export function rivalsOf(items: readonly UploadItem[], item: UploadItem): readonly UploadItem[] {
  const key = rivalKey(item);
  if (key === undefined) return [];
  return items.filter((other) => other.id !== item.id && rivalKey(other) === key);
}

function rivalKey(item: UploadItem): string | undefined {
  if (!isReady(item) && item.stage.kind !== 'confirming') return undefined;
  const { productionCode, recordDate } = aboutOf(item);
  if (productionCode === undefined || recordDate === undefined) return undefined;
  const kind = 'run' in item.stage ? item.stage.run.kind : 'sales';
  return `${kind} ${recordDate} ${foldedCode(productionCode)}`;
}

/** Whether an item may be applied now: it can be, whoever saw its doubts said so, and it is the only one of its day. */
export function mayApply(items: readonly UploadItem[], item: UploadItem): boolean {
  if (!isReady(item) || !('run' in item.stage)) return false;
  const seen = item.seen === true || doubtsOf(item.stage.run) === undefined;
  return seen && rivalsOf(items, item).length === 0;
}
