/**
 * What react-admin asks for, answered through the client of the contract. A record that can be edited carries the tag
 * of the state that was read, so that a save is refused where somebody else saved in between.
 */
import type { DataProvider, GetListParams, GetListResult, RaRecord } from 'react-admin';
import { api, body, ifMatch } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { onceEach } from '@/api/once';
import { asProblem } from '@/api/problem';
import type { ApiProblem } from '@/api/problem';
import { sameCode } from '@/lib/codes';
import { changesOf } from './changes';
import { asked, text } from './resource';
import type { OfficeResource } from './resource';
import * as basics from './resources';
import * as sending from './sending/resources';

type Schemas = components['schemas'];

/** A record with the tag of the state that was read; lists have none. */
export type Editable<T> = T & { readonly etag?: string | undefined };
export type ProductionRecord = Editable<Schemas['ProductionView']>;
export type UserRecord = Editable<Schemas['UserView']>;
export type JobRecord = Schemas['JobView'];
export type AuditRecord = Schemas['AuditEntryView'];
export type DestinationRecord = Editable<Schemas['DestinationView']>;
/** A schedule is known by its name. */
export type ScheduleRecord = Editable<Schemas['ScheduleView'] & { readonly id: string }>;
export type RunRecord = Schemas['RunView'];
export type DeliveryRecord = Schemas['DeliveryView'];

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
  if (resource !== 'productions') return { [resource === 'users' ? 'email' : 'name']: 'taken' };
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

/** By the name of the resource, which is the first word of its cached answers, which events make stale. */
const resources: Readonly<Record<string, OfficeResource>> = {
  productions: basics.productions,
  users: basics.users,
  jobs: basics.jobs,
  audit: basics.audit,
  destinations: sending.destinations,
  schedules: sending.schedules,
  'schedule-runs': sending.scheduleRuns,
  deliveries: sending.deliveries,
};

function of(resource: string): OfficeResource {
  const found = resources[resource];
  if (found === undefined) throw new Error(`The office has no ${resource}`);
  return found;
}

/** What a resource does; a page that asks for what it does not have is wrong. */
function deed<K extends keyof OfficeResource>(resource: string, name: K): NonNullable<OfficeResource[K]> {
  const found = of(resource)[name];
  if (found === undefined) throw new Error(`The office does not ${name} ${resource}`);
  return found;
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
  return await deed(resource, 'save')({ id, fields: changesOf(data, previous), header, force });
}

/** A form that is sent again, as its answer was lost, does not create twice. */
const once = onceEach();

/** The office's way to the server. */
export const dataProvider = {
  async getList<T extends RaRecord>(resource: string, params: GetListParams): Promise<GetListResult<T>> {
    const { items, total } = await refusing(deed(resource, 'list')(asked(params)));
    return { data: items as T[], total };
  },

  async getOne(resource, { id }) {
    return { data: (await refusing(deed(resource, 'one')(String(id)))) as never };
  },

  async getMany(resource, { ids }) {
    const one = deed(resource, 'one');
    const found = await refusing(Promise.all(ids.map(async (id) => await one(String(id)))));
    return { data: found as never };
  },

  getManyReference() {
    return Promise.reject(new Error('The office asks for no references of references'));
  },

  async create(resource, { data }) {
    const entered = changesOf(data as Partial<RaRecord>, undefined);
    const create = deed(resource, 'create');
    const created = once(
      JSON.stringify([resource, entered]),
      async (header) => await create(entered, header),
    );
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
    await refusing(deed(resource, 'remove')(String(id), force));
    return { data: (previousData ?? { id }) as never };
  },

  deleteMany() {
    return Promise.reject(new Error('The office deletes one thing at a time'));
  },
} satisfies DataProvider;
