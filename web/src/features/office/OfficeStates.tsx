import { Lock, SearchX } from 'lucide-react';
import { EmptyState } from '@/components/states/EmptyState';
import { useMessages } from '@/lib/i18n/messages';
import { words } from './words';

/** Shown where somebody may not go. */
export function Denied() {
  return <EmptyState icon={<Lock aria-hidden />}>{useMessages(words).denied}</EmptyState>;
}

/** Shown where there is no page. */
export function NotHere() {
  return <EmptyState icon={<SearchX aria-hidden />}>{useMessages(words).notFound}</EmptyState>;
}

/** Shown while react-admin finds out what to show. */
export function Waiting() {
  return (
    <p role="status" data-loading className="quiet">
      {useMessages(words).loading}
    </p>
  );
}
