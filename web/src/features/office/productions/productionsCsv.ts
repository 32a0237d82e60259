/**
 * The list of productions as CSV. Its columns are named as the import reads them, so that a list can be downloaded,
 * continued in Excel, and imported again.
 */
import type { Production } from '@/api/productions';

const columns = [
  'code',
  'name',
  'category',
  'active',
  'venue',
  'runStart',
  'runEnd',
  'saleStart',
  'saleEnd',
  'runningMinutes',
  'targetShare',
  'breakEvenKrw',
  'seatsPerPerformance',
  'previewEnd',
  'concertAt',
] as const satisfies readonly (keyof Production)[];

/** A cell. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The file's text; the mark at its beginning lets Excel know that it is UTF-8. */
export function productionsCsv(productions: readonly Production[]): string {
  const lines = productions.map((production) => columns.map((column) => cell(production[column])).join(','));
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`;
}
