import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import type { Run } from './run';
import { words } from './words';

/** Since when, or from which day on, break-even is as likely as not. */
export function BreakEvenNote({ run }: { run: Run }) {
  const t = useMessages(words);
  const format = useFormat();
  const { breakEven, revenueKrw } = run;
  if (breakEven === null) return null;
  if (revenueKrw >= breakEven.breakEvenKrw) return t.reached;
  return breakEven.p50Date === null ? t.notWithin : t.halfDay(format.day(breakEven.p50Date));
}
