import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ScopeContext, useScope } from './useScope';

/**
 * The scope of every production, for reports of all categories: unless some are chosen in the address they are not
 * named, so that the report itself says which ones count, such as those that are over.
 */
export function WholeScope({ children }: { children: ReactNode }) {
  const scope = useScope();
  const given = useMemo(
    () =>
      scope.query.productionId === undefined
        ? { ...scope, named: { asOf: scope.asOf, productionId: [] } }
        : scope,
    [scope],
  );
  return <ScopeContext value={given}>{children}</ScopeContext>;
}
