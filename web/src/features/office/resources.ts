/** Productions, users, jobs and the audit, as the office reads and writes them. */
import { api, body, done, tagged } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { addDays, isDay } from '@/lib/days';
import type { Day, Instant } from '@/lib/days';
import { jobStatuses } from './choices';
import { flag, given, signalOf, text, word } from './resource';
import type { OfficeResource } from './resource';

type Schemas = components['schemas'];

const productionSorts = ['code', 'name', 'category', 'saleStart', 'runStart', 'createdAt'] as const;
const userSorts = ['email', 'name', 'role', 'createdAt'] as const;

/** The beginning of a day in Seoul, as an instant. */
const dayStart = (day: Day): Instant => `${day}T00:00:00+09:00`;

export const productions: OfficeResource = {
  list(asked) {
    const { page, perPage, order, sort, filter } = asked;
    const query = given({
      page,
      perPage,
      order,
      sort: word(sort, productionSorts),
      q: text(filter['q']),
      category: word(filter['category'], ['concert', 'play', 'musical'] as const),
      active: flag(filter['active']),
    });
    return body(api.GET('/api/v1/productions', { params: { query }, ...signalOf(asked) }));
  },
  async one(id) {
    const { value, etag } = await tagged(api.GET('/api/v1/productions/{id}', { params: { path: { id } } }));
    return { ...value, etag };
  },
  create: (fields, header) =>
    body(api.POST('/api/v1/productions', { params: { header }, body: fields as Schemas['NewProduction'] })),
  async save({ id, fields, header, force }) {
    const query = force ? { force } : {};
    const answer = api.PATCH('/api/v1/productions/{id}', {
      params: { path: { id }, query, header },
      body: fields,
    });
    const { value, etag } = await tagged(answer);
    return { ...value, etag };
  },
  remove: (id, force) =>
    done(api.DELETE('/api/v1/productions/{id}', { params: { path: { id }, query: force ? { force } : {} } })),
};

export const users: OfficeResource = {
  list(asked) {
    const { page, perPage, order, sort, filter } = asked;
    const query = given({
      page,
      perPage,
      order,
      sort: word(sort, userSorts),
      q: text(filter['q']),
      role: word(filter['role'], ['master', 'admin', 'member'] as const),
      active: flag(filter['active']),
    });
    return body(api.GET('/api/v1/users', { params: { query }, ...signalOf(asked) }));
  },
  async one(id) {
    const { value, etag } = await tagged(api.GET('/api/v1/users/{id}', { params: { path: { id } } }));
    return { ...value, etag };
  },
  create: (fields, header) =>
    body(api.POST('/api/v1/users', { params: { header }, body: fields as Schemas['NewUser'] })),
  async save({ id, fields, header }) {
    const answer = api.PATCH('/api/v1/users/{id}', { params: { path: { id }, header }, body: fields });
    const { value, etag } = await tagged(answer);
    return { ...value, etag };
  },
  remove: (id) => done(api.DELETE('/api/v1/users/{id}', { params: { path: { id } } })),
};

export const jobs: OfficeResource = {
  list(asked) {
    const { page, perPage, order, filter } = asked;
    const query = given({ page, perPage, order, status: word(filter['status'], jobStatuses) });
    return body(api.GET('/api/v1/jobs', { params: { query }, ...signalOf(asked) }));
  },
};

export const audit: OfficeResource = {
  list(asked) {
    const { page, perPage, order, filter } = asked;
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
    return body(api.GET('/api/v1/audit', { params: { query }, ...signalOf(asked) }));
  },
};
