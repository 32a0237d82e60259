/**
 * What the server refuses, as an error that can be told apart. The server answers problem documents (RFC 9457);
 * what comes from elsewhere, such as a proxy's page or a lost connection, becomes one as well, so that whoever
 * catches deals with one type only.
 */
import type { components } from './generated/schema';

type Problem = components['schemas']['Problem'];

/** One rule that a request breaks; `pointer` names the field. */
export type FieldError = components['schemas']['FieldErrorView'];

/** Codes that have no document: nobody answered, or not in the server's own form. */
export const offline = 'offline';
const unreadable = 'unreadable';

/** A request that failed. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  /** Stable word for the kind of problem. */
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];
  /** Seconds to wait before it makes sense to try again. */
  readonly retryAfter: number | undefined;
  /** The whole document, for what single routes add: `present`, `diagnostics`, `wouldLose`. */
  readonly document: Partial<Problem>;

  constructor(status: number, document: Partial<Problem>, retryAfter?: number) {
    super(document.detail ?? document.title ?? `The server answered ${status}`);
    this.status = status;
    this.code = document.code ?? (status === 0 ? offline : unreadable);
    this.detail = document.detail;
    this.errors = document.errors ?? [];
    this.retryAfter = retryAfter;
    this.document = document;
  }

  /** Whether the session is missing or over. */
  get unauthenticated(): boolean {
    return this.status === 401;
  }

  /** Whether the thing is not there, or not for this person. */
  get notFound(): boolean {
    return this.status === 404;
  }

  /** Whether somebody else saved first; `present` is the state that is there now. */
  get outdated(): boolean {
    return this.status === 412;
  }

  /** Whether the same request may succeed later. */
  get temporary(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** What is wrong with one field, by its JSON pointer without the slash: `field('saleEnd')`. */
  field(name: string): FieldError | undefined {
    return this.errors.find(({ pointer }) => pointer === `/${name}` || pointer === name);
  }
}

/** Whatever was thrown, as a problem. */
export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(0, { detail: error instanceof Error ? error.message : String(error) });
}

/** Reads a refused answer. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const document = await readDocument(response);
  return new ApiProblem(response.status, document, Number.isNaN(retryAfter) ? undefined : retryAfter);
}

async function readDocument(response: Response): Promise<Partial<Problem>> {
  if (!(response.headers.get('content-type') ?? '').includes('json')) return {};
  try {
    const body: unknown = await response.clone().json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    return {};
  }
}
