import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { Skeleton } from './Skeleton';

/** What `QueryView` needs of a query. */
export type QueryLike<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;

/**
 * Shows what a query answered: a skeleton before, the problem with a way to try again, or the data. Once there is
 * data it stays, also while it is read again or when that fails, since old figures say more than none.
 */
export function QueryView<T>({
  query,
  skeleton = <Skeleton />,
  empty,
  isEmpty,
  children,
}: {
  query: QueryLike<T>;
  skeleton?: ReactNode;
  empty?: ReactNode;
  isEmpty?: (data: T) => boolean;
  children: (data: T) => ReactNode;
}) {
  if (query.data === undefined) {
    if (query.error === null) return skeleton;
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (empty !== undefined && isEmpty?.(query.data) === true) return empty;
  return children(query.data);
}
