/** Destinations, schedules, their runs, and deliveries, as the office reads and writes them. */
import { api, body, done, tagged } from '@/api/client';
import type { components } from '@/api/generated/schema';
import { deliveryStates, runStates } from '../choices';
import { given, signalOf, text, word } from '../resource';
import type { OfficeResource } from '../resource';

type Schemas = components['schemas'];

export const destinations: OfficeResource = {
  async list(asked) {
    const { items } = await body(api.GET('/api/v1/destinations', signalOf(asked)));
    return { items, total: items.length };
  },
  async one(id) {
    const { value, etag } = await tagged(api.GET('/api/v1/destinations/{id}', { params: { path: { id } } }));
    return { ...value, etag };
  },
  create: (fields, header) =>
    body(api.POST('/api/v1/destinations', { params: { header }, body: fields as Schemas['NewDestination'] })),
  async save({ id, fields, header }) {
    const answer = api.PATCH('/api/v1/destinations/{id}', { params: { path: { id }, header }, body: fields });
    const { value, etag } = await tagged(answer);
    return { ...value, etag };
  },
  remove: (id) => done(api.DELETE('/api/v1/destinations/{id}', { params: { path: { id } } })),
};

const named = (schedule: Schemas['ScheduleView']) => ({ ...schedule, id: schedule.name });

export const schedules: OfficeResource = {
  async list(asked) {
    const { items } = await body(api.GET('/api/v1/schedules', signalOf(asked)));
    return { items: items.map(named), total: items.length };
  },
  async one(name) {
    const { value, etag } = await tagged(api.GET('/api/v1/schedules/{name}', { params: { path: { name } } }));
    return { ...named(value), etag };
  },
  async create(fields, header) {
    const made = api.POST('/api/v1/schedules', {
      params: { header },
      body: fields as Schemas['NewSchedule'],
    });
    return named(await body(made));
  },
  async save({ id: name, fields, header }) {
    const answer = api.PATCH('/api/v1/schedules/{name}', {
      params: { path: { name }, header },
      body: fields,
    });
    const { value, etag } = await tagged(answer);
    return { ...named(value), etag };
  },
  remove: (name) => done(api.DELETE('/api/v1/schedules/{name}', { params: { path: { name } } })),
};

export const scheduleRuns: OfficeResource = {
  list(asked) {
    const { page, perPage, order, filter } = asked;
    const query = given({
      page,
      perPage,
      order,
      schedule: text(filter['schedule']),
      state: word(filter['state'], runStates),
    });
    return body(api.GET('/api/v1/schedules/runs', { params: { query }, ...signalOf(asked) }));
  },
};

export const deliveries: OfficeResource = {
  list(asked) {
    const { page, perPage, order, filter } = asked;
    const query = given({
      page,
      perPage,
      order,
      state: word(filter['state'], deliveryStates),
      destinationId: text(filter['destinationId']),
      runId: text(filter['runId']),
    });
    return body(api.GET('/api/v1/deliveries', { params: { query }, ...signalOf(asked) }));
  },
  one: (id) => body(api.GET('/api/v1/deliveries/{id}', { params: { path: { id } } })),
};
