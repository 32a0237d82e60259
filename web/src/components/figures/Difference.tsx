import { Won } from './Amount';

/**
 * Money that no report tells, as it lies between figures that reports tell: what a projection adds to what is sold, how
 * far one run is before another. `terms` are added up; unknown where one of them is. The terms go along
 * (`data-terms`), so that what is seen can be held against what was told.
 */
export function Difference({
  terms,
  ...manner
}: {
  readonly terms: readonly (number | null | undefined)[];
  readonly signed?: boolean;
  readonly judged?: boolean;
}) {
  return (
    <span data-terms={terms.join(' ')}>
      <Won value={sumOf(terms)} {...manner} />
    </span>
  );
}

/** The sum of terms, null where one is unknown. */
export function sumOf(terms: readonly (number | null | undefined)[]): number | null {
  let sum = 0;
  for (const term of terms) {
    if (term === null || term === undefined) return null;
    sum += term;
  }
  return sum;
}
