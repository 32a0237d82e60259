/** Which days of which productions are in, and which are missing. */
import type { Production } from '@/api/productions';
import type { ReportAnswer } from '@/api/reports';
import type { Day } from '@/lib/days';
import type { UploadSummary } from './items';

/** Whether a production sells on a day, as far as its sale period is known. */
function onSale({ active, saleStart, saleEnd }: Production, day: Day): boolean {
  return active && saleStart !== null && saleStart <= day && (saleEnd === null || day <= saleEnd);
}

/**
 * How a day of a production stands. Workbooks tell all days up to theirs, so that only what follows the last one is
 * missing; a gap before it has passed.
 */
export interface CoverageCell {
  readonly day: Day;
  readonly state: 'in' | 'warned' | 'missing' | 'passed' | 'closed';
  readonly uploadId: string | undefined;
}

/** The days of one production. */
export interface CoverageRow {
  readonly production: Production;
  readonly cells: readonly CoverageCell[];
  readonly missing: number;
}

/** The matrix from the report, with the live uploads that its cells lead to. */
export function coverageOf(
  items: ReportAnswer<'upload-coverage'>['items'],
  productions: readonly Production[],
  uploads: readonly UploadSummary[],
): readonly CoverageRow[] {
  const live = new Map(
    uploads
      .filter(({ status }) => status === 'completed')
      .map((upload) => [`${upload.productionId} ${upload.recordDate}`, upload]),
  );
  return items.flatMap(({ productionId, coverage, recordDate }) => {
    const production = productions.find(({ id }) => id === productionId);
    if (production === undefined) return [];
    const cells = coverage.map(({ day, uploaded }): CoverageCell => {
      const upload = live.get(`${productionId} ${day}`);
      const warned =
        upload !== undefined && Object.values(upload.diagnosticCounts).some((count) => count > 0);
      const absent = recordDate === null || day > recordDate ? 'missing' : 'passed';
      const state = uploaded ? (warned ? 'warned' : 'in') : onSale(production, day) ? absent : 'closed';
      return { day, state, uploadId: upload?.id };
    });
    const missing = cells.filter(({ state }) => state === 'missing').length;
    return [{ production, cells, missing }];
  });
}
