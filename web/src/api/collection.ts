/** Figures that come by themselves: sources, their runs, what waits for a yes, and recipes. */
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, body, done, ifMatch, tagged } from './client';
import type { Tagged } from './client';
import type { components } from './generated/schema';
import { keys } from './keys';
import { onceEach } from './once';
import type { ApiProblem } from './problem';

type Schemas = components['schemas'];

export type Source = Schemas['SourceView'];
export type NewSource = Schemas['NewSource'];
export type Run = Schemas['CollectionRunView'];
export type RunDetails = Schemas['CollectionRunDetailsView'];
export type Arrival = Schemas['ArrivalView'];
export type Recipe = Schemas['RecipeView'];
export type CollectionOptions = Schemas['OptionsView'];

/** Runs ask the server again this often while one is under way: events tell only those that are kept. */
const whileRunningMs = 1_000;

export const optionsQuery = queryOptions<CollectionOptions, ApiProblem>({
  queryKey: keys.collectionOptions,
  queryFn: ({ signal }) => body(api.GET('/api/v1/collection/options', { signal })),
  staleTime: 0,
});

export const sourcesQuery = queryOptions<readonly Source[], ApiProblem>({
  queryKey: keys.sources,
  queryFn: async ({ signal }) => (await body(api.GET('/api/v1/collection/sources', { signal }))).items,
});

export const runsQuery = (query: { page: number; sourceId?: string }) =>
  queryOptions({
    queryKey: keys.collectionRuns(query),
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/collection/runs', { params: { query: { ...query, perPage: 50 } }, signal })),
  });

export const isPending = ({ state }: { readonly state: string }) => state === 'queued' || state === 'running';

export const runQuery = (id: string) =>
  queryOptions<RunDetails, ApiProblem>({
    queryKey: keys.collectionRun(id),
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/collection/runs/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || isPending(data) ? whileRunningMs : false,
  });

/** What waits for a yes, of all that one sees. */
export const heldQuery = queryOptions({
  queryKey: keys.arrivals({ state: 'held' }),
  queryFn: ({ signal }) =>
    body(
      api.GET('/api/v1/collection/arrivals', { params: { query: { state: 'held', perPage: 200 } }, signal }),
    ),
});

export const arrivalQuery = (id: string) =>
  queryOptions<Arrival, ApiProblem>({
    queryKey: keys.arrival(id),
    queryFn: ({ signal }) =>
      body(api.GET('/api/v1/collection/arrivals/{id}', { params: { path: { id } }, signal })),
  });

export const recipesQuery = queryOptions<readonly Recipe[], ApiProblem>({
  queryKey: keys.recipes,
  queryFn: async ({ signal }) => (await body(api.GET('/api/v1/collection/recipes', { signal }))).items,
});

export const recipeVersionsQuery = (name: string) =>
  queryOptions({
    queryKey: [...keys.recipe(name), 'versions'],
    queryFn: async ({ signal }) =>
      (
        await body(
          api.GET('/api/v1/collection/recipes/{name}/versions', { params: { path: { name } }, signal }),
        )
      ).items,
  });

/** Reads again what a change of collection makes stale: those made here are not told by an event at once. */
function useStale() {
  const client = useQueryClient();
  return async () => {
    const stale = ['sources', 'collection-runs', 'arrivals', 'recipes'];
    await Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })));
  };
}

/** Making a source again, as the answer was lost, does not make two. */
const once = onceEach();

export function useCreateSource() {
  const stale = useStale();
  return useMutation<Source, ApiProblem, NewSource>({
    mutationFn: (source) =>
      once(JSON.stringify(source), (header) =>
        body(api.POST('/api/v1/collection/sources', { params: { header }, body: source })),
      ),
    onSettled: stale,
  });
}

export function useChangeSource() {
  const stale = useStale();
  return useMutation<
    Tagged<Source>,
    ApiProblem,
    { readonly id: string; readonly revision: number; readonly change: Schemas['ChangedSource'] }
  >({
    mutationFn: ({ id, revision, change }) =>
      tagged(
        api.PATCH('/api/v1/collection/sources/{id}', {
          params: { path: { id }, header: ifMatch(`"r${revision}"`) },
          body: change,
        }),
      ),
    onSettled: stale,
  });
}

export function useDeleteSource() {
  const stale = useStale();
  return useMutation<unknown, ApiProblem, string>({
    mutationFn: (id) => done(api.DELETE('/api/v1/collection/sources/{id}', { params: { path: { id } } })),
    onSettled: stale,
  });
}

/** Pauses a source, or lets it go on. */
export function useSourceState() {
  const stale = useStale();
  return useMutation<Source, ApiProblem, { readonly id: string; readonly goesOn: boolean }>({
    mutationFn: ({ id, goesOn }) =>
      goesOn
        ? body(api.POST('/api/v1/collection/sources/{id}/resume', { params: { path: { id } } }))
        : body(api.POST('/api/v1/collection/sources/{id}/pause', { params: { path: { id } } })),
    onSettled: stale,
  });
}

/** Has a source run now, or tries it. */
export function useRunSource() {
  const stale = useStale();
  return useMutation<
    RunDetails,
    ApiProblem,
    { readonly id: string; readonly isTest: boolean; readonly recordDate?: string }
  >({
    mutationFn: ({ id, isTest, recordDate }) => {
      const request = {
        params: { path: { id } },
        body: recordDate === undefined ? {} : ({ recordDate } as Schemas['RunForm']),
      };
      return isTest
        ? body(api.POST('/api/v1/collection/sources/{id}/test', request))
        : body(api.POST('/api/v1/collection/sources/{id}/run', request));
    },
    onSettled: stale,
  });
}

export function useCancelRun() {
  const stale = useStale();
  return useMutation<RunDetails, ApiProblem, string>({
    mutationFn: (id) => body(api.POST('/api/v1/collection/runs/{id}/cancel', { params: { path: { id } } })),
    onSettled: stale,
  });
}

/** Uploads what is held, or discards it. */
export function useDecide() {
  const stale = useStale();
  return useMutation<
    Arrival,
    ApiProblem,
    { readonly id: string; readonly isWanted: boolean; readonly reason?: string }
  >({
    mutationFn: ({ id, isWanted, reason }) =>
      isWanted
        ? body(api.POST('/api/v1/collection/arrivals/{id}/confirm', { params: { path: { id } } }))
        : body(
            api.POST('/api/v1/collection/arrivals/{id}/discard', {
              params: { path: { id } },
              body: reason === undefined ? {} : { reason },
            }),
          ),
    onSettled: stale,
  });
}

/** Saves a recipe, or only checks its text. */
export function useSaveRecipe() {
  const stale = useStale();
  return useMutation<
    Recipe,
    ApiProblem,
    {
      readonly name: string;
      readonly text: string;
      readonly check: boolean;
      readonly version: number | undefined;
    }
  >({
    mutationFn: ({ name, text, check, version }) =>
      body(
        api.PUT('/api/v1/collection/recipes/{name}', {
          params: {
            path: { name },
            query: check ? { check } : {},
            header: ifMatch(version === undefined || check ? undefined : `"r${version}"`),
          },
          body: { text },
        }),
      ),
    onSuccess: (_, { check }) => (check ? undefined : stale()),
  });
}

export function useDeleteRecipe() {
  const stale = useStale();
  return useMutation<unknown, ApiProblem, string>({
    mutationFn: (name) =>
      done(api.DELETE('/api/v1/collection/recipes/{name}', { params: { path: { name } } })),
    onSettled: stale,
  });
}
