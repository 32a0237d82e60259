/** What kinds, states and reasons of the contract are called; of what a newer server adds, its code. */
import { useMessages } from '@/lib/i18n/messages';
import type { DeliveryRecord, DestinationRecord } from '../dataProvider';
import { words } from './words';

/** Names of what is told, by the contract's code. */
export function useKindName(): (kind: string) => string {
  const t = useMessages(words);
  const names: Readonly<Record<string, string>> = {
    'daily-plays': t.dailyPlays,
    'daily-concerts': t.dailyConcerts,
    'weekly-plays': t.weeklyPlays,
    'weekly-profit': t.weeklyProfit,
    'weekly-occupancy': t.weeklyOccupancy,
    alert: t.alert,
    alerts: t.findAlerts,
    'daily-digest': t.dailyDigest,
    'weekly-digest': t.weeklyDigest,
    backup: t.backup,
    'backup-verification': t.backupVerification,
    check: t.check,
    'snapshot-retention': t.retention,
    kopis: t.kopis,
    snapshot: t.snapshot,
    test: t.testMessage,
  };
  return (kind) => names[kind] ?? kind;
}

/** How something is sent. */
export function useChannelName(): (kind: DestinationRecord['kind']) => string {
  const t = useMessages(words);
  const names = {
    slack: t.ofSlack,
    production_slack: t.ofProductionSlack,
    mail: t.ofMail,
    webhook: t.ofWebhook,
  };
  return (kind) => names[kind];
}

const reasons = [
  'not_configured',
  'nothing_to_see',
  'no_longer_visible',
  'destination_gone',
  'timed_out',
  'unreachable',
  'status',
  'mail_server',
  'circuit_open',
  'forbidden_address',
  'malformed',
] as const;

/** Why something was not sent, or why its last attempt failed. */
export function useReason(): (delivery: DeliveryRecord) => string | undefined {
  const t = useMessages(words);
  return ({ reason, lastError }) => {
    const known = reasons.find((one) => one === reason);
    return known === undefined ? (lastError ?? reason ?? undefined) : t[known];
  };
}

export const deliveryTones = {
  pending: 'plain',
  sending: 'outlined',
  sent: 'good',
  failed: 'bad',
  skipped: 'warning',
} as const;

export const runTones = {
  due: 'plain',
  running: 'outlined',
  done: 'good',
  failed: 'bad',
  missed: 'warning',
} as const;

/** Where the deliveries are listed that something made. */
export function deliveriesPath(filter: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ filter: JSON.stringify(filter), displayedFilters: '{}' });
  return `/office/deliveries?${query.toString()}`;
}
