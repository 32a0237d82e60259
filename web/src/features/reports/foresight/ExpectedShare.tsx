import { Unknown } from '@/components/figures/Amount';
import { percent } from '@/lib/numbers';
import { expectedShare } from './run';
import type { ShowForecast } from './run';

/**
 * Expected seats of a performance as a share of those that can be sold, in whole per cents. No report tells it: the two
 * figures that it lies between go along (`data-quotient`), so that what is seen can be held against what was told.
 */
export function ExpectedShare({ of, bare = false }: { of: ShowForecast; bare?: boolean }) {
  const share = expectedShare(of);
  const { p50 } = of.finalSeats;
  if (share === null || p50 === null) return <Unknown />;
  const text = percent(share, 0);
  return (
    <span data-quotient={`${p50} ${of.sellableSeats}`}>
      <span data-amount className="nowrap">
        {bare ? text.slice(0, -1) : text}
      </span>
    </span>
  );
}
