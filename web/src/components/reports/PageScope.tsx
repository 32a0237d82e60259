import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Category } from '@/api/productions';
import { usePeriod } from '@/components/controls/usePeriod';
import type { Preset } from '@/lib/period';
import { ScopeContext, useScope } from './useScope';

/** Gives what is drawn in it the productions of the address, and its period where the page has one. */
export function PageScope({
  categories,
  period,
  everybody,
  children,
}: {
  categories?: readonly Category[];
  /** The period until somebody chooses another; without one the page shows all. */
  period?: Preset | undefined;
  /** Whether its reports are read also where there is no production to ask for. */
  everybody?: boolean;
  children: ReactNode;
}) {
  const scope = useScope(categories);
  const { range } = usePeriod(period ?? 'all');
  const given = useMemo(
    () => ({ ...scope, everybody, range: period === undefined ? undefined : range }),
    [scope, range, period, everybody],
  );
  return <ScopeContext value={given}>{children}</ScopeContext>;
}
