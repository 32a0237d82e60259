/**
 * The keys under which answers are kept. The first word names the resource, which is what an event of the server
 * makes stale; everything behind it tells one answer from another.
 */
export const keys = {
  account: ['account'] as const,
  sessions: ['account', 'sessions'] as const,
  apiKeys: ['account', 'api-keys'] as const,
  secondFactor: ['account', 'second-factor'] as const,
  newSignIns: ['account', 'new-sign-ins'] as const,
  preferences: ['preferences'] as const,
  digest: ['account', 'digest'] as const,
  productions: ['productions'] as const,
  production: (id: string) => ['productions', id] as const,
  uploads: ['uploads'] as const,
  upload: (id: string) => ['uploads', id] as const,
  targets: (productionId: string) => ['targets', productionId] as const,
  marketingWeeks: (productionId: string) => ['marketing-weeks', productionId] as const,
  campaigns: (productionId: string) => ['campaigns', productionId] as const,
  layouts: (of: string) => ['layouts', of] as const,
  kopis: (productionId: string) => ['kopis', productionId] as const,
  kopisSuggestions: (productionId: string) => ['kopis-suggestions', productionId] as const,
  holidays: ['holidays'] as const,
  notes: ['notes'] as const,
  users: ['users'] as const,
  jobs: ['jobs'] as const,
  audit: ['audit'] as const,
  system: ['system'] as const,
  backups: ['system', 'backups'] as const,
  destinations: ['destinations'] as const,
  schedules: ['schedules'] as const,
  scheduleRuns: ['schedule-runs'] as const,
  deliveries: ['deliveries'] as const,
  alerts: ['alerts'] as const,
  sources: ['sources'] as const,
  source: (id: string) => ['sources', id] as const,
  collectionOptions: ['sources', 'options'] as const,
  collectionRuns: (query: object) => ['collection-runs', query] as const,
  collectionRun: (id: string) => ['collection-runs', id] as const,
  arrivals: (query: object) => ['arrivals', query] as const,
  arrival: (id: string) => ['arrivals', id] as const,
  recipes: ['recipes'] as const,
  recipe: (name: string) => ['recipes', name] as const,
  notices: ['notices'] as const,
  message: (kind: string, query: object) => ['messages', kind, query] as const,
  report: (path: string, query: object) => ['reports', path, query] as const,
};

/** What the server announces. `resync` means that events were missed, and everything is read again. */
export const changeKinds = [
  'snapshot',
  'upload',
  'target',
  'production',
  'note',
  'campaign',
  'alert',
  'layout',
  'notice',
  'market',
  'job',
  'schedule',
  'delivery',
  'collection',
  'resync',
] as const;

/** Kind of a change. */
export type ChangeKind = (typeof changeKinds)[number];

/**
 * Which resources a change makes stale, or which single report; `resync` all of them. An upload changes figures only
 * by its snapshot, which is announced on its own.
 */
export const staleAfter: Readonly<Record<Exclude<ChangeKind, 'resync'>, readonly string[]>> = {
  snapshot: ['reports', 'uploads', 'productions', 'notices'],
  upload: ['uploads', 'reports/upload-coverage', 'notices'],
  target: ['targets', 'reports', 'notices'],
  production: ['productions', 'kopis', 'reports', 'targets', 'marketing-weeks', 'account', 'notices'],
  note: ['notes', 'marketing-weeks', 'reports', 'notices'],
  campaign: ['campaigns', 'reports/marketing-effect'],
  alert: ['alerts', 'notices'],
  layout: ['layouts'],
  notice: ['notices'],
  market: [
    'kopis',
    'reports/market/genres',
    'reports/market/rank',
    'reports/market/openings',
    'reports/market/index',
  ],
  job: ['jobs'],
  schedule: ['schedules', 'schedule-runs', 'destinations'],
  collection: ['sources', 'collection-runs', 'arrivals', 'recipes', 'schedules', 'notices'],
  delivery: ['deliveries', 'schedule-runs', 'schedules', 'notices'],
};
