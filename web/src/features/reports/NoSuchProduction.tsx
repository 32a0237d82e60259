import { LinkButton } from '@/components/controls/Button';
import { PageHeader } from '@/components/layout/PageHeader';
import { EmptyState } from '@/components/states/EmptyState';
import { useMessages } from '@/lib/i18n/messages';
import { words } from './productionWords';

/** No such production, or none that one may see: the two are told alike. */
export function NoSuchProduction() {
  const t = useMessages(words);
  return (
    <>
      <PageHeader title={t.notFound} live={false} />
      <EmptyState action={<LinkButton to="/">{t.home}</LinkButton>}>{t.notFoundText}</EmptyState>
    </>
  );
}
