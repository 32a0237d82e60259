/**
 * What a page shows lives in its address, so that a view can be sent to a colleague and Back undoes one step.
 * These hooks read and write single parameters and leave the others alone.
 */
import { useCallback } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

/** How a change enters the history: a step that Back undoes, or none (for sliders and typing). */
export interface UrlChange {
  readonly replace?: boolean;
}

type Params = Readonly<Record<string, string | readonly string[] | null>>;

/** The query with some parameters changed; `null` and an empty list remove one. */
export function withParams(search: URLSearchParams, changes: Params): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    if (value === null) continue;
    if (typeof value === 'string') next.set(name, value);
    else value.forEach((item) => next.append(name, item));
  }
  return next;
}

/** Changes several parameters in one step. */
export function useSetParams(): (changes: Params, change?: UrlChange) => void {
  const navigate = useNavigate();
  const { search, hash } = useLocation();
  return useCallback(
    (changes, change) => {
      const next = withParams(new URLSearchParams(search), changes).toString();
      void navigate({ search: next === '' ? '' : `?${next}`, hash }, { replace: change?.replace ?? false });
    },
    [navigate, search, hash],
  );
}

/** One parameter: its text or null, and how to change it. */
export function useParam(name: string): [string | null, (value: string | null, change?: UrlChange) => void] {
  const [search] = useSearchParams();
  const setParams = useSetParams();
  const set = useCallback(
    (value: string | null, change?: UrlChange) => setParams({ [name]: value }, change),
    [name, setParams],
  );
  return [search.get(name), set];
}

/** A parameter that knows a few values; anything else is the default, which is not written. */
export function useChoiceParam<T extends string>(
  name: string,
  choices: readonly T[],
  standard: T,
): [T, (value: T, change?: UrlChange) => void] {
  const [text, setText] = useParam(name);
  const value = choices.find((choice) => choice === text) ?? standard;
  const set = useCallback(
    (next: T, change?: UrlChange) => setText(next === standard ? null : next, change),
    [setText, standard],
  );
  return [value, set];
}
