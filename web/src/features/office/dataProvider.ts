/**
 * What react-admin asks for, answered through the client of the contract. A record that can be edited carries the tag
 * of the state that was read, so that a save is refused where somebody else saved in between.
 */
import type { DataProvider, GetListParams, GetListResult, RaRecord } from 'react-admin';
import { api, body, done, ifMatch, tagged } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { sameCode } from '@/lib/codes';
import { addDays, isDay } from '@/lib/days';
import type { Day, Instant } from '@/lib/days';
import { changesOf } from './changes';

type Schemas = components['schemas'];

/** A record with the tag of the state that was read; lists have none. */
export type Editable<T> = T & { readonly etag?: string | undefined };
export type ProductionRecord = Editable<Schemas['ProductionView']>;
export type UserRecord = Editable<Schemas['UserView']>;
export type JobRecord = Schemas['JobView'];
export type AuditRecord = Schemas['AuditEntryView'];

/** What an update may say besides the record. */
export interface SaveMeta {
  /** Loses targets and notes, or deletes snapshots, where the change needs it. */
  readonly force?: boolean;
}

/** A refused call as react-admin takes it: with a status, and errors by field for the form. */
export class OfficeError extends Error {
  override readonly name = 'OfficeError';
  readonly problem: ApiProblem;
  readonly status: number;
  readonly body: { readonly errors?: Readonly<Record<string, string>> };

  constructor(problem: ApiProblem, more: Readonly<Record<string, string>> = {}) {
    super(problem.code);
    this.problem = problem;
    this.status = problem.status;
    const errors = {
      ...Object.fromEntries(problem.errors.map(({ pointer, code }) => [fieldOf(pointer), code] as const)),
      ...more,
    };
    this.body = Object.keys(errors).length === 0 ? {} : { errors };
  }
}

/** The form's name for what a pointer names; of nested ones the outermost, where the form shows them. */
function fieldOf(pointer: string): string {
  return pointer.replace(/^\//, '').split('/')[0] ?? pointer;
}

async function refusing<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw new OfficeError(asProblem(error));
  }
}

/** The rule that a value is taken, with the name of what has it. */
export function takenBy(name: string): string {
  return `taken by ${name}`;
}

/** Refuses a value that another record has at its field: the server says that one is taken, not which. */
async function refusingTaken<T>(call: Promise<T>, resource: string, data: object): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const problem = asProblem(error);
    const taken = problem.code === 'taken' ? await takenFields(resource, data).catch(() => ({})) : {};
    throw new OfficeError(problem, taken);
  }
}

async function takenFields(resource: string, data: object): Promise<Record<string, string>> {
  if (resource !== 'productions') return { email: 'taken' };
  const [code, name, id] = ['code', 'name', 'id'].map((field) => text(Reflect.get(data, field)) ?? '');
  const others = async (q: string) => {
    if (q === '') return [];
    const { items } = await body(api.GET('/api/v1/productions', { params: { query: { q, perPage: 200 } } }));
    return items.filter((other) => other.id !== id);
  };
  const [byCode, byName] = await Promise.all([others(code ?? ''), others(name ?? '')]);
  const sameOne = byCode.find((other) => sameCode(other.code, code));
  const namesake = byName.find((other) => other.name === name);
  return {
    ...(sameOne === undefined ? {} : { code: takenBy(sameOne.name) }),
    ...(namesake === undefined ? {} : { name: takenBy(namesake.code) }),
    // It may be one that this person does not see.
    ...(sameOne === undefined && namesake === undefined ? { code: 'taken' } : {}),
  };
}

type Order = 'asc' | 'desc';

interface Asked {
  readonly page: number;
  readonly perPage: number;
  readonly sort: string;
  readonly order: Order;
  readonly filter: Readonly<Record<string, unknown>>;
}

function asked({ pagination, sort, filter }: GetListParams): Asked {
  return {
    page: pagination?.page ?? 1,
    perPage: Math.min(pagination?.perPage ?? 50, 200),
    sort: sort?.field ?? 'id',
    order: sort?.order === 'DESC' ? 'desc' : 'asc',
    filter: (filter ?? {}) as Record<string, unknown>,
  };
}

/** A filter's text; what is empty asks for nothing. */
function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** One of the words that the contract knows. */
function word<T extends string>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}

function flag(value: unknown): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}

/** Leaves out what is undefined, which the contract's types ask for. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

const productionSorts = ['code', 'name', 'category', 'saleStart', 'runStart', 'createdAt'] as const;
const userSorts = ['email', 'name', 'role', 'createdAt'] as const;

/** The beginning of a day in Seoul, as an instant. */
const dayStart = (day: Day): Instant => `${day}T00:00:00+09:00`;

/** Lists by resource. The name of a resource is the first word of its cached answers, which events make stale. */
async function list(resource: string, params: GetListParams): Promise<{ items: RaRecord[]; total: number }> {
  const { page, perPage, sort, order, filter } = asked(params);
  const signal = params.signal === undefined ? {} : { signal: params.signal };
  switch (resource) {
    case 'productions': {
      const query = given({
        page,
        perPage,
        order,
        sort: word(sort, productionSorts),
        q: text(filter['q']),
        category: word(filter['category'], ['concert', 'play', 'musical'] as const),
        active: flag(filter['active']),
      });
      return await body(api.GET('/api/v1/productions', { params: { query }, ...signal }));
    }
    case 'users': {
      const query = given({
        page,
        perPage,
        order,
        sort: word(sort, userSorts),
        q: text(filter['q']),
        role: word(filter['role'], ['master', 'admin', 'member'] as const),
        active: flag(filter['active']),
      });
      return await body(api.GET('/api/v1/users', { params: { query }, ...signal }));
    }
    case 'jobs': {
      const query = given({
        page,
        perPage,
        order,
        status: word(filter['status'], ['queued', 'running', 'done', 'failed'] as const),
      });
      return await body(api.GET('/api/v1/jobs', { params: { query }, ...signal }));
    }
    case 'audit': {
      const [from, to] = [text(filter['from']), text(filter['to'])];
      const query = given({
        page,
        perPage,
        order,
        userId: text(filter['userId']),
        action: text(filter['action']),
        subjectId: text(filter['subjectId']),
        productionId: text(filter['productionId']),
        from: isDay(from) ? dayStart(from) : undefined,
        // Both days are meant to be seen: the contract's end is the first instant that is not.
        to: isDay(to) ? dayStart(addDays(to, 1)) : undefined,
      });
      return await body(api.GET('/api/v1/audit', { params: { query }, ...signal }));
    }
    default:
      throw new Error(`The office has no ${resource}`);
  }
}

async function one(resource: string, id: string): Promise<RaRecord> {
  const params = { params: { path: { id } } };
  const { value, etag } =
    resource === 'users'
      ? await tagged(api.GET('/api/v1/users/{id}', params))
      : await tagged(api.GET('/api/v1/productions/{id}', params));
  return { ...value, etag };
}

async function save(
  resource: string,
  id: string,
  data: Partial<RaRecord>,
  previous: Partial<RaRecord> | undefined,
  force: boolean,
): Promise<RaRecord> {
  const etag: unknown = data['etag'];
  const header = ifMatch(typeof etag === 'string' ? etag : undefined);
  const change = changesOf(data, previous);
  if (resource === 'users') {
    const answer = api.PATCH('/api/v1/users/{id}', { params: { path: { id }, header }, body: change });
    const { value, etag: next } = await tagged(answer);
    return { ...value, etag: next };
  }
  const query = force ? { force } : {};
  const answer = api.PATCH('/api/v1/productions/{id}', {
    params: { path: { id }, query, header },
    body: change,
  });
  const { value, etag: next } = await tagged(answer);
  return { ...value, etag: next };
}

/** One key for one attempt of a person, so that a repeated request does not create twice. */
const idempotent = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** The office's way to the server. */
export const dataProvider = {
  async getList<T extends RaRecord>(resource: string, params: GetListParams): Promise<GetListResult<T>> {
    const { items, total } = await refusing(list(resource, params));
    return { data: items as T[], total };
  },

  async getOne(resource, { id }) {
    return { data: (await refusing(one(resource, String(id)))) as never };
  },

  async getMany(resource, { ids }) {
    const found = await refusing(Promise.all(ids.map(async (id) => await one(resource, String(id)))));
    return { data: found as never };
  },

  getManyReference() {
    return Promise.reject(new Error('The office asks for no references of references'));
  },

  async create(resource, { data }) {
    const entered = changesOf(data as Partial<RaRecord>, undefined);
    const params = { header: idempotent() };
    const created: Promise<RaRecord> =
      resource === 'users'
        ? body(api.POST('/api/v1/users', { params, body: entered as Schemas['NewUser'] }))
        : body(api.POST('/api/v1/productions', { params, body: entered as Schemas['NewProduction'] }));
    return { data: (await refusingTaken(created, resource, entered)) as never };
  },

  async update(resource, { id, data, previousData, meta }) {
    const { force = false } = (meta ?? {}) as SaveMeta;
    const saved = save(
      resource,
      String(id),
      data as Partial<RaRecord>,
      previousData as Partial<RaRecord>,
      force,
    );
    return { data: (await refusingTaken(saved, resource, { ...(data as object), id: String(id) })) as never };
  },

  async updateMany(resource, { ids, data }) {
    for (const id of ids) await refusing(save(resource, String(id), data, undefined, false));
    return { data: ids };
  },

  async delete(resource, { id, previousData, meta }) {
    const { force = false } = (meta ?? {}) as SaveMeta;
    const path = { id: String(id) };
    const gone =
      resource === 'users'
        ? done(api.DELETE('/api/v1/users/{id}', { params: { path } }))
        : done(api.DELETE('/api/v1/productions/{id}', { params: { path, query: force ? { force } : {} } }));
    await refusing(gone);
    return { data: (previousData ?? { id }) as never };
  },

  deleteMany() {
    return Promise.reject(new Error('The office deletes one thing at a time'));
  },
} satisfies DataProvider;
