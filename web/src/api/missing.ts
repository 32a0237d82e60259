/** Which productions still lack yesterday's workbook: what the staff's morning is about. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { addDays, todayInSeoul } from '@/lib/days';
import type { Day } from '@/lib/days';
import { api, body } from './client';
import { keys } from './keys';
import { useProductions } from './productions';
import type { Production } from './productions';

function uploadedQuery(recordDate: Day) {
  return queryOptions({
    queryKey: [...keys.uploads, 'of-day', recordDate],
    queryFn: async ({ signal }): Promise<readonly string[]> => {
      const query = { recordDate, status: 'completed', perPage: 200 } as const;
      const { items } = await body(api.GET('/api/v1/uploads', { params: { query }, signal }));
      return items.map(({ productionId }) => productionId);
    },
  });
}

/** Whether a production sells on a day, as far as its sale period is known. */
export function onSale({ active, saleStart, saleEnd }: Production, day: Day): boolean {
  return active && saleStart !== null && saleStart <= day && (saleEnd === null || day <= saleEnd);
}

/** The productions on sale yesterday whose workbook of that day is not in; none while that is not known. */
export function useMissingYesterday(): readonly Production[] {
  const yesterday = addDays(todayInSeoul(), -1);
  const productions = useProductions();
  const { data: uploaded } = useQuery(uploadedQuery(yesterday));
  if (uploaded === undefined) return [];
  return productions.filter(
    (production) => onSale(production, yesterday) && !uploaded.includes(production.id),
  );
}
