/** What labels of workbooks mean, where somebody had to say: of one production, and of the company. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, tagged } from './client';
import type { Tagged } from './client';
import type { components } from './generated/schema';
import { keys } from './keys';
import type { ApiProblem } from './problem';

/** What a label means. */
export type LabelMeaning = components['schemas']['LabelMeaningBody'];

/** The decisions of a production or of the company, with who made them last. */
export type Layout = components['schemas']['LayoutView'];

/** The decisions that take the place of what was decided before. */
export type NewLayout = Required<components['schemas']['NewLayout']>;

const company = 'company';

/** The layout of a production; the company's without one. */
export function layoutQuery(productionId?: string) {
  return queryOptions<Tagged<Layout>, ApiProblem>({
    queryKey: keys.layouts(productionId ?? company),
    queryFn: ({ signal }) =>
      productionId === undefined
        ? tagged(api.GET('/api/v1/layout', { signal }))
        : tagged(
            api.GET('/api/v1/productions/{id}/layout', { params: { path: { id: productionId } }, signal }),
          ),
  });
}

/** Saves a layout, unless somebody else did so since it was read. */
export function useSaveLayout(productionId?: string) {
  const client = useQueryClient();
  return useMutation<Tagged<Layout>, ApiProblem, { layout: NewLayout; etag: string | undefined }>({
    mutationFn: ({ layout, etag }) => {
      const header = ifMatch(etag);
      return productionId === undefined
        ? tagged(api.PUT('/api/v1/layout', { params: { header }, body: layout }))
        : tagged(
            api.PUT('/api/v1/productions/{id}/layout', {
              params: { path: { id: productionId }, header },
              body: layout,
            }),
          );
    },
    onSuccess: (saved) => client.setQueryData(layoutQuery(productionId).queryKey, saved),
  });
}
