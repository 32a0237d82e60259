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
