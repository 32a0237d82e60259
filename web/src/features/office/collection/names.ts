/** What states and kinds of collection are called; of what a newer server adds, its code. */
import { useMessages } from '@/lib/i18n/messages';
import { words } from './words';

/** Names of states, kinds and triggers by the contract's code. */
export function useNames() {
  const t = useMessages(words);
  const arrivalCodes: Readonly<Record<string, string>> = {
    same_bytes: t.same_bytes,
    unknown_production: t.unknown_production,
  };
  const look = (names: Readonly<Record<string, string>>) => (code: string) => names[code] ?? code;
  return {
    kind: look({ folder: t.folder, url: t.url, browser: t.browser }),
    source: look({
      ready: t.ready,
      running: t.running,
      paused: t.paused,
      stopped: t.stopped,
      blocked: t.blocked,
      failing: t.failing,
    }),
    run: look({
      queued: t.queued,
      running: t.running,
      succeeded: t.succeeded,
      nothing_new: t.nothing_new,
      failed: t.failed,
      skipped: t.skipped,
      cancelled: t.cancelled,
      missed: t.missed,
    }),
    arrival: look({
      uploaded: t.uploaded,
      held: t.held_,
      refused: t.refused,
      discarded: t.discarded,
      unchanged: t.unchanged,
      expired: t.expired,
    }),
    /** What an arrival's code says; nothing where its findings say it. */
    arrivalCode: (code: string | null): string | undefined => arrivalCodes[code ?? ''],
    trigger: look({ manual: t.byHand, schedule: t.bySchedule, arrival: t.byArrival }),
  };
}

type Tone = 'plain' | 'outlined' | 'good' | 'bad' | 'warning';

const tones: Readonly<Record<string, Tone>> = {
  ready: 'good',
  running: 'outlined',
  paused: 'plain',
  stopped: 'bad',
  blocked: 'bad',
  failing: 'warning',
  queued: 'plain',
  succeeded: 'good',
  failed: 'bad',
  skipped: 'warning',
  missed: 'warning',
  uploaded: 'good',
  held: 'warning',
  refused: 'bad',
  expired: 'warning',
};

/** The tone of a state's chip. */
export function toneOf(state: string): Tone {
  return tones[state] ?? 'plain';
}
