/**
 * Reads what the home page needs: six reports at once, whatever the number of productions. The sums are made again
 * only when one of the answers changed.
 */
import { useMemo } from 'react';
import { useProductions } from '@/api/productions';
import { useReport } from '@/api/reports';
import { useAsOf } from '@/lib/asOf';
import { homeFigures } from './figures';
import type { HomeFigures } from './figures';

/** The page's figures, and the queries that they come from. */
export function useHome() {
  const { asOf } = useAsOf();
  const productions = useProductions();
  const sales = useReport('target-vs-actual', { asOf, grain: 'day' });
  const outlook = useReport('plays/outlook', { asOf });
  const playForecast = useReport('plays/profit-forecast', { asOf });
  const concertForecast = useReport('concerts/profit-forecast', { asOf });
  const breakEven = useReport('concerts/break-even', { asOf });
  const coverage = useReport('upload-coverage', { asOf, days: 2 });

  const [sold, shows, plays, concerts, seats, uploads] = [
    sales.data?.items,
    outlook.data?.items,
    playForecast.data?.items,
    concertForecast.data?.items,
    breakEven.data?.items,
    coverage.data?.items,
  ];
  const figures = useMemo<HomeFigures | undefined>(
    () =>
      sold === undefined
        ? undefined
        : homeFigures({
            asOf,
            productions,
            sales: sold,
            outlook: shows,
            playForecast: plays,
            concertForecast: concerts,
            breakEven: seats,
            coverage: uploads,
          }),
    [asOf, productions, sold, shows, plays, concerts, seats, uploads],
  );
  return { asOf, productions, figures, sales, outlook, coverage };
}
