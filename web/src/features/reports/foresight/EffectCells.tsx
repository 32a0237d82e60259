import type { ReactNode } from 'react';
import { Chip } from '@/components/figures/Chip';
import { FieldValue } from '@/components/figures/FieldValue';
import { useMessages } from '@/lib/i18n/messages';
import { useLabels } from '@/lib/i18n/useLabels';
import type { LabelKey } from '@/lib/i18n/useLabels';
import { words } from './words';

/** A row with an interval of an effect, or the reason why nothing can be said of it. */
interface Effect {
  readonly lowRatio: number | null;
  readonly highRatio: number | null;
  readonly cannotTell: LabelKey<'choice'> | null;
}

/** That nothing can be said, and why. */
export function CannotTell({ why }: { why: LabelKey<'choice'> }) {
  const t = useMessages(words);
  const label = useLabels();
  return (
    <span className="row">
      <Chip>{t.cannotTell}</Chip>
      <span className="caption quiet">{label('choice', why)}</span>
    </span>
  );
}

/** The ends of an effect's interval. */
export function EffectEnds({ of }: { of: Effect }) {
  if (of.lowRatio === null || of.highRatio === null) return <span className="quiet">–</span>;
  return (
    <span className="nowrap">
      <FieldValue of={of} field="lowRatio" places={0} /> ~ <FieldValue of={of} field="highRatio" places={0} />
    </span>
  );
}

/** What is said of an effect: its figure, or that nothing can be said. */
export function Said({ of, children }: { of: Effect; children: ReactNode }) {
  return of.cannotTell === null ? children : <CannotTell why={of.cannotTell} />;
}
