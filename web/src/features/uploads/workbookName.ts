/** `<record date>_<production code>_<anything>.<ext>`: what a workbook's file name says, as the server reads it. */
import { isDay } from '@/lib/days';
import type { Day } from '@/lib/days';

/** The parts of a name; what is missing or unreadable is undefined. */
export interface WorkbookName {
  readonly recordDate: Day | undefined;
  readonly productionCode: string | undefined;
  /** What follows the code, which most often is the production's name. */
  readonly title: string | undefined;
  /** Lower case, without the dot. */
  readonly extension: string;
}

/** A file name in the form that names are compared in: composed, and without percent-encoding. */
export function plainName(fileName: string): string {
  let name = fileName;
  if (/%[0-9A-Fa-f]{2}/.test(name)) {
    try {
      name = decodeURIComponent(name);
    } catch {
      // A name that only looks encoded is meant as it is.
    }
  }
  return name
    .normalize('NFC')
    .replaceAll(/[\u200B\u2060\uFEFF]/g, '')
    .replaceAll('\u00A0', ' ');
}

/** Reads a file name. Without a date in front, the second part could be anything. */
export function readWorkbookName(fileName: string): WorkbookName {
  const name = plainName(fileName);
  const dot = name.lastIndexOf('.');
  const stem = dot < 0 ? name : name.slice(0, dot);
  const [date = '', code = '', ...rest] = stem.split('_').map((part) => part.trim());
  const recordDate = dayOf(date);
  return {
    recordDate,
    productionCode: recordDate !== undefined && /^[A-Za-z0-9.-]{1,32}$/.test(code) ? code : undefined,
    title: recordDate === undefined || rest.join('_') === '' ? undefined : rest.join('_'),
    extension: dot < 0 ? '' : name.slice(dot + 1).toLowerCase(),
  };
}

/** The file under the name that it has with another code. */
export function withCode(file: File, productionCode: string): File {
  const name = plainName(file.name);
  const parts = name.split('_');
  const [date = '', , ...rest] = parts;
  const ending = rest.length === 0 ? name.slice(name.lastIndexOf('.')) : `_${rest.join('_')}`;
  return new File([file], `${date}_${productionCode}${ending}`, { type: file.type });
}

function dayOf(digits: string): Day | undefined {
  const full = /^\d{6}$/.test(digits) ? `20${digits}` : digits;
  if (!/^\d{8}$/.test(full)) return undefined;
  const day = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`;
  return isDay(day) ? day : undefined;
}
