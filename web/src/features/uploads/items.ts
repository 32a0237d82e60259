/** The files that somebody is about to upload, and how far each has come. */
import type { components } from '@/api/generated/schema';
import type { ApiProblem } from '@/api/problem';
import { foldedCode } from '@/lib/codes';
import type { Day } from '@/lib/days';
import { readWorkbookName } from './workbookName';

/** One finding in a workbook. */
export type Diagnostic = components['schemas']['DiagnosticView'];

/** What an upload would do. */
export type DryRun = components['schemas']['DryRunView'];

/** An upload with its findings. */
export type Upload = components['schemas']['UploadView'];

/** Whether it tells of sales or of the buyers. */
export type UploadKind = UploadSummary['kind'];

/** An upload in lists. */
export type UploadSummary = components['schemas']['UploadSummaryView'];

/** What the file belongs to, where its name does not say it. */
export interface Place {
  readonly productionCode?: string;
  readonly recordDate?: Day;
  /** What it is read as, where a workbook could be read as either. */
  readonly kind?: UploadKind;
  /** What opens the file, where it is locked; it is sent and kept nowhere. */
  readonly password?: string;
}

/**
 * How far an item has come. `share` is the part that is sent; at 1 the server reads. What is `repeated` is there already.
 */
export type Stage =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'trying'; readonly share: number }
  | { readonly kind: 'read'; readonly run: DryRun; readonly repeated: boolean }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }
  | { readonly kind: 'confirming'; readonly run: DryRun; readonly share: number }
  | { readonly kind: 'unconfirmed'; readonly run: DryRun; readonly problem: ApiProblem }
  | { readonly kind: 'ended'; readonly run: DryRun; readonly upload: Upload };

/** One upload in the making: a workbook, or the two halves of a CSV pair. */
export interface UploadItem {
  readonly id: string;
  readonly files: readonly File[];
  readonly place: Place;
  /** The day that somebody wanted to fill, where the name tells another. */
  readonly wantedDay?: Day;
  /** Whether somebody has said that they saw what speaks against it. */
  readonly seen?: boolean;
  readonly stage: Stage;
}

/** What CSV files have in common that belong together; undefined for what stands alone. */
function pairKey(file: File): string | undefined {
  const { extension, recordDate, productionCode } = readWorkbookName(file.name);
  if (extension !== 'csv' || recordDate === undefined || productionCode === undefined) return undefined;
  return `${recordDate}_${foldedCode(productionCode)}`;
}

/** A half of a CSV pair that waits for the other. */
function openHalf(files: readonly File[]): string | undefined {
  const [only] = files;
  return files.length === 1 && only !== undefined ? pairKey(only) : undefined;
}

/** Groups files into uploads: CSV files with the same date and code go together, two by two. */
export function groupFiles(files: readonly File[]): File[][] {
  const groups: File[][] = [];
  for (const file of files) {
    const key = pairKey(file);
    const half = key === undefined ? undefined : groups.find((group) => openHalf(group) === key);
    if (half === undefined) groups.push([file]);
    else half.push(file);
  }
  return groups;
}

/** The item that waits for this file as its second half. */
export function waitingHalf(items: readonly UploadItem[], files: readonly File[]): UploadItem | undefined {
  const key = openHalf(files);
  if (key === undefined) return undefined;
  return items.find(
    (item) => openHalf(item.files) === key && item.stage.kind !== 'ended' && item.stage.kind !== 'confirming',
  );
}

/** What is known about the item's production and day: from the server, from what was chosen, from the name. */
export function aboutOf(item: UploadItem): {
  productionCode: string | undefined;
  recordDate: Day | undefined;
} {
  if ('run' in item.stage) return item.stage.run;
  const name = readWorkbookName(item.files[0]?.name ?? '');
  return {
    productionCode: item.place.productionCode ?? name.productionCode,
    recordDate: item.place.recordDate ?? name.recordDate,
  };
}

/** Whether it can be confirmed: read without errors, and neither confirmed nor there already. */
export function isReady({ stage }: UploadItem): boolean {
  if (stage.kind === 'read') return stage.run.status === 'completed' && !stage.repeated;
  return stage.kind === 'unconfirmed';
}

/** Whether something goes on that leaving the page would end. */
export function isBusy({ stage }: UploadItem): boolean {
  return stage.kind === 'waiting' || stage.kind === 'trying' || stage.kind === 'confirming';
}

/** Whether the server is asked what it would do. */
export function isBeingRead({ stage }: UploadItem): boolean {
  return stage.kind === 'waiting' || stage.kind === 'trying';
}

/** Whether its production is not there, or not for this person. */
export function isUnknown({ stage }: UploadItem): boolean {
  return stage.kind === 'refused' && stage.problem.notFound;
}

/** The code that may have been meant by one that leads to no production; of those that this person sees. */
export function nearestCodeOf({ stage }: UploadItem): string | undefined {
  return stage.kind === 'refused' ? stage.problem.document.nearestCode : undefined;
}

/** Why an item was refused, in the workbook's terms. */
export function refusedFor({ stage }: UploadItem): readonly Diagnostic[] {
  return stage.kind === 'refused' ? (stage.problem.document.diagnostics ?? []) : [];
}

/** Whether the file is locked, and whether the password that came with it was a wrong one. */
export function lockOf(item: UploadItem): 'locked' | 'wrong' | undefined {
  const codes = refusedFor(item).map(({ code }) => code);
  if (codes.includes('wrong_password')) return 'wrong';
  return codes.includes('encrypted_workbook') ? 'locked' : undefined;
}

/** The day that the end of a file's name suggests; nobody has said yet that it is meant. */
export function suggestedDay({ stage }: UploadItem): Day | undefined {
  return stage.kind === 'refused' ? (stage.problem.document.suggestedRecordDate ?? undefined) : undefined;
}

/** Whether production and day have to be told, since the name does not. */
export function lacksPlace(item: UploadItem): boolean {
  return refusedFor(item).some(({ code }) => code === 'bad_file_name');
}

/** Whether it waits for an answer of somebody: its production, its place, its password, what a label means. */
export function isAsking(item: UploadItem): boolean {
  const { stage } = item;
  if (stage.kind === 'read') {
    const errors = stage.run.diagnostics.filter(({ severity }) => severity === 'error');
    const isQuestion = errors.length > 0 && errors.every(({ code }) => code === 'unknown_label');
    return stage.run.status === 'failed' && isQuestion;
  }
  return isUnknown(item) || lacksPlace(item) || lockOf(item) !== undefined;
}

/** Whether it has faults that only another file mends. */
export function isFaulty(item: UploadItem): boolean {
  const { stage } = item;
  if (stage.kind === 'read') return stage.run.status === 'failed' && !isAsking(item);
  return stage.kind === 'refused' && !isAsking(item);
}

/** How many findings of each severity. */
export function tally(diagnostics: readonly Diagnostic[]): { errors: number; warnings: number } {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** One of the five figures: as it is now, what the file adds, and what it says. */
export interface FigureChange {
  readonly key: 'saleDays' | 'performances' | 'paidSeats' | 'revenueKrw' | 'complimentarySeats';
  readonly value: number | null;
  /** Null where there is no current snapshot to compare with. */
  readonly change: number | null;
}

/** The revenue of a workbook: by its sale days, else by its performances; null where it tells of neither. */
export function revenueOf(facts: DryRun['facts']): number | null {
  return facts?.daily?.revenueKrw ?? facts?.performances?.revenueKrw ?? null;
}

/** The five figures by which people see whether a workbook is the right one. */
export function figuresOf(facts: DryRun['facts'], change: DryRun['change']): readonly FigureChange[] {
  return [
    { key: 'saleDays', value: facts?.daily?.rows ?? null, change: change?.saleDays ?? null },
    {
      key: 'performances',
      value: facts?.performances?.rows ?? null,
      change: change?.performances ?? null,
    },
    { key: 'paidSeats', value: facts?.performances?.paidSeats ?? null, change: change?.paidSeats ?? null },
    {
      key: 'revenueKrw',
      value: revenueOf(facts),
      change: change?.revenueKrw ?? null,
    },
    {
      key: 'complimentarySeats',
      value: facts?.performances?.complimentarySeats ?? null,
      change: change?.complimentarySeats ?? null,
    },
  ];
}
