/**
 * What a page shows lives in its address, so that a view can be sent to a colleague and Back undoes one step.
 * These hooks read and write single parameters and leave the others alone.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Location } from 'react-router';

/** How a change enters the history: a step that Back undoes, or none (for sliders and typing). */
export interface UrlChange {
  readonly replace?: boolean;
}

/** What some parameters become; `null` and an empty list remove one. */
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

/**
 * What the address is about to be. The router shows a change only after it has drawn it, so that a second one of the
 * same moment would start from the old address and undo the first.
 */
let coming: { readonly from: Location; readonly search: string } | undefined;

/** Changes several parameters in one step; a function gets them as they are about to be. */
export function useSetParams(): (
  changes: Params | ((now: URLSearchParams) => Params),
  change?: UrlChange,
) => void {
  const navigate = useNavigate();
  const location = useLocation();
  return useCallback(
    (changes, change) => {
      const now = new URLSearchParams(coming?.from === location ? coming.search : location.search);
      const next = withParams(now, typeof changes === 'function' ? changes(now) : changes).toString();
      const { hash } = location;
      coming = { from: location, search: next };
      void navigate({ search: next === '' ? '' : `?${next}`, hash }, { replace: change?.replace ?? false });
    },
    [navigate, location],
  );
}

/** How long typing has to rest before it enters the address. */
const typingRestMs = 300;

/**
 * A text that is typed here and applied a moment later: the field itself shows each letter at once, also while one is
 * composed. Another value from outside takes its place; what was applied here comes back later and is no such value, so
 * that a letter typed meanwhile stays.
 */
export function useTyped(
  value: string,
  apply: (text: string) => void,
  restMs: number = typingRestMs,
): { readonly text: string; readonly type: (text: string) => void; readonly flush: () => void } {
  const [typed, setTyped] = useState<string>();
  const [seen, setSeen] = useState(value);
  /** What was applied and is not seen yet, oldest first. */
  const [awaited, setAwaited] = useState<readonly string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(apply);
  useEffect(() => {
    latest.current = apply;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (typed === undefined) clearTimeout(timer.current);
  }, [typed]);
  if (seen !== value) {
    const own = awaited.indexOf(value);
    setSeen(value);
    setAwaited(own < 0 ? [] : awaited.slice(own + 1));
    if (own < 0 || typed === value) setTyped(undefined);
  }
  const applyNow = (text: string) => {
    setAwaited((before) => [...before, text]);
    latest.current(text);
  };
  return {
    text: typed ?? value,
    type: (text) => {
      setTyped(text);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => applyNow(text), restMs);
    },
    flush: () => {
      clearTimeout(timer.current);
      if (typed !== undefined) applyNow(typed);
    },
  };
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
