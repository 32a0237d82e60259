/** The words of the contract that the office lets one choose from. */
import type { Category } from '@/api/productions';
import type { components } from '@/api/generated/schema';

export const categories: readonly Category[] = ['musical', 'play', 'concert'];
export const roles: readonly components['schemas']['RoleView'][] = ['member', 'admin', 'master'];
export const jobStatuses: readonly components['schemas']['JobStatusView'][] = [
  'queued',
  'running',
  'done',
  'failed',
];

/** The messages of figures, which people send and schedule. */
export const messageKinds = [
  'daily-plays',
  'daily-concerts',
  'weekly-plays',
  'weekly-profit',
  'weekly-occupancy',
] as const;
/** What a message of figures tells. */
export type MessageKind = (typeof messageKinds)[number];

/** Whether schedules of this kind send a message of figures to their destinations; the others are part of the house. */
export const isMessage = (kind: string): kind is MessageKind => messageKinds.some((one) => one === kind);

export const destinationKinds: readonly components['schemas']['DestinationKindView'][] = [
  'slack',
  'production_slack',
  'mail',
  'webhook',
];
export const deliveryStates: readonly components['schemas']['DeliveryStateView'][] = [
  'pending',
  'sending',
  'sent',
  'failed',
  'skipped',
];
export const runStates: readonly components['schemas']['RunStateView'][] = [
  'due',
  'running',
  'done',
  'failed',
  'missed',
];
