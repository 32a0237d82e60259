/** Findings by sheet and cell, and as a file to pass on. */
import { isLeftOut } from './doubts';
import type { Diagnostic } from './items';

/** A cell's address in its parts. */
export interface CellAddress {
  readonly column: string;
  readonly row: string;
}

/** Column and row of `회차별판매!F37`; undefined for a whole sheet or file. */
export function cellOf({ cell }: Diagnostic): CellAddress | undefined {
  const match = /(?:^|!)([A-Z]{1,3})(\d+)$/.exec(cell ?? '');
  return match === null ? undefined : { column: match[1] ?? '', row: match[2] ?? '' };
}

/** The findings of one sheet; `sheet` is null for those of the whole file. */
export interface SheetFindings {
  readonly sheet: string | null;
  readonly findings: readonly Diagnostic[];
}

/** Findings by sheet in the order in which the sheets come: errors first, then what was left out. */
export function bySheet(diagnostics: readonly Diagnostic[]): readonly SheetFindings[] {
  const groups = new Map<string | null, Diagnostic[]>();
  for (const finding of diagnostics) {
    const group = groups.get(finding.sheet);
    if (group === undefined) groups.set(finding.sheet, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([sheet, findings]) => ({
    sheet,
    findings: findings.toSorted((a, b) => rank(a) - rank(b)),
  }));
}

function rank(finding: Diagnostic): number {
  if (finding.severity === 'error') return 0;
  return isLeftOut(finding) ? 1 : 2;
}

/**
 * A table as CSV that a spreadsheet opens: with a byte order mark, so that Korean is read as such, and with texts
 * that begin like a formula made harmless.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
