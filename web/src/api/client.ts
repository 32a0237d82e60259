/**
 * The one way to the server: a client typed by the contract. Calls carry the session's cookie, whose content no
 * script can read; what the server refuses is thrown as an `ApiProblem`.
 *
 * `const page = await body(api.GET('/api/v1/productions', { params, signal }))`
 */
import createClient from 'openapi-fetch';
import type { Middleware } from 'openapi-fetch';
import { dataVersionHeader, knownDataVersion, rememberDataVersion } from './dataVersion';
import type { paths } from './generated/schema';
import { asProblem, readProblem } from './problem';

const sessionEnds = new Set<() => void>();

/** Calls `listener` when an answer says that nobody is signed in any more. */
export function onSessionEnd(listener: () => void): () => void {
  sessionEnds.add(listener);
  return () => sessionEnds.delete(listener);
}

/** Where 401 is an answer like any other: asking who one is, and trying a password. */
const asksWho = /\/api\/v1\/auth\/(?:me|login)$/;

const conversation: Middleware = {
  onRequest({ request }) {
    const version = knownDataVersion();
    if (version !== undefined) request.headers.set(dataVersionHeader, String(version));
    return request;
  },
  async onResponse({ request, response }) {
    rememberDataVersion(response.headers.get(dataVersionHeader));
    if (response.ok) return;
    if (response.status === 401 && !asksWho.test(new URL(request.url).pathname)) {
      sessionEnds.forEach((listener) => listener());
    }
    throw await readProblem(response);
  },
  onError({ error }) {
    // An abandoned request is no failure: the query library knows it by its own error.
    return error instanceof DOMException && error.name === 'AbortError' ? undefined : asProblem(error);
  },
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  // Looked up at each call, so that tests can stand in for the network.
  fetch: (request) => globalThis.fetch(request),
  querySerializer: { array: { style: 'form', explode: true } },
});
api.use(conversation);

/** Asks who is signed in, and tells the listeners where nobody is any more. Failures of other kinds tell nothing. */
export async function tellIfSessionIsOver(): Promise<void> {
  try {
    await api.GET('/api/v1/auth/me');
  } catch (error) {
    if (asProblem(error).unauthenticated) sessionEnds.forEach((listener) => listener());
  }
}

type Answer<T> = Promise<{ data?: T; response: Response }>;

/** The body of a successful answer; for answers without one use `done`. */
export async function body<T>(answer: Answer<T>): Promise<NonNullable<T>> {
  const { data } = await answer;
  if (data === undefined || data === null) throw asProblem(new Error('The answer has no body'));
  return data;
}

/** Waits for an answer that has no body. */
export async function done(answer: Promise<unknown>): Promise<void> {
  await answer;
}

/** A thing that can be edited, with the tag of the state that was read. */
export interface Tagged<T> {
  readonly value: T;
  readonly etag: string | undefined;
}

/** The body of an answer with its `ETag`, for things that are edited afterwards. */
export async function tagged<T>(answer: Answer<T>): Promise<Tagged<NonNullable<T>>> {
  const { data, response } = await answer;
  if (data === undefined || data === null) throw asProblem(new Error('The answer has no body'));
  return { value: data, etag: response.headers.get('etag') ?? undefined };
}

/** The header that makes a write fail with 412 when somebody else saved in between. */
export function ifMatch(etag: string | undefined): { 'If-Match'?: string } {
  return etag === undefined ? {} : { 'If-Match': etag };
}
