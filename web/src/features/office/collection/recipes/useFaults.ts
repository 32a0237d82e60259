import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, body } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { keys } from '@/api/keys';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';

/** What is wrong with a text, at its line. */
export type Fault = components['schemas']['RecipeFaultView'];

/** A text is checked once it has not changed for so long. */
const restMs = 500;

const invalid = 'recipe_invalid';

/** The faults that a refused save told; `undefined` where it was refused for something else. */
export function faultsOf(problem: ApiProblem | null): readonly Fault[] | undefined {
  if (problem?.code !== invalid) return undefined;
  return problem.document.recipeFaults ?? [];
}

/** What is wrong with a text, by the server, a moment after it was typed; nothing is kept of it. */
export function useFaults(name: string, text: string) {
  const rested = useRested(text);
  return useQuery<readonly Fault[], ApiProblem>({
    // The name does not matter, but for rights; the text is all that is read.
    queryKey: [...keys.recipe(name), 'check', rested],
    queryFn: async ({ signal }) => {
      try {
        await body(
          api.PUT('/api/v1/collection/recipes/{name}', {
            params: { path: { name }, query: { check: true } },
            body: { text: rested },
            signal,
          }),
        );
        return [];
      } catch (error) {
        const faults = faultsOf(asProblem(error));
        if (faults === undefined) throw error;
        return faults;
      }
    },
    placeholderData: keepPreviousData,
    // A text has the faults that it has.
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), restMs);
    return () => window.clearTimeout(timer);
  }, [text]);
  return rested;
}
