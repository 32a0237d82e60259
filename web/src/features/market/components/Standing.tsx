import type { ReportAnswer } from '@/api/reports';
import { Chip } from '@/components/figures/Chip';
import { useMessages } from '@/lib/i18n/messages';
import { useFormat } from '@/lib/useFormat';
import { words } from '../words';

/** How new the figures are, where they come from, and what keeps newer ones away. */
export function Standing({ market }: { market: ReportAnswer<'market/genres'>['market'] | undefined }) {
  const t = useMessages(words);
  const format = useFormat();
  if (market === undefined) return null;
  const { state, through, stale, attribution } = market;
  return (
    <div className="row wrapped caption second" role="status">
      <span>{through === null ? t.nothing : t.through(format.day(through))}</span>
      <span>{t.source(attribution)}</span>
      {stale && through !== null && <Chip tone="warning">{t.stale}</Chip>}
      {state !== 'ok' && state !== 'stale' && <span>{t[state]}</span>}
    </div>
  );
}
