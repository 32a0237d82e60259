import { ForecastTable } from '@/components/reports/ForecastTable';
import { WholeScope } from '@/components/reports/WholeScope';

/** How likely each production on sale reaches its break-even, and the interval of its profit. */
export function Prospects() {
  return (
    <WholeScope>
      <ForecastTable />
    </WholeScope>
  );
}
