import { useMemo } from 'react';
import type { Grain } from '@/components/reports/periods';
import { useScopedReport } from '@/components/reports/useScopedReport';
import { useLeftOut, valuesOf } from './agencies';
import type { AgencySale } from './agencies';
import type { Period } from './figures';
import type { AgencyColumn } from './salesOption';

const none: readonly AgencySale[] = [];

/**
 * The agencies that sale days name, to be taken off the chart of sales; and the columns of those that stay, once one is
 * taken off. Until then the chart shows what all sold, and nothing more is asked.
 */
export function useAgencyColumns(
  periods: readonly Period[],
  grain: Grain,
  wanted: boolean,
): {
  readonly agencies: readonly AgencySale[];
  readonly isShown: (agency: string) => boolean;
  readonly toggle: (agency: string) => void;
  readonly columns: readonly AgencyColumn[] | undefined;
} {
  const { isShown, toggle } = useLeftOut();
  const sold = useScopedReport('agencies/sales', undefined, wanted).report.data?.items[0];
  const agencies = wanted && sold?.by === 'sale_day' ? sold.agencies : none;
  const some = agencies.some(({ agency }) => !isShown(agency));
  const daily = useScopedReport('agencies/daily', { grain }, some).report.data;
  const columns = useMemo(() => {
    // While another grain is on its way, its columns would stand over the wrong periods.
    if (!some || daily?.grain !== grain) return undefined;
    const names = periods.map(({ period }) => period);
    const shown = daily.items[0]?.agencies.filter(({ agency }) => isShown(agency)) ?? [];
    return shown.map((series) => ({
      key: series.agency,
      name: series.name,
      values: valuesOf(series, names),
    }));
  }, [some, daily, grain, periods, isShown]);
  return { agencies, isShown, toggle, columns };
}
